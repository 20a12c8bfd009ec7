import { refuse } from '../../refusal.ts';
import { closeLedger, type Opened, openLedger, type Place } from '../open.ts';

type Open = Extract<Opened, { readonly is: 'open' }>;

/** Does something with a ledger that is sound, and closes it. Refuses one that is not, or is not to be had. */
export const withLedger = async <T>(place: Place, run: (open: Open) => Promise<T>): Promise<T> => {
  const opened = await openLedger(place);
  switch (opened.is) {
    case 'damaged':
      return refuse(`The ledger is damaged: ${opened.why}.`);
    case 'away':
      return refuse(`The ledger cannot be opened: ${opened.why}.`);
    case 'open':
      return run(opened).finally(() => closeLedger(opened.ledger));
    default:
      return opened satisfies never;
  }
};
