import type { Observed } from '../../src/local/chat.ts';
import type { ShownMessage } from '../../src/local/discord/open.ts';
import { textOf } from '../../src/local/markdown.ts';
import { isUnasked, textsOf } from '../../src/local/message.ts';
import type { Step } from '../../src/local/script.ts';
import type { Story } from '../../src/story/model.ts';
import { type Came, expectsNothing } from './act.ts';
import { kindOf, read } from './meets.ts';
import { type Stage, saidByBot } from './stage.ts';

/** What had happened before a step, so that what it added can be told. */
export type Before = {
  readonly said: ReadonlyMap<string, ShownMessage>;
  readonly refused: number;
  readonly bugs: number;
};

export const before = (stage: Stage): Before => ({
  said: new Map(saidByBot(stage).map((message) => [message.id, message])),
  refused: stage.local.discord.refused.length,
  bugs: stage.bugs.length,
});

/** What no step of any script may break, whatever it expects: each breach as a sentence. */
export const breaches = (stage: Stage, story: Story, was: Before, step: Step, came: Came): string[] => {
  const added = saidByBot(stage).filter((message) => was.said.get(message.id) !== message);
  const others = added.filter(({ id }) => id !== came.message?.id);
  const told = others.filter(({ where }) => where === 'moderators');
  const heard = heardBy(others);
  const direct = others.filter(isUnasked);
  return [
    ...reading('posts', step, told),
    ...reading('hears', step, heard),
    ...telling(stage, was, step),
    ...refusals(stage, was, step),
    ...stage.bugs
      .slice(was.bugs)
      .map((bug) => `always: the bot met a bug: ${bug instanceof Error ? bug.stack : bug}`),
    ...(came.failed === undefined ? [] : [`always: ${came.failed}`]),
    ...(expectsNothing(step) && kindOf(came) !== 'none'
      ? ['always: nobody spoke to the bot, and it answered']
      : []),
    ...others
      .filter((message) => step.expect?.posts === undefined || !told.includes(message))
      .filter((message) => step.expect?.hears === undefined || !heard.includes(message))
      .filter((message) => step.expect?.tells === undefined || !direct.includes(message))
      .map((message) => `always: it also said, unasked: ${textsOf(message).join(' ').slice(0, 200)}`),
    ...added.flatMap(pinging),
    ...(came.message === undefined ? [] : unmarked(came.message)),
    ...(came.observed?.kind === 'answer' ? uncited(came.observed, story) : []),
  ];
};

/** What is said where nobody had asked for it, as corrections are. */
const heardBy = (others: readonly ShownMessage[]): ShownMessage[] =>
  others.filter(({ where }) => where !== 'moderators' && where !== 'dm');

/** Who of those whom a step expects to be written to has not been, with these words. */
export const telling = (stage: Stage, was: Before, { expect }: Step): string[] =>
  Object.entries(expect?.tells ?? {}).flatMap(([name, words]) => {
    const seen = stage.cast.get(name)?.sees('dm') ?? [];
    const fresh = seen.filter((one) => isUnasked(one) && !was.said.has(one.id));
    const text = fresh.map(read).join('\n').toLowerCase();
    return fresh.length === 1 && text.includes(words.toLowerCase())
      ? []
      : [`tells: "${words}" is not the one thing that ${name} is written: "${text}"`];
  });

/** Whether channels that follow have been told by now what a step expects them to hear. */
export const hasHeard = (stage: Stage, was: Before, { expect }: Step, came: Came): boolean =>
  expect?.hears === undefined ||
  heardBy(saidByBot(stage)).some(({ id }) => !was.said.has(id) && id !== came.message?.id);

/** What a channel is told unasked is expected with the step that led to it. */
const reading = (what: 'posts' | 'hears', { expect }: Step, told: readonly ShownMessage[]): string[] => {
  const wanted = [expect?.[what] ?? []].flat();
  const text = told.map(read).join('\n').toLowerCase();
  return wanted
    .filter((words) => !text.includes(words.toLowerCase()))
    .map((words) => `${what}: "${words}" cannot be read in ${text === '' ? 'nothing' : `"${text}"`}`);
};

const refusals = ({ local }: Stage, was: Before, { refused: expected }: Step): string[] => {
  const came = local.discord.refused.slice(was.refused);
  if (expected !== undefined)
    return came.some(({ code }) => code === expected) ? [] : [`refused: Discord did not answer ${expected}`];
  return came.map(
    ({ status, code, message, errors }) =>
      `always: Discord refused it: ${status} (${code}) ${message} ${errors === undefined ? '' : JSON.stringify(errors)}`,
  );
};

const pinging = ({ pings, allowedMentions }: ShownMessage): string[] => [
  ...(pings.length > 0 ? [`always: it pings ${pings.join(', ')}`] : []),
  ...(JSON.stringify(allowedMentions?.parse) === '[]' &&
  !allowedMentions?.users?.length &&
  !allowedMentions?.roles?.length
    ? []
    : [`always: it lets mentions through: ${JSON.stringify(allowedMentions)}`]),
];

/** A mark without its receipt on the very message that bears it proves nothing to whoever reads it. */
const unmarked = (message: ShownMessage): string[] => {
  const lines = textsOf(message).map(textOf).join('\n').split('\n');
  const receipts = new Set(lines.flatMap((line) => /^\[(\d+)\] /.exec(line)?.[1] ?? []));
  const marks = new Set(
    lines.flatMap((line) => [...line.matchAll(/\[(\d+)\]/g)].map(([, mark]) => String(mark))),
  );
  return [...marks]
    .filter((mark) => !receipts.has(mark))
    .map((mark) => `always: [${mark}] has no receipt beside it`);
};

const uncited = ({ facts, citations }: Observed, story: Story): string[] => {
  const cited = new Set(citations.map(({ statement }) => statement));
  return facts.flatMap((id) => {
    const fact = story.facts.get(id);
    if (fact === undefined) return [`always: it states a fact that is not in the record: ${id}`];
    return [...(fact.retracted?.rests ?? [...fact.rests, ...fact.against])]
      .filter((statement) => !cited.has(statement.id))
      .map((statement) => `always: ${id} is stated without ${statement.id}`);
  });
};
