/** Which rows hold which tokens, both ways; tokens are numbers here. */
export type Postings = {
  /** Those of all rows, one row after the other. */
  readonly tokens: Uint32Array;
  /** Where the tokens of each row start, and at the end their number. */
  readonly starts: Uint32Array;
  readonly tokensIn: (row: number) => Uint32Array;
  readonly rowsWith: (token: number) => Uint32Array;
  readonly nameOf: (token: number) => string;
};

/** From the tokens of all rows, one row after the other, where each of them starts, and the tokens' names. */
export const postings = (
  flat: readonly number[],
  starts: readonly number[],
  names: readonly string[],
): Postings => {
  const tokens = Uint32Array.from(flat);
  const rowStarts = Uint32Array.from(starts);
  const tokenStarts = new Uint32Array(names.length + 1);
  for (const token of tokens) tokenStarts[token + 1] = (tokenStarts[token + 1] ?? 0) + 1;
  for (let i = 1; i <= names.length; i++) tokenStarts[i] = (tokenStarts[i] ?? 0) + (tokenStarts[i - 1] ?? 0);
  const rows = new Uint32Array(tokens.length);
  const next = tokenStarts.slice();
  for (let row = 0; row + 1 < rowStarts.length; row++)
    for (let i = rowStarts[row] ?? 0; i < (rowStarts[row + 1] ?? 0); i++) {
      const token = tokens[i] ?? 0;
      const at = next[token] ?? 0;
      rows[at] = row;
      next[token] = at + 1;
    }
  return {
    tokens,
    starts: rowStarts,
    tokensIn: (row) => tokens.subarray(rowStarts[row], rowStarts[row + 1]),
    rowsWith: (token) => rows.subarray(tokenStarts[token], tokenStarts[token + 1]),
    nameOf: (token) => names[token] ?? '',
  };
};
