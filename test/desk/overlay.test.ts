import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../src/desk/apply.ts';
import { overlay } from '../../src/desk/overlay.ts';
import type { Revision } from '../../src/ledger/revision.ts';
import { type Change, canonical, entryIn, isSame, type Named } from '../../src/story/entry.ts';
import type { Written } from '../../src/story/schema.ts';
import { lighthouse, some } from './lighthouse.ts';

const fact = (text: string) => ({ text, standing: 'stated' as const, asOf: '1907', rests: ['log-bell'] });

const revision = (seq: number, changes: readonly Change[]): Revision => ({
  seq,
  key: `k${seq}`,
  by: 1,
  approvedBy: null,
  at: '1907-03-01T00:00:00.000Z',
  undoes: null,
  prev: '',
  hash: '',
  why: 'So.',
  changes: some(changes),
});

const change = (id: string, before: string | null, after: string | null): Change => ({
  entry: 'fact',
  id,
  before: before === null ? null : fact(before),
  after: after === null ? null : fact(after),
});

/** The book with these facts, and no others. */
const book = (facts: Readonly<Record<string, string | null>>): Written => ({
  ...lighthouse,
  facts: {
    ...lighthouse.facts,
    facts: Object.fromEntries(
      Object.entries(facts).flatMap(([id, text]) => (text === null ? [] : [[id, fact(text)]])),
    ),
  },
});

const laid = (written: Written, revisions: readonly Revision[]) => {
  const outcome = overlay(written, revisions);
  if ('problems' in outcome) throw new Error(outcome.problems[0].message);
  return outcome;
};

const texts = (written: Written) =>
  Object.fromEntries(Object.entries(written.facts.facts).map(([id, { text }]) => [id, text]));

const cases: readonly [string, Record<string, string | null>, Change[][], object][] = [
  ['nothing on nothing', { a: '1' }, [], { told: { a: '1' }, absorbed: [], conflicts: [] }],
  ['one that fits', { a: '1' }, [[change('a', '1', '2')]], { told: { a: '2' }, absorbed: [], conflicts: [] }],
  [
    'one on the other',
    { a: '1' },
    [[change('a', '1', '2')], [change('a', '2', '3')]],
    { told: { a: '3' }, absorbed: [], conflicts: [] },
  ],
  [
    'one that the book says',
    { a: '2' },
    [[change('a', '1', '2')]],
    { told: { a: '2' }, absorbed: [1], conflicts: [] },
  ],
  [
    'the book in the middle',
    { a: '2' },
    [[change('a', '1', '2')], [change('a', '2', '3')]],
    { told: { a: '3' }, absorbed: [1], conflicts: [] },
  ],
  [
    'the book at the end',
    { a: '3' },
    [[change('a', '1', '2')], [change('a', '2', '3')]],
    { told: { a: '3' }, absorbed: [1, 2], conflicts: [] },
  ],
  [
    'the book says something else',
    { a: 'x' },
    [[change('a', '1', '2')], [change('a', '2', '3')]],
    { told: { a: 'x' }, absorbed: [], conflicts: [1, 2] },
  ],
  [
    'decided after a conflict',
    { a: 'x' },
    [[change('a', '1', '2')], [change('a', 'x', '3')]],
    { told: { a: '3' }, absorbed: [1], conflicts: [] },
  ],
  [
    'decided for the book',
    { a: 'x' },
    [[change('a', '1', '2')], [change('a', 'x', 'x')]],
    { told: { a: 'x' }, absorbed: [1, 2], conflicts: [] },
  ],
  [
    'there and back',
    { a: '1' },
    [[change('a', '1', '2')], [change('a', '2', '1')]],
    { told: { a: '1' }, absorbed: [1, 2], conflicts: [] },
  ],
  [
    'there, exported, and back',
    { a: '2' },
    [[change('a', '1', '2')], [change('a', '2', '1')]],
    { told: { a: '1' }, absorbed: [1], conflicts: [] },
  ],
  ['new', {}, [[change('a', null, '1')]], { told: { a: '1' }, absorbed: [], conflicts: [] }],
  ['taken out', { a: '1' }, [[change('a', '1', null)]], { told: {}, absorbed: [], conflicts: [] }],
  [
    'taken out of the book as well',
    {},
    [[change('a', '1', null)]],
    { told: {}, absorbed: [1], conflicts: [] },
  ],
  [
    'of two together one does not fit: neither is told',
    { a: '1', b: 'x' },
    [[change('a', '1', '2'), change('b', '1', '2')]],
    { told: { a: '1', b: 'x' }, absorbed: [], conflicts: [1] },
  ],
  [
    'and what builds on it falls too',
    { a: '1', b: 'x' },
    [[change('a', '1', '2'), change('b', '1', '2')], [change('a', '2', '3')]],
    { told: { a: '1', b: 'x' }, absorbed: [], conflicts: [1, 2] },
  ],
  [
    'and what does not, stands',
    { a: '1', b: 'x', c: '1' },
    [[change('a', '1', '2'), change('b', '1', '2')], [change('c', '1', '2')]],
    { told: { a: '1', b: 'x', c: '2' }, absorbed: [], conflicts: [1] },
  ],
  [
    '"constructor" is a name like any other',
    {},
    [[change('constructor', null, '1')]],
    { told: { constructor: '1' }, absorbed: [], conflicts: [] },
  ],
];

test.each(cases)(
  '%s',
  (_, facts, all, {
    told,
    absorbed,
    conflicts,
  }: { told?: object; absorbed?: number[]; conflicts?: number[] }) => {
    const outcome = laid(
      book(facts),
      all.map((changes, i) => revision(i + 1, changes)),
    );
    expect(texts(outcome.written)).toEqual(told);
    expect([...outcome.absorbed]).toEqual(absorbed);
    expect([...new Set(outcome.conflicts.map(({ revision: { seq } }) => seq))]).toEqual(conflicts);
  },
);

test('a conflict tells what the book says instead', () => {
  const { conflicts } = laid(book({ a: 'x' }), [revision(1, [change('a', '1', '2')])]);
  expect(conflicts).toMatchObject([{ revision: { seq: 1 }, change: { id: 'a' }, now: { text: 'x' } }]);
});

test('it is the same whatever order keys were written in, and whether or not a list is empty', () => {
  const { text, ...rest } = fact('1');
  expect(isSame({ ...rest, text }, fact('1'))).toBe(true);
  expect(isSame({ ...rest, text, against: [] }, fact('1'))).toBe(true);
  expect(isSame({ ...rest, text, against: ['x'] }, fact('1'))).toBe(false);
});

/** What a program does: edits entries together, or takes an earlier revision back where nothing was built on it. */
type Step =
  | { readonly is: 'edit'; readonly facts: readonly { readonly id: string; readonly text: string | null }[] }
  | { readonly is: 'undo'; readonly which: number }
  | { readonly is: 'export' };

const names = ['a', 'b', 'c', 'd'];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('edit' as const),
      facts: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom(...names),
          text: fc.option(fc.constantFrom('1', '2', '3', '4'), { freq: 4 }),
        }),
        { minLength: 1, maxLength: 3, selector: ({ id }) => id },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('undo' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('export' as const) }) },
);

/** The same as a map of texts, which is all that a model needs. */
const run = (start: Record<string, string | null>, steps: readonly Step[]) => {
  const model = new Map<string, string | null>(names.map((id) => [id, start[id] ?? null]));
  const revisions: Revision[] = [];
  let written = book(start);
  const now = (id: string): Named['value'] => {
    const text = model.get(id) ?? null;
    return text === null ? null : fact(text);
  };
  const enter = (changes: readonly Change[]) => {
    const real = changes.filter(({ before, after }) => !isSame(before, after));
    if (real.length === 0) return;
    revisions.push(revision(revisions.length + 1, real));
    for (const { id, after } of real) model.set(id, after === null ? null : (after as { text: string }).text);
  };
  for (const one of steps) {
    switch (one.is) {
      case 'edit':
        enter(
          one.facts.map(
            ({ id, text }) =>
              ({ entry: 'fact', id, before: now(id), after: text === null ? null : fact(text) }) as Change,
          ),
        );
        break;
      case 'undo': {
        const back = revisions[one.which % Math.max(1, revisions.length)];
        if (back?.changes.every(({ id, after }) => isSame(after, now(id))))
          enter(back.changes.map((each) => ({ ...each, before: each.after, after: each.before }) as Change));
        break;
      }
      case 'export':
        written = laid(written, revisions).written;
        break;
      default:
        one satisfies never;
    }
  }
  return { written, revisions, model };
};

const start = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('1', '2', '3'), { maxKeys: 4 });

test('programs of up to 1,000 edits, undos and exports tell what a plain map tells', () => {
  fc.assert(
    fc.property(start, fc.array(step, { maxLength: 1000, size: 'max' }), (facts, steps) => {
      const { written, revisions, model } = run(facts, steps);
      const outcome = laid(written, revisions);
      expect(outcome.conflicts).toEqual([]);
      expect(texts(outcome.written)).toEqual(
        Object.fromEntries([...model].filter(([, text]) => text !== null)),
      );
      // What is left to write makes the book say all of it, and then nothing is left.
      expect(laid(outcome.written, revisions).told).toEqual([]);
    }),
    { numRuns: 40, seed: 1907 },
  );
}, 20_000);

test('an edit that is taken back leaves the story as it was', () => {
  fc.assert(
    fc.property(start, fc.array(step, { maxLength: 30 }), step, (facts, steps, last) => {
      const before = run(facts, steps);
      const after = run(facts, [...steps, last]);
      const [more] = after.revisions.slice(before.revisions.length);
      if (more === undefined || last.is !== 'edit') return;
      const back = more.changes.map(
        (each) => ({ ...each, before: each.after, after: each.before }) as Change,
      );
      const undone = laid(after.written, [...after.revisions, revision(after.revisions.length + 1, back)]);
      expect(undone.written).toEqual(laid(before.written, before.revisions).written);
    }),
    { numRuns: 200, seed: 1907 },
  );
});

test('whatever the book is changed to, each revision is told whole, or not at all, or the book says it', () => {
  fc.assert(
    fc.property(start, start, fc.array(step, { maxLength: 12 }), (facts, other, steps) => {
      const { revisions } = run(facts, steps);
      const now = book(other);
      const outcome = laid(now, revisions);
      const barred = new Set(outcome.conflicts.map(({ revision: { seq } }) => seq));
      for (const { seq } of revisions) expect(barred.has(seq) && outcome.absorbed.has(seq)).toBe(false);
      // An entry that no revision tells of says what the book says.
      const told = new Set(outcome.told.map(({ id }) => id));
      for (const id of names)
        if (!told.has(id))
          expect(canonical(entryIn(outcome.written, 'fact', id))).toBe(canonical(entryIn(now, 'fact', id)));
      for (const { id, after } of outcome.told.filter(
        ({ id }, i) => outcome.told.findLastIndex((one) => one.id === id) === i,
      ))
        expect(isSame(entryIn(outcome.written, 'fact', id), after)).toBe(true);
      for (const { changes, seq } of revisions)
        if (barred.has(seq)) for (const one of changes) expect(outcome.told).not.toContain(one);
    }),
    { numRuns: 500, seed: 1907 },
  );
});

test('a statement moves with its source, and a source that still holds statements stays', () => {
  const statement = entryIn(lighthouse, 'statement', 'log-bell');
  if (statement === null) throw new Error('There is no such statement');
  const moved = apply(lighthouse, [
    { entry: 'statement', id: 'log-bell', value: { ...statement, source: 'minutes' } },
  ]);
  if ('problems' in moved) throw new Error('It could not be moved');
  expect(Object.keys(moved.written.sources.sources.log?.statements ?? {})).not.toContain('log-bell');
  expect(entryIn(moved.written, 'statement', 'log-bell')?.source).toBe('minutes');
  expect(entryIn(lighthouse, 'statement', 'log-bell')?.source).toBe('log');
  expect(apply(lighthouse, [{ entry: 'source', id: 'log', value: null }])).toMatchObject({
    problems: [{ at: ['sources', 'log'], message: 'still holds statements' }],
  });
  expect(
    apply(lighthouse, [{ entry: 'statement', id: 'new', value: { ...statement, source: 'nowhere' } }]),
  ).toMatchObject({ problems: [{ message: 'there is no source called "nowhere"' }] });
});
