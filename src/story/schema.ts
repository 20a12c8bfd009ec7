import { z } from 'zod';
import { actorKinds, sourceKinds, standings, statementKinds, trusts, unquotedKinds } from './model.ts';

/** Control characters, and those that hide text or turn its direction: nothing that a reader should ever be shown. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;

const UNSEEN = 'holds a character that cannot be seen (a control or direction mark)';

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((text) => !unprintable.test(text), UNSEEN);

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is an id: small letters, digits and single hyphens')
  .max(40, 'is longer than 40 characters');

/** Two of them must fit in the state of a button. */
const topicId = id.max(36, 'is longer than 36 characters');

const isDay = (text: string): boolean => {
  const [year = '', month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
};

const date = z
  .string('is a date: 2018-06-05, 2018-06 or "2018" (a year alone needs the quotation marks)')
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'is a date: 2018-06-05, 2018-06 or "2018"', abort: true })
  .refine(isDay, 'is no day of the calendar');

const url = z
  .string()
  .max(400, 'is longer than 400 characters')
  .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'is no https address')
  .refine((text) => !/[\s<>()[\]\\]/.test(text), 'holds a character that would break the link')
  .refine((text) => !unprintable.test(text), UNSEEN);

/** The last line of every file: a file cut short is often still valid YAML, and would lose facts in silence. */
const end = z.literal(
  true,
  'is missing or wrong: the last line of the file must be "end: true", or the file was cut short',
);

const statement = z.strictObject({
  by: id,
  on: date,
  kind: z.enum(statementKinds),
  quote: line(400).optional(),
  line: z.number().int().min(1).optional(),
  read: date.optional(),
  gist: line(400).optional(),
});

const source = z.strictObject({
  publisher: line(120),
  title: line(200),
  author: line(120).optional(),
  date,
  url: url.optional(),
  kind: z.enum(sourceKinds),
  trust: z.enum(trusts),
  from: line(120).optional(),
  fingerprint: z.array(z.string().regex(/^([0-9a-f]{8}( [0-9a-f]{8})*)?$/, 'is no fingerprint')).optional(),
  statements: z.record(id, statement),
});

const fact = z.strictObject({
  text: line(330),
  standing: z.enum(standings),
  asOf: date,
  when: date.optional(),
  rests: z.array(id).min(1, 'names no statement: a fact without evidence cannot be published'),
  against: z.array(id).optional(),
  reviewBy: date.optional(),
  retracted: z
    .strictObject({
      on: date,
      because: line(200),
      rests: z.array(id).min(1, 'names no statement: a fact is withdrawn on evidence, as it is published'),
    })
    .optional(),
});

const lineNote = z.strictObject({
  line: z.number().int().min(1),
  as: z.enum(unquotedKinds),
  note: line(200).optional(),
});

const topic = z.strictObject({
  title: line(100),
  asked: z.array(line(100)).min(1, 'names no way in which people ask'),
  facts: z.array(id).min(1, 'names no fact'),
  next: z.array(id).max(5).optional(),
});

const actor = z.strictObject({
  name: line(80),
  kind: z.enum(actorKinds),
  what: line(300),
  also: z.array(line(60)).optional(),
  heard: z.array(line(60)).optional(),
});

const premise = z.strictObject({
  taken: z.array(line(100)).min(1, 'names no way in which it is taken for granted'),
  corrected: id,
});

/** Many short lines, as a block of text: a list of thousands takes a parser a second. */
const lines = z.string().superRefine((text, context) => {
  for (const one of text.split('\n').filter((words) => words.trim() !== ''))
    if (one.trim().length > 100 || unprintable.test(one.trim()))
      context.addIssue(
        `"${one.slice(0, 40)}" is longer than 100 characters, or holds one that cannot be seen`,
      );
});

const language = z.strictObject({
  name: line(40),
  answered: line(200),
  missed: line(200),
  words: lines,
});

/** What each file of a story must look like: names of keys, kinds of values, lengths. What they refer to is checked by `read`. */
export const schemas = {
  story: z.strictObject({
    title: line(100),
    article: id,
    lines: z.array(lineNote).optional(),
    start: z.array(id).min(1, 'names no topic').max(25),
    synonyms: z.array(z.array(z.string().regex(/^\p{L}+$/u, 'is one word')).min(2)).optional(),
    exceptions: z.array(z.strictObject({ rule: id, about: line(200), because: line(200) })).optional(),
    end,
  }),
  sources: z.strictObject({ sources: z.record(id, source), end }),
  facts: z.strictObject({
    topics: z.record(topicId, topic),
    facts: z.record(id, fact),
    premises: z.record(id, premise).optional(),
    end,
  }),
  actors: z.strictObject({ actors: z.record(id, actor), end }),
  languages: z.strictObject({ languages: z.record(id, language), end }),
  phrasings: z.strictObject({
    phrasings: z.record(topicId, lines),
    unanswered: z.record(id, lines).optional(),
    end,
  }),
} as const;

/** The files of a story, without the folder. */
export type StoryFile = keyof typeof schemas;

export const storyFiles = [
  'story',
  'sources',
  'facts',
  'actors',
  'languages',
  'phrasings',
] as const satisfies readonly StoryFile[];

export type Written = { readonly [F in StoryFile]: z.infer<(typeof schemas)[F]> };

/** The JSON Schema of a file, for the editors that curators write in. */
export const editorSchema = (file: StoryFile): object => ({
  title: `${file}.yaml`,
  ...z.toJSONSchema(schemas[file], { io: 'input' }),
});
