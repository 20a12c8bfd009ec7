import { type Astray, collisions as collide, type Unreached } from '../story/collisions.ts';
import { index } from '../story/search/index.ts';
import { storyIn } from './story-in.ts';
import { count, type Entry, table, type Verb } from './verb.ts';

/** So many wordings of two topics are shown, and of those that nobody is sure of. */
const EXAMPLES = 2;
const MOST = 15;

/** Topics that answer the same questions, phrasings that nearly lead elsewhere, facts nobody can reach. A report: nothing in it is forbidden. */
export const collisions: Verb = {
  usage: 'collisions',
  run: async (_, { knowledge, page }) => {
    const { asked, led, near, unsure, unreached } = collide(index(await storyIn(knowledge)));
    const pairs = [...Map.groupBy(led, pairOf)].sort(([, a], [, b]) => b.length - a.length);
    const part = (head: string, entries: readonly Entry[]) => [
      page.ink.bold(head),
      ...(entries.length > 0 ? table(entries, page) : []),
    ];
    return {
      lines: [
        `${count(asked, 'wording')}, each asked as if it had not been written`,
        ...part(
          `Answered by another topic: ${led.length}`,
          pairs.flatMap(([pair, some]) => pairEntries(pair, some)),
        ),
        ...part(`Nearly so: ${near.length}${most(near)}`, near.slice(0, MOST).map(nearEntry)),
        ...part(
          `Not answered, and nearer to another topic: ${unsure.length}${most(unsure)}`,
          unsure.slice(0, MOST).map(nearEntry),
        ),
        ...part(`Facts nobody can reach: ${unreached.length}`, unreached.map(unreachedEntry)),
      ],
      isWell: true,
    };
  },
};

const most = ({ length }: readonly unknown[]): string => (length > MOST ? `; the first ${MOST}` : '');

const pairOf = ({ topic, other }: Astray): string => [topic.id, other.id].toSorted().join(' and ');

const pairEntries = (pair: string, some: readonly Astray[]): Entry[] => [
  [pair, count(some.length, 'wording')],
  ...some
    .slice(0, EXAMPLES)
    .map(({ wording, topic, other }): Entry => [pair, `"${wording}" of ${topic.id} leads to ${other.id}`]),
];

const nearEntry = ({ wording, topic, other, ahead }: Astray): Entry => [
  topic.id,
  `"${wording}" is ${Math.abs(ahead).toFixed(2)} ${ahead < 0 ? 'nearer to' : 'farther from'} ${other.id}`,
];

const unreachedEntry = ({ fact, because }: Unreached): Entry => [
  fact.id,
  because === 'no topic'
    ? 'no topic shows it'
    : 'no title or phrasing of its topics has a telling word of it',
];
