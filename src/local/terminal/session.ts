import type { Chat } from '../chat.ts';
import type { Person, ShownMessage } from '../discord/open.ts';
import { hasControls, isUnasked } from '../message.ts';
import { complaint } from './complaint.ts';
import { type Choice, complete } from './complete.ts';
import { beginFilling, type Filling, fillIn, isFilled } from './filling.ts';
import { type Deed, readIntent } from './intent.ts';
import { type Offered, offeredTo, slashCommands } from './offered.ts';
import { type Turn, take } from './turn.ts';

/** What a typed line led to: something with the bot, or a matter between the terminal and whoever types. */
export type Heard =
  | { readonly is: 'turn'; readonly turn: Turn; readonly complaint: string }
  | { readonly is: 'nobody'; readonly who: string }
  /** A field of the form in front of them is wanted next; or first, what was wrong with what they typed. */
  | { readonly is: 'field'; readonly filling: Filling; readonly wrong?: string }
  | { readonly is: 'closed' }
  /** Somebody else is at the keyboard now, and this waits for them. */
  | { readonly is: 'waiting'; readonly message: ShownMessage }
  | { readonly is: 'nothing' }
  | { readonly is: 'help' }
  | { readonly is: 'quit' };

/** One sitting at the keyboard: who speaks, which controls are in reach, and all that was done. */
export type Session = {
  readonly speaker: () => string;
  readonly hear: (typed: string) => Promise<Heard>;
  /** What the line could become that is being typed. */
  readonly find: (typed: string) => Promise<readonly Choice[]>;
  readonly turns: readonly Turn[];
};

/** Opens a sitting; whoever types is the member until they say otherwise. */
export const openSession = (chat: Chat): Session => {
  const turns: Turn[] = [];
  const picks = new Map<string, string | number>();
  let person = chat.member;
  let last: ShownMessage | undefined;
  let filling: Filling | undefined;
  const commands = (): readonly Offered[] => slashCommands(chat.discord.commands());

  const act = async (deed: Deed): Promise<Heard> => {
    const turn = await take(chat, person, withPicks(deed, picks), last);
    turns.push(turn);
    last = newestWithButtons(turn) ?? last;
    const form = 'outcome' in turn ? turn.outcome.form : undefined;
    filling = form && beginFilling(form);
    return { is: 'turn', turn, complaint: 'stopped' in turn ? complaint(turn, commands()) : '' };
  };

  const fill = async (open: Filling, typed: string): Promise<Heard> => {
    if (/^cancel$/i.test(typed.trim())) {
      filling = undefined;
      return { is: 'closed' };
    }
    const filled = fillIn(open, typed);
    if ('wrong' in filled) return { is: 'field', filling: open, wrong: filled.wrong };
    if (isFilled(filled)) return act({ is: 'fill', form: filled.form, fields: filled.given });
    filling = filled;
    return { is: 'field', filling };
  };

  return {
    speaker: () => person.name,
    turns,
    hear: async (typed) => {
      if (filling !== undefined) return fill(filling, typed);
      const intent = readIntent(typed, commands());
      switch (intent.is) {
        case 'nothing':
        case 'help':
        case 'quit':
          return intent;
        case 'become': {
          const people = [chat.member, chat.moderator, chat.secondModerator];
          const other = people.find(({ name }) => name === intent.who || name === `${intent.who}-moderator`);
          if (other === undefined) return { is: 'nobody', who: intent.who };
          person = other;
          const waiting = newestFor(person);
          if (waiting === undefined || BigInt(waiting.id) <= BigInt(last?.id ?? 0)) return { is: 'nothing' };
          last = waiting;
          return { is: 'waiting', message: waiting };
        }
        default:
          return act(intent);
      }
    },
    find: async (typed) => {
      const choices = await complete(typed, offeredTo(person, chat), person.suggest);
      for (const { pick } of choices) if (pick) picks.set(pickKey(pick.option, pick.name), pick.value);
      return choices;
    },
  };
};

/** What waits for somebody to do something about it: in the moderators' channel, or written to them directly. */
const newestFor = (person: Person): ShownMessage | undefined =>
  [...person.sees('moderators'), ...person.sees('dm').filter(isUnasked)]
    .filter(hasControls)
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
    .at(-1);

const newestWithButtons = (turn: Turn): ShownMessage | undefined => {
  const message = 'outcome' in turn ? turn.outcome.message : undefined;
  return message && hasControls(message) ? message : undefined;
};

const pickKey = (option: string, name: string): string => `${option}:${name}`;

/** What was picked is shown by its name and sent by its value, as in Discord. */
const withPicks = (deed: Deed, picks: ReadonlyMap<string, string | number>): Deed => {
  if (deed.is !== 'command') return deed;
  const options = Object.entries(deed.options).map(([name, value]) => [
    name,
    picks.get(pickKey(name, String(value))) ?? value,
  ]);
  return { ...deed, options: Object.fromEntries(options) };
};
