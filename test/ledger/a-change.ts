import type { Entered } from '../../src/ledger/append.ts';
import type { End } from '../../src/ledger/chain.ts';
import { START } from '../../src/ledger/chain.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { type Opened, openLedger, type Place } from '../../src/ledger/open.ts';
import type { Change } from '../../src/story/entry.ts';

const fact = (text: string) => ({
  text,
  standing: 'stated' as const,
  asOf: '2031-04',
  rests: ['minutes-cost'],
});

/** A fact that said one thing and says another. */
export const aChange = (after: string, before = 'It cost 900 crowns.', id = 'cost'): Change => ({
  entry: 'fact',
  id,
  before: fact(before),
  after: fact(after),
});

export const quandt = { id: '700000000000000001', name: 'Quandt' };
export const varnholt = { id: '700000000000000002', name: 'Varnholt' };

/** A revision to be entered, of no consequence. */
export const anEntry = (key: string, more: Partial<Entered> = {}): Entered => ({
  key,
  why: 'The minutes say so.',
  changes: [aChange(`It cost ${key} crowns.`)],
  by: quandt,
  approvedBy: undefined,
  undoes: undefined,
  proposal: undefined,
  ...more,
});

/** Where a ledger begins. */
export const beginning: End = { seq: 0, hash: START };

/** A ledger that must open. */
export const opened = async (place: Place): Promise<Extract<Opened, { is: 'open' }>> => {
  const outcome = await openLedger(place);
  if (outcome.is !== 'open') throw new Error(outcome.why);
  return outcome;
};

/** Where a ledger ends now. */
export const endOf = async ({ db }: Ledger): Promise<End> =>
  db.selectFrom('head').select(['seq', 'hash']).executeTakeFirstOrThrow();
