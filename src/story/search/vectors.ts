import packed from './vectors.json' with { type: 'json' };

/** Which English words are used alike: "rationale" among the same words as "reason". Words go by number. */
export type Vectors = {
  readonly numberOf: (word: string) => number | undefined;
  readonly wordAt: (number: number) => string;
  /** How alike two words are used: 1 for the same word, about 0 for two that have nothing to do with each other. */
  readonly near: (one: number, other: number) => number;
  /** The words nearest to a word, nearest first. */
  readonly kinOf: (number: number) => Uint16Array;
  /** Adds a word's direction to a sum, so many times. */
  readonly addTo: (sum: Float64Array, number: number, times: number) => void;
  readonly dimensions: number;
};

export const vectors = (): Vectors => {
  const { dimensions, kin } = packed;
  const words = packed.words.split(' ');
  const numbers = new Map(words.map((word, i) => [word, i] as const));
  const raw = Buffer.from(packed.vectors, 'base64');
  const bytes = new Int8Array(raw.buffer, raw.byteOffset, raw.length);
  const kindred = Buffer.from(packed.kindred, 'base64');
  const nearest = new Uint16Array(
    kindred.buffer.slice(kindred.byteOffset, kindred.byteOffset + kindred.length),
  );
  const dot = (one: number, other: number): number => {
    const [a, b] = [one * dimensions, other * dimensions];
    let sum = 0;
    for (let i = 0; i < dimensions; i++) sum += (bytes[a + i] ?? 0) * (bytes[b + i] ?? 0);
    return sum;
  };
  const lengths = Float32Array.from(words, (_, i) => Math.sqrt(dot(i, i)) || 1);
  return {
    dimensions,
    numberOf: (word) => numbers.get(word),
    wordAt: (number) => words[number] ?? '',
    near: (one, other) => dot(one, other) / ((lengths[one] ?? 1) * (lengths[other] ?? 1)),
    kinOf: (number) => nearest.subarray(number * kin, (number + 1) * kin),
    addTo: (sum, number, times) => {
      const scale = times / (lengths[number] ?? 1);
      for (let i = 0; i < dimensions; i++)
        sum[i] = (sum[i] ?? 0) + scale * (bytes[number * dimensions + i] ?? 0);
    },
  };
};
