import type { Index, Rows } from './index.ts';

/**
 * The index as if a curator had never written one of its wordings: what is known of the language, and what each token
 * weighs, stays. For asking with a wording's own words what the others make of them; `textOf` does not go by it.
 */
export const without = (index: Index, row: number): Index => {
  const { rows } = index;
  const known = new Map<number, Uint32Array>();
  const rowsWith = (token: number): Uint32Array => {
    const before = known.get(token);
    if (before !== undefined) return before;
    const rest = new Uint32Array(rows.rowsWith(token).length);
    let many = 0;
    for (const at of rows.rowsWith(token)) if (at !== row) rest[many++] = at > row ? at - 1 : at;
    const held = rest.subarray(0, many);
    known.set(token, held);
    return held;
  };
  const left = rows.tokensIn(row);
  const tokens = rows.tokens.slice(0, -left.length || undefined);
  tokens.set(rows.tokens.subarray(rows.starts[row + 1]), rows.starts[row]);
  const starts = column(rows.starts, row).map((at) => (at > (rows.starts[row] ?? 0) ? at - left.length : at));
  // Written out, so that a column that is added is not forgotten here.
  const rest: Rows = {
    tokens,
    starts,
    tokensIn: (at) => tokens.subarray(starts[at], starts[at + 1]),
    rowsWith,
    nameOf: rows.nameOf,
    topic: column(rows.topic, row),
    first: rows.first.map((at) => (at > row ? at - 1 : at)),
    kind: column(rows.kind, row),
    asking: column(rows.asking, row),
    weight: column(rows.weight, row),
    isOurs: rows.isOurs,
    weights: rows.weights,
  };
  const idOf = (token: string): number | undefined => {
    const id = index.idOf(token);
    return id === undefined || rowsWith(id).length === 0 ? undefined : id;
  };
  return { ...index, rows: rest, idOf };
};

/** A copy in one go: a whole record asks for thousands of them. */
const column = <T extends Uint8Array | Uint32Array | Float32Array>(all: T, row: number): T => {
  const rest = all.slice(0, -1) as T;
  rest.set(all.subarray(row + 1), row);
  return rest;
};
