import type { z } from 'zod';
import { hasSome, type NonEmpty } from './model.ts';
import type { Problem } from './problem.ts';
import { type StoryFile, schemas, storyFiles, type Written } from './schema.ts';

type Issue = z.core.$ZodIssue;

const sentence = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : (saysItself(issue) ?? `should be a ${nameOf(issue.expected)}`);
    case 'invalid_value':
      return saysItself(issue) ?? `should be one of: ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `holds a key that is not known here: ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_key':
      return `has a key that ${issue.issues.map((inner) => inner.message).join('; and ')}`;
    default:
      return issue.message;
  }
};

/** zod's own sentences all begin with "Invalid": ours, written beside the rule, are better where there is one. */
const saysItself = (issue: Issue): string | undefined =>
  issue.message.startsWith('Invalid') ? undefined : issue.message;

const nameOf = (expected: string): string =>
  ({ string: 'text', int: 'whole number', array: 'list', object: 'group of keys', record: 'group of keys' })[
    expected
  ] ?? expected;

const placeOf = (path: Issue['path']): (string | number)[] =>
  path.map((key) => (typeof key === 'symbol' ? String(key) : key));

/** The files as their schemas want them, or everything that is wrong with them, all at once. */
export const shape = (
  files: Readonly<Record<StoryFile, unknown>>,
): { readonly written: Written } | { readonly problems: NonEmpty<Problem> } => {
  const parsed = {
    story: schemas.story.safeParse(files.story, { reportInput: true }),
    sources: schemas.sources.safeParse(files.sources, { reportInput: true }),
    facts: schemas.facts.safeParse(files.facts, { reportInput: true }),
    actors: schemas.actors.safeParse(files.actors, { reportInput: true }),
    languages: schemas.languages.safeParse(files.languages, { reportInput: true }),
    phrasings: schemas.phrasings.safeParse(files.phrasings, { reportInput: true }),
  };
  const { story, sources, facts, actors, languages, phrasings } = parsed;
  if (
    story.success &&
    sources.success &&
    facts.success &&
    actors.success &&
    languages.success &&
    phrasings.success
  )
    return {
      written: {
        story: story.data,
        sources: sources.data,
        facts: facts.data,
        actors: actors.data,
        languages: languages.data,
        phrasings: phrasings.data,
      },
    };
  const problems = storyFiles.flatMap((file) =>
    (parsed[file].error?.issues ?? []).map((issue) => ({
      file: `${file}.yaml`,
      at: placeOf(issue.path),
      message: sentence(issue),
    })),
  );
  if (!hasSome(problems)) throw new Error('A file did not fit its schema, and nothing says why');
  return { problems };
};
