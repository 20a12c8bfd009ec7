import type { Desk } from '../../desk/surface.ts';
import { hasSome, type NonEmpty, type Story } from '../../story/model.ts';
import type { Moderating } from '../moderating.ts';
import { count, type Notice } from '../reply.ts';

/** How many days back, the day that is not over yet counted. */
const SPANS = [7, 30] as const;

const A_DAY = 86_400_000;
const MOST_TOPICS = 5;
const MOST_MARKS = 5;

/** How often the bot was asked and what came of it: numbers only, and of no one. */
export const stats = async (
  { desk, now }: Pick<Moderating, 'desk' | 'now'>,
  story: Story,
): Promise<Notice> => {
  const spans = await Promise.all(
    SPANS.map(async (days) => {
      const since = new Date(now().getTime() - (days - 1) * A_DAY);
      return spanLines(days, await desk.tally.since(since), story);
    }),
  );
  const lines = [...spans.flat(), await markedLine(desk)];
  return { kind: 'notice', heading: 'What was asked', lines: hasSome(lines) ? lines : ['Nothing yet.'] };
};

type Counted = Awaited<ReturnType<Desk['tally']['since']>>;

const spanLines = (days: number, counted: Counted, story: Story): NonEmpty<string> => {
  const sum = (...kinds: readonly string[]) =>
    counted.filter(({ kind }) => kinds.includes(kind)).reduce((all, one) => all + one.count, 0);
  const asked = sum('answered', 'chosen', 'missed');
  const head =
    `The last ${days} days: ${count(asked, 'question')}, of which ${sum('answered')} answered in the asker's own words, ` +
    `${sum('chosen')} chosen from a list, ${sum('missed')} missed.`;
  const topics = mostAsked(counted).map(([id, many]) => `${story.topics.get(id)?.title ?? id} ${many}`);
  return hasSome(topics) ? [head, `Most asked: ${topics.join(' · ')}`] : [head];
};

const mostAsked = (counted: Counted): [topic: string, many: number][] => {
  const many = new Map<string, number>();
  for (const { topic, count } of counted)
    if (topic !== undefined) many.set(topic, (many.get(topic) ?? 0) + count);
  return [...many].toSorted(([, a], [, b]) => b - a).slice(0, MOST_TOPICS);
};

const markedLine = async ({ marks }: Pick<Desk, 'marks'>): Promise<string> => {
  const wrongs = await marks.wrongs(MOST_MARKS);
  return hasSome(wrongs)
    ? `Marked wrong, and not settled: ${wrongs.map((one) => `${one.fact} ${one.count}`).join(' · ')}`
    : 'Nothing that was marked wrong waits to be settled.';
};
