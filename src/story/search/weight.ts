import type { English } from './english.ts';
import type { Lexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';
import { stem } from './words.ts';

/** They tell what sort of answer is wanted, however common they are. */
const questionWords = new Set(['why', 'when', 'who', 'where', 'how', 'many', 'much', 'which', 'whose']);

/**
 * How much a word says of what is meant, between 0 and 1, going by how common it is in English: "the" says next to
 * nothing, a name that no dictionary has says most.
 */
export const telling = ({ rankOf }: English, word: string): number => {
  if (questionWords.has(word)) return 0.4;
  const rank = rankOf(word);
  if (rank === undefined) return 1;
  if (rank < 120) return 0.08;
  if (rank < 350) return 0.3;
  return rank < 1500 ? 0.7 : 1;
};

/** How fast a token loses weight with the number of topics it stands in. */
const SPREAD = 0.35;

/** How much each token weighs, in steps. It goes by how many of the `many` topics hold it and not by their share, so that facts of another matter change nothing. */
export function* weightsOf(
  { rowsWith, nameOf }: Postings,
  topic: Uint32Array,
  many: number,
  words: Lexicon,
  language: English,
): Generator<undefined, Float32Array> {
  const told = yield* tellingOf(words, language);
  const weights: number[] = [];
  for (let token = 0; nameOf(token) !== ''; token++) {
    let topics = 0;
    let last = -1;
    for (const row of rowsWith(token)) {
      const place = topic[row] ?? 0;
      if (place >= many) break;
      if (place !== last) topics++;
      last = place;
    }
    const name = nameOf(token);
    const said = name.startsWith('@') ? 1 : (told.get(name) ?? telling(language, name));
    weights.push(said / (1 + SPREAD * Math.log(Math.max(topics, 1))));
  }
  return Float32Array.from(weights);
}

/** So many words are gone through before others get their turn. */
const WORDS_A_STEP = 4_000;

/** The commonest form of a word tells how much it says. */
function* tellingOf(
  { vocabulary }: Lexicon,
  language: English,
): Generator<undefined, ReadonlyMap<string, number>> {
  const told = new Map<string, number>();
  let turn = 0;
  for (const [word, token] of vocabulary) {
    if (++turn % WORDS_A_STEP === 0) yield;
    if (stem(word) === token) told.set(token, Math.min(told.get(token) ?? 1, telling(language, word)));
  }
  return told;
}
