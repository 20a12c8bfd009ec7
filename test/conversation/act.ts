import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Observed } from '../../src/local/chat.ts';
import type {
  Outcome,
  Person,
  ShownForm,
  ShownMessage,
  Suggestion,
  Where,
} from '../../src/local/discord/open.ts';
import { descend, lastOption, readLine } from '../../src/local/line.ts';
import { buttonsOf, menuOf } from '../../src/local/message.ts';
import type { Step } from '../../src/local/script.ts';
import { PATIENCE, rightsOf, type Stage, saidByBot } from './stage.ts';

/** What came of a step. */
export type Came = {
  readonly message?: ShownMessage | undefined;
  readonly edited?: boolean | undefined;
  readonly form?: ShownForm | undefined;
  readonly suggestions?: readonly Suggestion[] | undefined;
  readonly observed?: Observed | undefined;
  /** Discord told them that the bot did not answer. */
  readonly failed?: string | undefined;
  /** Their own client did not send it, or they had nothing to do it with. */
  readonly stopped?: string | undefined;
};

/** How long somebody waits for no answer, in milliseconds. */
const SILENCE = 100;

/** Does what a step says, through the same client as a reader. */
export const act = async (stage: Stage, step: Step): Promise<Came> => {
  if (step.restart) await stage.local.restart();
  if (step.wait !== undefined) await new Promise((resolve) => setTimeout(resolve, step.wait));
  if (step.later !== undefined) {
    stage.clock.ahead += step.later * 60_000;
    await stage.local.round();
  }
  const who = stage.cast.get(step.by ?? '');
  if (who === undefined) return {};
  if (step.becomes !== undefined) {
    who.becomes({ permissions: rightsOf[step.becomes] });
    return {};
  }
  const came = await deed(stage, who, step).catch((error: unknown) => ({ stopped: messageOf(error) }));
  if ('form' in came && came.form !== undefined) stage.forms.set(who.name, came.form);
  return came;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Nothing can be done with what is not there. */
const stop = (reason: string): never => {
  throw new Error(reason);
};

const deed = async (stage: Stage, who: Person, step: Step): Promise<Came> => {
  if (step.say !== undefined) return say(stage, who, step, step.say);
  if (step.type !== undefined) return type(stage, who, step, step.type);
  if (step.press !== undefined) return press(stage, who, step, step.press);
  if (step.choose !== undefined) return choose(stage, who, step, step.choose);
  if (step.fill !== undefined) {
    const form = stage.forms.get(who.name) ?? stop(`${who.name} has no form in front of them`);
    return witnessed(stage, await who.submit(form, step.fill, { twice: step.twice === true }));
  }
  return step.send === undefined ? {} : send(stage, who, step, step.send);
};

const witnessed = ({ local }: Stage, outcome: Outcome): Came => ({
  ...outcome,
  observed: local.observed(outcome.interaction ?? outcome.message?.replyTo ?? ''),
});

const whereOf = ({ to }: Pick<Step, 'to'>): Where => (to === undefined || to === 'mention' ? 'general' : to);

const say = async (stage: Stage, who: Person, step: Step, words: string): Promise<Came> => {
  const [, command = '', rest = words] = /^(\/[\w-]+\s*)(.*)$/s.exec(words) ?? [];
  const said = command + rest.repeat(step.times ?? 1);
  const where = whereOf(step);
  const line = step.to === 'mention' ? undefined : readLine(said, stage.local.discord.commands());
  if (line !== undefined) return witnessed(stage, await who.command(line.command, line.options, { where }));
  const replyTo = step.replying ? newest(who, () => true) : undefined;
  const outcome = await who.send(said, {
    where,
    mention: step.to === 'mention',
    quiet: expectsNothing(step) ? SILENCE : PATIENCE,
    ...(replyTo !== undefined && { replyTo }),
  });
  return witnessed(stage, outcome);
};

/** A message that speaks neither to the bot nor in private is not for it, unless a script says otherwise. */
export const expectsNothing = ({ say, to, expect }: Step): boolean =>
  say !== undefined &&
  (expect?.kind === undefined
    ? to !== 'mention' && to !== 'dm' && !say.startsWith('/')
    : expect.kind === 'none');

const type = async (
  stage: Stage,
  who: Person,
  { pick, how, times = 1, ...step }: Step,
  words: string,
): Promise<Came> => {
  const [, , rest = ''] = /^\/([\w-]+)\s*(.*)$/s.exec(words) ?? [];
  const line = readLine(words, stage.local.discord.commands()) ?? stop(`"${words}" is no command line`);
  const [, command = ''] = /^\/([\w-]+)/.exec(words) ?? [];
  const inner = descend(rest, command, stage.local.discord.commands());
  const focused =
    lastOption(inner.rest, inner.options)?.name ??
    inner.options[0]?.name ??
    stop(`/${line.command} has no option`);
  const typed = String(line.options[focused] ?? '').repeat(times);
  const suggestions = await who.suggest(line.command, { ...line.options, [focused]: typed }, focused, {
    where: whereOf(step),
    forged: step.to === 'elsewhere' || step.to === 'dm',
  });
  if (pick === undefined && how === undefined) return { suggestions };
  const picked = suggestions.find(({ name }) => name === pick);
  if (how !== 'enter' && picked === undefined) return { suggestions, stopped: `"${pick}" is not suggested` };
  const value = how === 'enter' ? typed : how === 'label' ? picked?.name : picked?.value;
  const outcome = await who.command(line.command, { ...line.options, [focused]: value ?? typed });
  return { suggestions, ...witnessed(stage, outcome) };
};

const newest = (who: Person, has: (message: ShownMessage) => boolean): ShownMessage | undefined =>
  who.sees().findLast((message) => message.author.bot && has(message));

const press = async (stage: Stage, who: Person, { twice }: Step, label: string): Promise<Came> => {
  const labelled = (message: ShownMessage) => buttonsOf(message).find((button) => button.label === label);
  const message = newest(who, (one) => labelled(one) !== undefined);
  const button = message && labelled(message);
  if (message === undefined || button === undefined) return stop(`${who.name} sees no button "${label}"`);
  return witnessed(stage, await who.press(message, button.customId, { twice: twice === true }));
};

const choose = async (
  stage: Stage,
  who: Person,
  { twice }: Step,
  wanted: readonly string[],
): Promise<Came> => {
  const message = newest(who, (one) => menuOf(one) !== undefined);
  const menu = message && menuOf(message);
  if (message === undefined || menu === undefined) return stop(`${who.name} sees nothing to choose from`);
  const values = wanted.map((one) => menu.options.find(({ label }) => label === one)?.value ?? one);
  return witnessed(stage, await who.choose(message, menu.custom_id, values, { twice: twice === true }));
};

const send = async (
  stage: Stage,
  who: Person,
  { times = 1, ...step }: Step,
  sent: NonNullable<Step['send']>,
): Promise<Came> => {
  const forged = { forged: true, where: whereOf(step) };
  if ('form' in sent)
    return witnessed(stage, await who.submit(forgedForm(sent, whereOf(step)), sent.fields, forged));
  if ('custom_id' in sent) {
    const message = saidByBot(stage).at(-1) ?? stop('There is no message yet to press anything on');
    if ('values' in sent)
      return witnessed(stage, await who.choose(message, sent.custom_id, sent.values, forged));
    return witnessed(stage, await who.press(message, sent.custom_id, forged));
  }
  const long = Object.entries(sent.options).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.repeat(times) : value,
  ]);
  return witnessed(stage, await who.command(sent.command, Object.fromEntries(long), forged));
};

/** A form that the bot never opened, or opened for somebody else. */
const forgedForm = (
  { form, fields }: { readonly form: string; readonly fields: Readonly<Record<string, string>> },
  where: ShownForm['where'],
): ShownForm => ({
  interaction: '0',
  where,
  customId: form,
  title: 'forged',
  components: Object.keys(fields).map((custom_id) => ({
    type: ComponentType.Label,
    label: custom_id,
    component: { type: ComponentType.TextInput, custom_id, style: TextInputStyle.Short },
  })),
});
