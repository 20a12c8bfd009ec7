import { hasSome, type NonEmpty } from '../../story/model.ts';
import { limits } from './limits.ts';

/** A source under its number, as it is shown. */
export type Receipt = { readonly mark: number; readonly text: string };

/** A piece that is never cut: its text, and the receipts that must stand on the same sheet. */
export type Piece = { readonly text: string; readonly receipts: readonly Receipt[] };

/** What one message holds of a reply. */
export type Sheet = { readonly texts: readonly string[]; readonly receipts: readonly Receipt[] };

/** Room that every message keeps for its heading, its page number and its buttons. */
const KEPT = { text: 500, bytes: 3_600, components: 18 };

const blank: Sheet = { texts: [], receipts: [] };

/**
 * Lays pieces on as few sheets as hold them, in order, and cuts only between them. A piece with more receipts
 * than one sheet holds goes on with the rest of them on the next: none is ever lost.
 */
export const pack = (pieces: readonly Piece[], mostPieces = Number.POSITIVE_INFINITY): NonEmpty<Sheet> => {
  const full: Sheet[] = [];
  let open = blank;
  const turn = () => {
    if (open !== blank) full.push(open);
    open = blank;
  };
  for (const { text, receipts } of pieces) {
    const whole = add(open, [text], receipts);
    if (fits(whole) && whole.texts.length <= mostPieces) {
      open = whole;
      continue;
    }
    turn();
    open = add(open, [text], []);
    for (const receipt of receipts) {
      if (!fits(add(open, [], [receipt]))) turn();
      open = add(open, [], [receipt]);
    }
  }
  turn();
  return hasSome(full) ? full : [blank];
};

const add = (sheet: Sheet, texts: readonly string[], receipts: readonly Receipt[]): Sheet => ({
  texts: [...sheet.texts, ...texts],
  receipts: [
    ...sheet.receipts,
    ...receipts.filter(({ mark }) => !sheet.receipts.some((one) => one.mark === mark)),
  ].sort((a, b) => a.mark - b.mark),
});

const fits = ({ texts, receipts }: Sheet): boolean => {
  const all = [...texts, ...receipts.map(({ text }) => text)];
  const length = all.reduce((sum, text) => sum + text.length + 1, 0);
  const bytes = all.reduce((sum, text) => sum + Buffer.byteLength(JSON.stringify(text)), 0);
  return (
    length <= limits.text - KEPT.text &&
    bytes <= limits.bytes - KEPT.bytes &&
    texts.length <= limits.components - KEPT.components
  );
};
