import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { House } from '../../src/discord/house.ts';
import { incoming } from '../../src/discord/incoming.ts';
import { listen } from '../../src/discord/listen.ts';
import type { Observation } from '../../src/discord/observation.ts';
import type { Furnished } from '../conversation/houses.ts';
import type { Bot, Shown } from './shown.ts';

/** Our own bot, asked by `/ask` as Discord would bring it. */
export const ours = (furnished: Furnished): Bot => {
  const seen: Observation[] = [];
  const house: House = { ...furnished, observe: (one) => void seen.push(one), report: () => '' };
  // Ids as Discord counts them; no two people or channels are the same.
  let id = 1n << 60n;
  const send = async (question: string, person: string, channel: string) => {
    seen.length = 0;
    const asked = incoming(payload({ id: String(id++), person, channel, question }));
    if (asked === undefined) throw new Error('The question did not come through the door');
    const began = performance.now();
    const response = await listen(house, asked);
    return { response, ms: performance.now() - began };
  };
  return {
    name: 'ours',
    ask: async (question, after = []) => {
      const [person, channel] = [String(id++), String(id++)];
      for (const before of after) await send(before, person, channel);
      const { response, ms } = await send(question, person, channel);
      const [observed] = seen;
      if (observed === undefined) throw new Error('The bot told its observer nothing');
      return { ...shown(house, observed, response), ms };
    },
  };
};

const payload = (of: { id: string; person: string; channel: string; question: string }) => ({
  id: of.id,
  token: 'exam',
  type: 2,
  guild_id: '1',
  channel_id: of.channel,
  channel: { id: of.channel },
  locale: 'en-US',
  member: { user: { id: of.person }, permissions: '0', roles: [] },
  data: { name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: of.question }] },
});

const shown = (house: House, observed: Observation, response: APIInteractionResponse): Shown => {
  const { kind, topic, facts, citations, offers, topics = topic === undefined ? [] : [topic] } = observed;
  const { story } = house.index();
  return {
    is: kind === 'bug' || kind === 'choice' ? kind : facts.length > 0 ? 'answer' : 'miss',
    topics,
    offers,
    cites: citations.map(({ statement }) => statement),
    facts: facts.map((id) => story.facts.get(id)?.text ?? '').join('\n'),
    text: textsIn(response).join('\n'),
  };
};

/** Everything written in a message, without the labels of its buttons and the strokes that keep markup at bay. */
const textsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    key === 'content' && typeof held === 'string' ? [held.replaceAll('\\', '')] : textsIn(held),
  );
};
