import { LRUCache } from 'lru-cache';
import { refuse } from '../refusal.ts';
import { beforeOf } from '../story/answer.ts';
import type { Before } from '../story/search/follow.ts';
import type { Reply } from './reply.ts';

/** How long somebody may take to ask on: in milliseconds. */
const LASTS = 10 * 60_000;

/** More people at once are not remembered: whoever asked longest ago is forgotten first. */
const MOST = 5_000;

/** What one person may leave with the moderators in that time: words that somebody has to read, and nods. */
const MOST_LEFT = { words: 5, nods: 30 } as const;

/** In which channel, and who: nobody's questions lean on somebody else's. */
export type Place = { readonly channel: string | undefined; readonly person: string };

/** What people were told last, in memory alone: a topic and the actors whom they named; their words only where nothing answered them. */
export type Recent = {
  readonly before: (place: Place) => Before | undefined;
  readonly told: (place: Place, reply: Reply) => void;
  /** Remembers what somebody asked in vain, under Discord's id of what was answered. */
  readonly missed: (of: string, person: string, question: string) => void;
  /** What that same person asked there; nothing for anybody else. */
  readonly question: (of: string, person: string) => string | undefined;
  /** Whether this deed of somebody is new. Refuses where they have left a great deal already. */
  readonly leaves: (what: keyof typeof MOST_LEFT, person: string, deed: string) => boolean;
};

type Deed = { readonly deed: string; readonly at: number };

export const recent = (now: () => number = () => performance.now()): Recent => {
  const bounds = { max: MOST, ttl: LASTS, ttlResolution: 0, perf: { now } };
  const last = new LRUCache<string, Before>(bounds);
  const asked = new LRUCache<string, string>(bounds);
  const left = new LRUCache<string, readonly Deed[]>(bounds);
  const keyOf = ({ channel, person }: Place) => (channel === undefined ? undefined : `${channel} ${person}`);
  return {
    before: (place) => last.get(keyOf(place) ?? ''),
    told: (place, reply) => {
      const key = keyOf(place);
      if (key !== undefined && (reply.kind === 'answer' || reply.kind === 'several'))
        last.set(key, beforeOf(reply));
    },
    missed: (of, person, question) => void asked.set(`${of} ${person}`, question),
    question: (of, person) => asked.get(`${of} ${person}`),
    leaves: (what, person, deed) => {
      const key = `${what} ${person}`;
      const deeds = (left.get(key) ?? []).filter(({ at }) => now() - at < LASTS);
      if (deeds.some((one) => one.deed === deed)) return false;
      if (deeds.length >= MOST_LEFT[what])
        return refuse('You have told the moderators a great deal in ten minutes. Wait a little.');
      left.set(key, [...deeds, { deed, at: now() }]);
      return true;
    },
  };
};
