import { randomBytes } from 'node:crypto';
import type { InteractionType } from 'discord-api-types/v10';
import type { Suggestion } from './callback-body.ts';
import type { Outcome } from './shown.ts';
import type { Channel, Member, World } from './world.ts';

/** What a person sends, before it has an id. */
export type Sending = {
  readonly type: InteractionType;
  readonly member: Member;
  readonly channel: Channel;
  readonly data: unknown;
  /** The command's name. */
  readonly name?: string;
  /** The message whose control was used, or whose control opened the form. */
  readonly from?: string;
  /** It is delivered a second time, as Discord does after a connection was resumed. */
  readonly twice?: boolean;
};

/** What came of an interaction, as the people's side hears of it. */
export type Got = Outcome & { readonly suggestions?: readonly Suggestion[] };

type Result = Omit<Got, 'ms' | 'interaction'>;

/** One interaction from the moment it is sent, with what has become of it. */
export type Pending = Omit<Sending, 'data'> & {
  readonly id: string;
  readonly token: string;
  readonly sentAt: number;
  state: 'waiting' | 'answered' | 'dead';
  /** The message that `@original` means. */
  original?: string;
  readonly got: Promise<Got>;
  /** Takes the first thing that comes of it and is deaf afterwards. */
  settle(result: Result): void;
  /** Gives it this long from now before the person gets `otherwise`. */
  within(ms: number, otherwise: Result): void;
};

/** A new interaction, not yet told to anybody. */
export function begin(world: World, { data: _, ...sending }: Sending): Pending {
  const { promise, resolve } = Promise.withResolvers<Got>();
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const pending: Pending = {
    ...sending,
    id: world.snowflake(),
    token: randomBytes(48).toString('base64url'),
    sentAt: world.now(),
    state: 'waiting',
    got: promise,
    settle(result) {
      clearTimeout(timer);
      resolve({ interaction: pending.id, ms: performance.now() - began, ...result });
    },
    within(ms, otherwise) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (pending.state === 'waiting') pending.state = 'dead';
        pending.settle(otherwise);
      }, ms);
    },
  };
  return pending;
}
