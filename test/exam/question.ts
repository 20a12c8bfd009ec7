import { z } from 'zod';

export const kinds = [
  'plain',
  'whether',
  'misspelt',
  'autocorrected',
  'slang',
  'shouting',
  'one-word',
  'rambling',
  'several',
  'follow-up',
  'premise',
  'near-story',
  'advice',
  'off-topic',
  'small-talk',
  'hostile',
  'es',
  'fr',
  'de',
  'pt',
  'hi',
  'hi-latin',
  'zh',
] as const;

const typed = z.string('is text').min(1, 'is empty').max(2000, 'is longer than 2,000 characters');
const ids = z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is an id')).min(1, 'is empty');
const pattern = z.string('is text').min(1, 'is empty').refine(isPattern, 'is no regular expression');

const question = z
  .strictObject({
    ask: typed,
    kind: z.enum(kinds),
    after: z.array(typed).min(1, 'is empty').optional().describe('What the same person asked just before'),
    right: ids.optional().describe('Topics, any of which answers it; left out where the record does not'),
    second: ids.optional().describe('The same for the second of two questions'),
    says: z
      .array(pattern)
      .min(1, 'is empty')
      .max(2, 'has more than two')
      .optional()
      .describe('Each is found in the facts'),
    never: z.array(pattern).min(1, 'is empty').optional().describe('None is found anywhere in the answer'),
    cites: ids.optional().describe('Statements, at least one of which is cited'),
    miss: z.literal('fine').optional().describe('An honest miss is as right as the answer'),
  })
  .superRefine((one, context) => {
    const wrong = (key: keyof typeof one, message: string) =>
      context.addIssue({ code: 'custom', path: [key], message });
    const isAnswerable = one.right !== undefined;
    if ((one.kind === 'follow-up') !== (one.after !== undefined))
      wrong('after', 'goes with the kind follow-up, and it with this');
    if ((one.kind === 'several' && isAnswerable) !== (one.second !== undefined))
      wrong('second', 'goes with the kind several and with right, and they with this');
    if (one.kind === 'premise' && one.never === undefined)
      wrong('never', 'is what a premise needs: the false thing affirmed');
    for (const key of ['says', 'cites'] as const)
      if (isAnswerable !== (one[key] !== undefined)) wrong(key, 'goes with right, and right with this');
    if (one.miss !== undefined && !isAnswerable)
      wrong('miss', 'goes with right: without it a miss is right anyway');
  });

/** What a member may type, and what a fair reader would accept as an answer to it. */
export type Question = Readonly<z.infer<typeof question>>;
export type Kind = (typeof kinds)[number];

export type QuestionProblem = { readonly at: readonly (string | number)[]; readonly message: string };

/** One file of questions, or everything that is wrong with it. A misspelt key is wrong. */
export const readQuestions = (
  value: unknown,
): { readonly questions: readonly Question[] } | { readonly problems: readonly QuestionProblem[] } => {
  const { data, error } = z.array(question).safeParse(value);
  return error === undefined ? { questions: data } : { problems: error.issues.flatMap(problemsOf) };
};

/** How every pattern of the examination is read. */
export const patternOf = (source: string): RegExp => new RegExp(source, 'i');

function isPattern(source: string): boolean {
  try {
    patternOf(source);
    return true;
  } catch {
    return false;
  }
}

const problemsOf = (issue: z.core.$ZodIssue): QuestionProblem[] => {
  const at = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ at: [...at, key], message: 'is no key of a question' }))
    : [{ at, message: issue.message }];
};
