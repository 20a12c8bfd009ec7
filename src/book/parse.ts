import {
  type ErrorCode,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Problem } from '../story/problem.ts';

export type Parsed = {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The line on which the value at those keys begins, or its nearest holder. */
  readonly lineOf: (at: Problem['at']) => number | undefined;
};

/** What the parser says to programmers, said to curators. */
const sentences: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: 'a second document begins here (---): one file holds one',
  NON_STRING_KEY: 'a key is a word, not a list or a group of keys',
  RESOURCE_EXHAUSTION: 'is nested too deeply to be read',
};

/** One YAML text as plain values. Anchors, aliases and keys that JavaScript treats as its own are refused. */
export const parse = (file: string, text: string): Parsed => {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // A key that is itself a group of keys takes the library minutes to write out.
    stringKeys: true,
    // The library compares each key with every other: minutes for a long file. Told apart below.
    uniqueKeys: false,
  });
  const line = (offset: number | undefined) =>
    offset === undefined ? undefined : lines.linePos(offset).line;
  const problems: Problem[] = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    file,
    at: [],
    message: sentences[code] ?? message,
    line: line(pos[0]),
  }));
  const forbid = (node: { range?: readonly number[] | null | undefined }, message: string) => {
    problems.push({ file, at: [], message, line: line(node.range?.[0]) });
  };
  const forbidKeys = ({ items }: YAMLMap) => {
    const seen = new Set<unknown>();
    for (const { key } of items) {
      if (!isScalar(key)) continue;
      if (key.value === '__proto__') forbid(key, '"__proto__" is no key');
      if (seen.has(key.value)) forbid(key, `"${key.value}" stands here a second time`);
      seen.add(key.value);
    }
  };
  visit(document, {
    Alias: (_, node) => forbid(node, 'aliases (*) are not used here: write the value out'),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) forbid(node, 'anchors (&) are not used here');
      if (isMap(node)) forbidKeys(node);
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
