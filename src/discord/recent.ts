import { LRUCache } from 'lru-cache';
import type { Before } from '../story/search/follow.ts';
import type { Reply } from './reply.ts';

/** How long somebody may take to ask on: in milliseconds. */
const LASTS = 10 * 60_000;

/** More people at once are not remembered: whoever asked longest ago is forgotten first. */
const MOST = 5_000;

/** In which channel, and who: nobody's questions lean on somebody else's. */
export type Place = { readonly channel: string | undefined; readonly person: string };

/** What people were told last, in memory alone: a topic and the actors whom they named, never their words. */
export type Recent = {
  readonly before: (place: Place) => Before | undefined;
  readonly told: (place: Place, reply: Reply) => void;
};

export const recent = (now: () => number = () => performance.now()): Recent => {
  const last = new LRUCache<string, Before>({ max: MOST, ttl: LASTS, perf: { now } });
  const keyOf = ({ channel, person }: Place) => (channel === undefined ? undefined : `${channel} ${person}`);
  return {
    before: (place) => last.get(keyOf(place) ?? ''),
    told: (place, reply) => {
      const key = keyOf(place);
      const answer = reply.kind === 'several' ? reply.answers[1] : reply;
      if (key !== undefined && answer.kind === 'answer')
        last.set(key, { topic: answer.topic.id, actors: answer.named });
    },
  };
};
