import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Observed } from '../src/local/chat.ts';
import { ask } from '../src/story/ask.ts';
import type { Story } from '../src/story/model.ts';
import type { Index } from '../src/story/search/index.ts';
import { type Furnished, houses } from './conversation/houses.ts';
import { play } from './conversation/play.ts';
import { openScript } from './conversation/read.ts';

/** Ids of what was met of a story and its commands. */
type Met = Readonly<Record<'commands' | 'topics' | 'facts' | 'sources', ReadonlySet<string>>>;

/** What a bot told its observer that it showed. A refusal exercises nothing but the refusal. */
export const shown = (
  seen: readonly Pick<Observed, 'command' | 'kind' | 'topic' | 'facts' | 'citations'>[],
): Met => {
  const given = seen.filter(({ kind }) => kind !== 'refusal' && kind !== 'bug');
  return {
    commands: new Set(given.map(({ command }) => command)),
    topics: new Set(given.flatMap(({ topic }) => topic ?? [])),
    facts: new Set(given.flatMap(({ facts }) => facts)),
    sources: new Set(given.flatMap(({ citations }) => citations.map(({ source }) => source))),
  };
};

/** What is found by asking in the words that the curators wrote down as ways of asking. */
export const reached = (index: Index): Omit<Met, 'commands'> => {
  const phrasings = [...index.story.topics.values()].flatMap(({ asked }) => asked);
  const answers = phrasings.flatMap((phrasing) => {
    const reply = ask(index, phrasing);
    return reply.kind === 'answer' ? [reply] : [];
  });
  return {
    topics: new Set(answers.map(({ topic }) => topic.id)),
    facts: new Set(answers.flatMap(({ points }) => points.map(({ fact }) => fact.id))),
    sources: new Set(
      answers.flatMap(({ citations }) => citations.map(({ statement }) => statement.source.id)),
    ),
  };
};

/** Of a story's things, those that were not met. */
export const unmet = (story: Story, met: Omit<Met, 'commands'>) => {
  const left = (all: ReadonlyMap<string, unknown>, some: ReadonlySet<string>) =>
    [...all.keys()].filter((id) => !some.has(id));
  return {
    topics: left(story.topics, met.topics),
    facts: left(story.facts, met.facts),
    sources: left(story.sources, met.sources),
  };
};

const folder = 'test/conversations';

/** Plays every script, to its end even where it fails, and gives by story what the bot showed. */
const playAll = async (houseOf: (story: string | undefined) => Promise<Furnished>) => {
  const seen = new Map<string | undefined, Observed[]>();
  const failed: string[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.yaml'))) {
    const script = await openScript(join(folder, file));
    const ours = seen.get(script.story) ?? [];
    seen.set(script.story, ours);
    await play(script, await houseOf(script.story), (one) => ours.push(one)).catch(() => failed.push(file));
  }
  return { seen, failed };
};

const print = (line: string) => void process.stdout.write(`${line}\n`);

const printStory = ({ index, commands }: Furnished, seen: readonly Observed[]): void => {
  const { story } = index();
  const met = shown(seen);
  const byNone = {
    commands: [...commands.keys()].filter((name) => !met.commands.has(name)),
    ...unmet(story, met),
  };
  const all = { commands, topics: story.topics, facts: story.facts, sources: story.sources };
  print(`\n${story.title}`);
  for (const [what, { size }] of Object.entries(all)) {
    const left = byNone[what as keyof typeof all];
    print(
      `  ${what}: ${size - left.length} of ${size} in scripts${left.length > 0 ? `; in none: ${left.join(', ')}` : ''}`,
    );
  }
  for (const [what, left] of Object.entries(unmet(story, reached(index()))))
    if (left.length > 0) print(`  ${what} that no phrasing reaches: ${left.join(', ')}`);
};

if (import.meta.main) {
  const houseOf = houses();
  const { seen, failed } = await playAll(houseOf);
  for (const [story, ours] of seen) printStory(await houseOf(story), ours);
  if (failed.length > 0) print(`\nScripts that fail: ${failed.join(', ')}`);
}
