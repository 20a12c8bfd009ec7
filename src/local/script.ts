import { z } from 'zod';

const words = z.string('is text').min(1, 'is empty');
const texts = z.union([words, z.array(words).min(1, 'is empty')], 'is a text, or a list of texts');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is an id: small letters, digits and single hyphens');
const name = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'is a name: small letters, digits and hyphens');

/** What the bot can have done, as it tells its observer; `none` where nothing came. */
export const replyKinds = [
  'answer',
  'choice',
  'miss',
  'page',
  'notice',
  'form',
  'panel',
  'refusal',
  'bug',
  'none',
] as const;

const expectation = z.strictObject({
  to: name
    .optional()
    .describe('Who sees what came: everyone, or the one member of the cast to whom alone it is shown'),
  kind: z.enum(replyKinds).optional(),
  topic: id.optional(),
  facts: z.array(id).optional().describe('Facts among those shown, in this order; [] where there are none'),
  cites: z
    .array(id)
    .optional()
    .describe('Statements among those cited, in any order; [] where there are none'),
  says: texts.optional().describe('What can be read in it: markup read, white space folded, case ignored'),
  never: texts.optional().describe('What cannot be read in it'),
  misses: z
    .union([z.literal(true), words], 'is true, or the word that lies outside the record')
    .optional()
    .describe('An honest miss; of a word, that it names the word'),
  offers: z.array(id).optional().describe('Topics that a miss or a choice offers, in this order'),
  buttons: z
    .array(words)
    .optional()
    .describe('Labels among its buttons, in this order; [] where it has none'),
  suggests: z
    .array(words)
    .optional()
    .describe('Labels among the suggestions, in this order; [] where there are none'),
  opens: words.optional().describe('The title of the form that opened'),
  holds: z
    .record(words, z.string())
    .optional()
    .describe('What stands in fields of the form that opened, by their ids'),
  lists: z
    .array(words)
    .optional()
    .describe('Labels among those of its menu, in this order; [] where it has none'),
  posts: texts.optional().describe("What can be read in what the moderators' channel was told"),
  tells: z
    .record(name, words)
    .optional()
    .describe('What can be read in the one direct message, unasked, that each of these is sent'),
  hears: texts.optional().describe('What can be read in what channels that follow corrections were told'),
  edits: z.boolean().optional().describe('Whether a message changed in place'),
  stopped: words.optional().describe('Why their own client did not even send it'),
});

const step = z.strictObject({
  by: name.optional().describe('Who does it'),

  say: z.string('is text').optional().describe('A command line as in the terminal, or a message'),
  type: words.optional().describe('A command line that is still being typed: what is suggested under it'),
  press: words
    .optional()
    .describe('The label of a button on the newest message that they see and that has it'),
  choose: z.array(words).min(1).optional().describe('From the newest menu that they see, by label or value'),
  fill: z
    .record(words, z.string())
    .optional()
    .describe('The form in front of them, by the ids of its fields'),
  send: z
    .union([
      z.strictObject({ custom_id: z.string() }),
      z.strictObject({ custom_id: z.string(), values: z.array(z.string()) }),
      z.strictObject({ form: z.string(), fields: z.record(words, z.string()) }),
      z.strictObject({ command: words, options: z.record(words, z.union([z.string(), z.boolean()])) }),
    ])
    .optional()
    .describe(
      'What a tampered client could send: a control that is not there, a form that never opened, or a command past its limits',
    ),
  becomes: z
    .enum(['member', 'moderator', 'caretaker'])
    .optional()
    .describe('Whoever owns the server takes rights away, or gives them'),
  restart: z.literal(true).optional().describe('The bot goes away and comes back'),
  wait: z.int().min(1).max(5000).optional().describe('Milliseconds in which nothing is done'),
  later: z
    .int()
    .min(1)
    .max(2000)
    .optional()
    .describe('So many minutes go by on the clock of the bot, and it says what is due by then'),

  to: z
    .enum(['mention', 'dm', 'elsewhere', 'moderators'])
    .optional()
    .describe('Where it is said: with a mention of the bot, to the bot alone, or in another channel'),
  replying: z
    .literal(true)
    .optional()
    .describe('Said as a reply to the newest message of the bot that they see, which notifies the bot'),
  times: z
    .int()
    .min(2)
    .max(6000)
    .optional()
    .describe('How many times over, for what nobody wants to read here'),
  pick: words.optional().describe('The suggestion that they take; then the command is sent'),
  how: z
    .enum(['value', 'label', 'enter'])
    .optional()
    .describe('What their client sends for it: its value, its label, or (enter) only what was typed'),
  twice: z.literal(true).optional().describe('Discord delivers it a second time, as it does after a resume'),
  refused: z.int().optional().describe('The code with which Discord refuses what the bot answers to this'),
  expect: expectation.optional(),
});

const deeds = [
  'say',
  'type',
  'press',
  'choose',
  'fill',
  'send',
  'becomes',
  'restart',
  'wait',
  'later',
] as const;
const fitting = {
  to: ['say', 'type', 'send'],
  twice: ['press', 'choose', 'fill'],
  replying: ['say'],
  times: ['say', 'type', 'send'],
  pick: ['type'],
  how: ['type'],
  refused: ['say', 'type', 'press', 'choose', 'fill', 'send'],
  expect: ['say', 'type', 'press', 'choose', 'fill', 'send', 'later', 'restart'],
} as const satisfies Partial<Record<keyof z.infer<typeof step>, readonly (typeof deeds)[number][]>>;

const member = z.strictObject({
  is: z
    .enum(['member', 'moderator', 'caretaker'])
    .optional()
    .describe('A moderator may manage the server, a caretaker its channels'),
  roles: z.array(z.string().regex(/^\d{1,20}$/, 'is the id of a role: digits')).optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z0-9]{2,3})?$/, 'is a language as Discord writes it: hi, pt-BR')
    .optional(),
});

const schema = z
  .strictObject({
    title: words.describe('What it shows, as a sentence'),
    story: name
      .optional()
      .describe('A folder in test/stories; the story that the bot ships with where it is left out'),
    reviewers: z
      .union([z.literal(0), z.literal(1)])
      .optional()
      .describe('How many others must approve a correction: 1 where it is left out'),
    cast: z.record(name, member).describe('Who takes part'),
    steps: z.array(step).min(1, 'has no step'),
  })
  .superRefine(({ cast, steps }, context) => {
    const report = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const isCast = (who: string | undefined) => who !== undefined && Object.hasOwn(cast, who);
    if (isCast('everyone')) report(['cast', 'everyone'], 'is no name: it means all who are there');
    for (const [i, one] of steps.entries()) {
      const done = deeds.filter((deed) => one[deed] !== undefined);
      const [deed] = done;
      if (deed === undefined || done.length > 1)
        report(['steps', i], `does exactly one of: ${deeds.join(', ')}`);
      else refuseMisfits(one, deed, (key, message) => report(['steps', i, key], message));
      const seen = one.expect?.to;
      if (one.by !== undefined && !isCast(one.by)) report(['steps', i, 'by'], unknown(one.by, cast));
      if (seen !== undefined && seen !== 'everyone' && !isCast(seen))
        report(['steps', i, 'expect', 'to'], `${unknown(seen, cast)}, or everyone`);
    }
  });

/** One scenario: who takes part, what they do, and what a careful member would expect to come of it. */
export type Script = z.infer<typeof schema>;
export type Step = z.infer<typeof step>;
export type Expectation = z.infer<typeof expectation>;
export type CastMember = z.infer<typeof member>;

/** What is wrong with a script: the keys that lead there from its top, and a sentence. */
export type ScriptProblem = { readonly at: readonly (string | number)[]; readonly message: string };

/** The script that these values are, or everything that is wrong with them. A misspelt key is wrong. */
export const readScript = (
  value: unknown,
): { readonly script: Script } | { readonly problems: readonly ScriptProblem[] } => {
  const { data, error } = schema.safeParse(value);
  return error === undefined ? { script: data } : { problems: error.issues.flatMap(problems) };
};

/** The JSON Schema of a script, for the editors that people write them in. */
export const scriptSchema = (): object => ({
  title: 'A scripted conversation',
  ...z.toJSONSchema(schema, { io: 'input' }),
});

const unknown = (who: string, cast: Readonly<Record<string, unknown>>): string =>
  `there is no "${who}" in the cast: ${Object.keys(cast).join(', ')}`;

const refuseMisfits = (
  one: Step,
  deed: (typeof deeds)[number],
  report: (key: keyof Step, message: string) => void,
): void => {
  const needsSomebody = deed !== 'restart' && deed !== 'wait' && deed !== 'later';
  if (needsSomebody && one.by === undefined) report(deed, 'is done by somebody: say by whom');
  if (!needsSomebody && one.by !== undefined) report('by', `${deed} is done by nobody`);
  if (one.say === '' && one.to !== 'mention') report('say', 'is empty: only a mention can stand alone');
  for (const [key, allowed] of Object.entries(fitting))
    if (one[key as keyof typeof fitting] !== undefined && !(allowed as readonly string[]).includes(deed))
      report(key as keyof Step, `goes with ${allowed.join(' or ')}, not with ${deed}`);
};

const problems = (issue: z.core.$ZodIssue): ScriptProblem[] => {
  const at = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ at: [...at, key], message: 'is no key of a script here' }));
  return [{ at, message: issue.message }];
};
