import type { Citation } from '../../story/answer.ts';
import { hasSome, type NonEmpty } from '../../story/model.ts';
import { citationText } from './cited.ts';
import { limits } from './limits.ts';

/** A piece that is never cut: its text, and the statements that must be shown on the same sheet. */
export type Piece = { readonly text: string; readonly citations: readonly Citation[] };

/** What one message holds of a reply. */
export type Sheet = { readonly texts: readonly string[]; readonly citations: readonly Citation[] };

/** Room that every message keeps for its heading, its page number and its buttons. */
const KEPT = { text: 500, bytes: 3_200, components: 16 };

const bytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));

/**
 * Lays pieces on as few sheets as hold them, in order, and cuts only between them. A piece with more statements
 * than one sheet holds goes on with the rest of them on the next: none is ever lost.
 */
export const pack = (
  pieces: readonly Piece[],
  detail: 'brief' | 'whole',
  mostPieces = Number.POSITIVE_INFINITY,
): NonEmpty<Sheet> => {
  const sheets: Sheet[] = [];
  let sheet: Sheet = { texts: [], citations: [] };
  const turn = () => {
    sheets.push(sheet);
    sheet = { texts: [], citations: [] };
  };
  for (const piece of pieces) {
    const whole = add(sheet, piece);
    if (fits(whole, detail) && whole.texts.length <= mostPieces) {
      sheet = whole;
      continue;
    }
    if (sheet.texts.length > 0) turn();
    sheet = add(sheet, { text: piece.text, citations: [] });
    for (const citation of piece.citations) {
      const more = add(sheet, { citations: [citation] });
      if (fits(more, detail)) sheet = more;
      else {
        turn();
        sheet = add(sheet, { citations: [citation] });
      }
    }
  }
  if (sheet.texts.length > 0 || sheet.citations.length > 0 || sheets.length === 0) turn();
  return hasSome(sheets) ? sheets : [sheet];
};

const add = (sheet: Sheet, { text, citations }: Partial<Piece>): Sheet => ({
  texts: text === undefined ? sheet.texts : [...sheet.texts, text],
  citations: [...sheet.citations, ...(citations ?? []).filter((one) => !sheet.citations.includes(one))].sort(
    (a, b) => a.mark - b.mark,
  ),
});

const fits = ({ texts, citations }: Sheet, detail: 'brief' | 'whole'): boolean => {
  const all = [...texts, ...citations.map((citation) => citationText(citation, detail))];
  const text = all.reduce((sum, one) => sum + one.length + 1, 0);
  const size = all.reduce((sum, one) => sum + bytes(one), 0);
  return (
    text <= limits.text - KEPT.text &&
    size <= limits.bytes - KEPT.bytes &&
    texts.length <= limits.components - KEPT.components
  );
};
