import type { Index, Rows } from './index.ts';

/**
 * The index as if a curator had never written one of its wordings: what is known of the language, and what each token
 * weighs, stays. For asking with a wording's own words what the others make of them; `textOf` does not go by it.
 */
export const without = (index: Index, row: number): Index => {
  const { rows } = index;
  const isKept = (_: number, at: number): boolean => at !== row;
  const known = new Map<number, Uint32Array>();
  const rowsWith = (token: number): Uint32Array => {
    const before = known.get(token);
    if (before !== undefined) return before;
    const rest = rows
      .rowsWith(token)
      .filter((at) => at !== row)
      .map((at) => (at > row ? at - 1 : at));
    known.set(token, rest);
    return rest;
  };
  // Written out, so that a column that is added is not forgotten here.
  const rest: Rows = {
    tokensIn: (at) => rows.tokensIn(at < row ? at : at + 1),
    rowsWith,
    nameOf: rows.nameOf,
    topic: rows.topic.filter(isKept),
    first: rows.first.map((at) => (at > row ? at - 1 : at)),
    kind: rows.kind.filter(isKept),
    asking: rows.asking.filter(isKept),
    weight: rows.weight.filter(isKept),
    weights: rows.weights,
  };
  const idOf = (token: string): number | undefined => {
    const id = index.idOf(token);
    return id === undefined || rowsWith(id).length === 0 ? undefined : id;
  };
  return { ...index, rows: rest, idOf };
};
