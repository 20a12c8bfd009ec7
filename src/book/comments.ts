import { Parser } from 'yaml';

/** The comments of a YAML text that begin between two places, each with its `#`. */
export const commentsIn = (text: string, from: number, to: number): string[] =>
  [...new Parser().parse(text)]
    .flatMap(commentsOf)
    .flatMap(({ at, comment }) => (at >= from && at < to ? [comment] : []));

type Comment = { readonly at: number; readonly comment: string };

/** A comment hangs on whatever stands beside it: each part of the parser's tree may hold some. */
const commentsOf = (token: unknown): Comment[] => {
  if (typeof token !== 'object' || token === null) return [];
  if ('type' in token && token.type === 'comment' && 'source' in token && 'offset' in token)
    return [{ at: Number(token.offset), comment: String(token.source) }];
  return Object.values(token).flatMap(commentsOf);
};
