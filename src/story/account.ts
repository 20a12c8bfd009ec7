import type { LineNote, Statement, Story } from './model.ts';

/** A line of the article, and what the story makes of it. */
export type Line = {
  /** Counted from 1. */
  readonly line: number;
  /** Nothing where neither a statement nor a note of the curators speaks of it. */
  readonly as: 'evidence' | 'contradicted' | LineNote['as'] | undefined;
  /** The statements that quote it. */
  readonly statements: readonly Statement[];
  readonly note?: string | undefined;
};

/** What became of every line of the article: worked out from the statements that quote it, or as the curators noted. */
export const account = (story: Story): Line[] => {
  const { article, lines } = story;
  const contradicted = new Set(
    [...story.facts.values()].flatMap(({ standing, against }) =>
      standing === 'contradicted' ? against : [],
    ),
  );
  const asOf = (statements: readonly Statement[]): Line['as'] => {
    if (statements.some((one) => contradicted.has(one))) return 'contradicted';
    return statements.every(({ kind }) => kind === 'opinion') ? 'opinion' : 'evidence';
  };
  return article.fingerprint.map((_, i) => {
    const line = i + 1;
    const statements = quoting(story, line);
    if (statements.length > 0) return { line, as: asOf(statements), statements };
    const noted = lines.find((one) => one.line === line);
    return { line, as: noted?.as, statements, note: noted?.note };
  });
};

/** The statements that quote a line of the article. */
export const quoting = ({ article, statements }: Story, line: number): Statement[] =>
  [...statements.values()].filter(
    ({ source, wording }) => source === article && wording.as === 'quote' && wording.line === line,
  );
