import { parseArgs } from 'node:util';
import { ledgerRows } from './ledger/rows.ts';
import { runRows } from './row.ts';

const usage = 'npm run faults -- ledger [--kills N] [--seed N] [--only WORDS]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1907' },
    only: { type: 'string', default: '' },
  },
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (positionals[0] !== 'ledger') {
  print(usage);
  process.exit(2);
}
print('promise | N | violations | seed');
const { rows, close } = await ledgerRows({ kills: Number(values.kills) });
const wanted = rows.filter(({ promise }) => promise.includes(values.only));
const isKept = await runRows(wanted, Number(values.seed), print);
await close();
process.exit(isKept ? 0 : 1);
