import { isMap, isPair, isScalar, isSeq } from 'yaml';

/** Where the line begins on which a place is. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Where the line after it begins. */
export const lineEnd = (text: string, at: number): number => {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
};

/** How far a place is from the beginning of its line. */
export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Where what a node says ends: before the empty lines and comments after it, which are no part of it. */
export const endOf = (text: string, node: unknown): number => {
  if (isPair(node)) return Math.max(endOf(text, node.key), endOf(text, node.value));
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0)
    return endOf(text, node.items.at(-1));
  const isKnown = isMap(node) || isSeq(node) || isScalar(node);
  const end = isKnown ? (node.range?.[1] ?? 0) : 0;
  return text.slice(0, end).trimEnd().length;
};
