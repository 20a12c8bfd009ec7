import { isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from '../story/problem.ts';

export type Parsed = {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The line on which the value at those keys begins, or its nearest holder. */
  readonly lineOf: (at: Problem['at']) => number | undefined;
};

/** One YAML text as plain values. Anchors, aliases and keys that JavaScript treats as its own are refused. */
export const parse = (file: string, text: string): Parsed => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const line = (offset: number | undefined) =>
    offset === undefined ? undefined : lines.linePos(offset).line;
  const problems: Problem[] = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    file,
    at: [],
    message,
    line: line(pos[0]),
  }));
  const forbid = (node: { range?: readonly number[] | null | undefined }, message: string) => {
    problems.push({ file, at: [], message, line: line(node.range?.[0]) });
  };
  visit(document, {
    Alias: (_, node) => forbid(node, 'aliases (*) are not used here: write the value out'),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) forbid(node, 'anchors (&) are not used here');
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__') forbid(key, '"__proto__" is no key');
    },
  });
  return {
    value: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 }),
    problems,
    lineOf: (at) => {
      for (let depth = at.length; depth > 0; depth--) {
        const node = document.getIn(at.slice(0, depth), true);
        if (isNode(node)) return line(node.range?.[0]);
      }
      return undefined;
    },
  };
};
