import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPress, stepPress } from '../../src/discord/press.ts';
import type { Message } from '../../src/discord/render/message.ts';
import { plain } from '../../src/discord/render/plain.ts';
import { type Below, messagesFor, render } from '../../src/discord/render/render.ts';
import type { Block, Page } from '../../src/discord/reply.ts';
import { answer, citeAll } from '../../src/story/answer.ts';
import type { Actor, Fact, NonEmpty, Source, Statement, Topic } from '../../src/story/model.ts';
import { standings } from '../../src/story/model.ts';

const owner = '18446744073709551615';
const origin = { manner: 'say', command: 'ask', values: ['a-topic'], owner } as const;

const telling = (step: string, ...values: readonly string[]) => ({
  label: 'Something is wrong',
  press: stepPress(step, ...values),
});
const below = (fact: string): Below => ({
  buttons: [telling('helpful', fact, '0123456789ab'), telling('wrong', fact, '0123456789ab')],
});
const asked = { type: ComponentType.TextDisplay, content: `${'字'.repeat(100)}${'n'.repeat(60)}` } as const;

/** Any text that a story may hold: long, markup, scripts of three bytes a letter. */
const words = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ minLength: 1, maxLength, unit: 'grapheme' }),
      fc.string({ minLength: 1, maxLength, unit: 'binary' }),
      fc.constantFrom('*'.repeat(maxLength), '字'.repeat(maxLength), '@everyone <@1>'.slice(0, maxLength)),
    )
    .filter((text) => plain(text) !== '');

const actor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constant('actor'),
  name: words(80),
  kind: fc.constant('company'),
  what: words(300),
  also: fc.constant([]),
  heard: fc.constant([]),
});

const source: fc.Arbitrary<Source> = fc.record({
  id: fc.constant('source'),
  publisher: words(120),
  title: words(200),
  author: fc.option(words(120), { nil: undefined }),
  date: fc.constantFrom('2018', '2018-06', '2018-06-05'),
  url: fc.option(
    fc.integer({ min: 1, max: 380 }).map((n) => `https://example.org/${'a'.repeat(n)}`),
    { nil: undefined },
  ),
  kind: fc.constant('blog'),
  trust: fc.constantFrom('strong', 'weak'),
  from: fc.option(words(120), { nil: undefined }),
  fingerprint: fc.constant([]),
});

const statement: fc.Arbitrary<Statement> = fc.record({
  id: fc.uuid(),
  source,
  by: actor,
  on: fc.constant('2018-06-05'),
  kind: fc.constant('reported'),
  wording: fc.oneof(
    words(400).map((text) => ({ as: 'quote', text, line: 3 }) as const),
    words(400).map((text) => ({ as: 'gist', text }) as const),
  ),
});

const some = <T>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<NonEmpty<T>> =>
  fc.tuple(one, fc.array(one, { maxLength: maxLength - 1 })).map(([first, rest]) => [first, ...rest]);

const fact: fc.Arbitrary<Fact> = fc.record({
  id: fc.uuid(),
  text: words(400),
  standing: fc.constantFrom(...standings),
  asOf: fc.constant('2018-06-05'),
  rests: some(statement, 8),
  against: fc.array(statement, { maxLength: 4 }),
});

const empty: Topic[] = [];
const topic: fc.Arbitrary<Topic> = fc.record({
  id: fc.constant('a-topic'),
  title: words(100),
  asked: fc.constant(['why'] as const),
  phrasings: fc.constant([]),
  facts: some(fact, 5),
  next: fc
    .array(words(100), { maxLength: 7 })
    .map((titles) => titles.map((title, i) => ({ ...stub, id: `next-${i}`, title }))),
});
const stub = { asked: ['x'], facts: [], next: empty } as unknown as Omit<Topic, 'id' | 'title'>;

const textsOf = ({ components }: Message): string[] =>
  components.flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []));

const countOf = (components: readonly APIMessageTopLevelComponent[]): number =>
  components.reduce((sum, one) => sum + 1 + ('components' in one ? one.components.length : 0), 0);

const withinLimits = (message: Message): void => {
  const texts = textsOf(message);
  expect(texts.join('').length).toBeLessThanOrEqual(4000);
  expect(texts.every((text) => text.length > 0)).toBe(true);
  expect(countOf(message.components)).toBeLessThanOrEqual(40);
  expect(Buffer.byteLength(JSON.stringify({ type: 4, data: message }))).toBeLessThanOrEqual(10_170);
  expect(message.allowed_mentions).toEqual({ parse: [] });
  const ids = message.components.flatMap((one) =>
    one.type === ComponentType.ActionRow
      ? one.components.map((button) => ('custom_id' in button ? button.custom_id : ''))
      : [],
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(readPress(id)).toBeDefined();
};

/** All pages of a reply, by its own pager. */
const pagesOf = (draw: (page: number) => Message): Message[] => {
  const pages = [draw(0)];
  for (
    let page = 1;
    textsOf(pages[page - 1] as Message).some(
      (text) => text === `-# Page ${page} of ${total(pages[0] as Message)}`,
    ) && page < total(pages[0] as Message);
    page++
  )
    pages.push(draw(page));
  return pages;
};
const total = (message: Message): number =>
  Number(/^-# Page 1 of (\d+)$/.exec(textsOf(message).at(-1) ?? '')?.[1] ?? 1);

/** The marks in the points of a message, and those under which it lists a source. */
const marksOf = (message: Message) => {
  const lines = textsOf(message).flatMap((text) => text.split('\n'));
  const listed = lines.flatMap((line) => /^-# \[(\d+)\] \*\*/.exec(line)?.[1] ?? []);
  return new Set(listed);
};

test('every answer keeps Discord’s limits, whatever stands in it, and no source is lost', () => {
  fc.assert(
    fc.property(topic, (some) => {
      const reply = answer(some);
      const pages = pagesOf((page) => render(reply, origin, page, below(some.facts[0].id)));
      for (const page of pages) {
        withinLimits(page);
        // Whoever is written to directly has one more text over it.
        withinLimits({ ...page, components: [asked, ...page.components] });
      }
      const listed = new Set(pages.flatMap((page) => [...marksOf(page)]));
      for (const { mark } of reply.citations) expect(listed).toContain(String(mark));
      const text = pages.flatMap(textsOf).join('\n');
      for (const { marks } of reply.points) expect(text).toContain(marks.map((mark) => `[${mark}]`).join(''));
    }),
    { numRuns: 100 },
  );
});

test('every page of a list keeps Discord’s limits, and none of its blocks is lost', () => {
  const block: fc.Arbitrary<Block> = fc.oneof(
    words(300).map((text) => ({ is: 'note', text }) as const),
    source.map((one) => ({ is: 'source', source: one }) as const),
    statement.map((one) => ({ is: 'statement', citation: { mark: 7, statement: one } }) as const),
  );
  fc.assert(
    fc.property(words(100), some(block, 20), fc.array(fact, { maxLength: 12 }), (heading, others, facts) => {
      const { points, citations } = citeAll(facts, []);
      const [first, ...rest] = others;
      const blocks: Page['blocks'] = [
        first,
        ...rest,
        ...points.map((point): Block => ({ is: 'point', point, label: 'May' })),
      ];
      const reply: Page = { kind: 'page', heading, blocks, citations };
      const pages = pagesOf((page) => render(reply, origin, page));
      for (const page of pages) withinLimits(page);
      const shown = pages
        .flatMap(textsOf)
        .filter((text) => !text.startsWith('### ') && !text.startsWith('-# Page'));
      expect(shown.length).toBeGreaterThanOrEqual(blocks.filter((one) => one.is !== 'note').length);
    }),
    { numRuns: 100 },
  );
});

test('misses, choices and notices keep Discord’s limits', () => {
  fc.assert(
    fc.property(
      some(topic, 3),
      fc.array(words(400), { maxLength: 8 }),
      some(words(300), 6),
      (topics, foreign, lines) => {
        const distinct = topics.map((one, i) => ({ ...one, id: `t-${i}` }));
        const miss = { kind: 'miss', foreign, absent: foreign, nearest: distinct } as const;
        withinLimits(render(miss, origin));
        withinLimits(
          render(miss, origin, 0, { note: 'n'.repeat(150), buttons: [telling('ask-moderators', owner)] }),
        );
        withinLimits(render({ kind: 'choice', topics: distinct as unknown as NonEmpty<Topic> }, origin));
        withinLimits(render({ kind: 'notice', heading: 'Help', lines }, origin));
      },
    ),
    { numRuns: 100 },
  );
});

test('a page that is not there is the last one', () => {
  fc.assert(
    fc.property(topic, (some) => {
      const reply = answer(some);
      expect(render(reply, origin, 9999)).toEqual(render(reply, origin, messagesFor(reply) - 1));
    }),
    { numRuns: 30 },
  );
});
