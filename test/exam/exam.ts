import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { houses } from '../conversation/houses.ts';
import { ours } from './door.ts';
import { failures } from './failures.ts';
import { halfOf, halves } from './half.ts';
import { answersOf, openQuestions, verbatim } from './open.ts';
import { byKind, figuresByKind, reportTable, sideBySide } from './report.ts';
import { rivals } from './rivals/all.ts';
import { rowsOf } from './rivals/rival.ts';
import { sitRival } from './rivals/sit.ts';
import { type Sat, sit } from './sit.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);
const progress = (text: string) => void process.stderr.write(`${text}\n`);

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string' },
    kind: { type: 'string' },
    failures: { type: 'string', default: '25' },
    json: { type: 'string' },
  },
});

const furnished = await houses()(undefined);
const { story } = furnished.index();
const bot = ours(furnished);
const answers = await answersOf(bot, story);
const all = await openQuestions('test/exam/questions', story, answers);
const questions = all.filter(({ kind }) => flags.kind === undefined || kind === flags.kind);

const sat = new Map<string, readonly Sat[]>();
const isAsked = (name: string) => flags.only === undefined || flags.only === name;
if (isAsked(bot.name)) sat.set(bot.name, await sit(bot, questions));
for (const rival of rivals.filter(({ name }) => isAsked(name))) {
  progress(`${rival.name} sits the examination`);
  sat.set(rival.name, await sitRival(rival, rowsOf(story), answers, questions));
}

const wordings = rowsOf(story).map(({ text }) => text);
for (const half of halves) {
  const asked = questions.filter(({ ask }) => halfOf(ask) === half);
  print(`\n${half} half: ${verbatim(asked, wordings)} of ${asked.length} are in the record word for word`);
  const halved = new Map([...sat].map(([name, list]) => [name, list.filter((one) => one.half === half)]));
  print(`\n${reportTable(`${half} half`, halved)}`);
  if (halved.size > 1) print(`\n${sideBySide(`${half} half, right first % · wrong %`, halved)}`);
  for (const [name, list] of halved)
    if (name === bot.name || halved.size === 1)
      print(`\n${reportTable(`${half} half, ${name}`, byKind(list))}`);
}

const own = failures([...sat.values()][0] ?? []);
const most = Number(flags.failures);
if (own.length > 0 && most > 0)
  print(`\nOf the tuning half, ${own.length} not right; the worst:\n\n${own.slice(0, most).join('\n')}`);

if (flags.json !== undefined) {
  const figures = halves.map((half) => [
    half,
    Object.fromEntries(
      [...sat].map(([name, list]) => [name, figuresByKind(list.filter((one) => one.half === half))]),
    ),
  ]);
  await writeFile(flags.json, `${JSON.stringify(Object.fromEntries(figures), null, 2)}\n`);
}
