import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, answerPart, cite, citeAll } from '../../src/story/answer.ts';
import { type Fact, hasSome, type NonEmpty, type Statement } from '../../src/story/model.ts';
import { storyOf } from './story-of.ts';

const { topics, facts, statements } = storyOf();
const known = [...statements.values()];
const fact = (id: string): Fact => facts.get(id) ?? expect.fail(`no fact ${id}`);
const [cost, fellSilent] = [fact('cost'), fact('fell-silent')];

test('statements are numbered in the order in which a reader meets them', () => {
  const why = topics.get('why-stopped');
  expect(why && answer(why)).toMatchObject({
    kind: 'answer',
    topic: { id: 'why-stopped' },
    points: [
      { fact: { id: 'lightning' }, marks: [1], against: [2] },
      { fact: { id: 'fell-silent' }, marks: [3], against: [] },
    ],
    citations: [
      { mark: 1, statement: { id: 'corvane-lightning' } },
      { mark: 2, statement: { id: 'minutes-no-storm' } },
      { mark: 3, statement: { id: 'echo-silent' } },
    ],
  });
});

test('a statement that two facts rest on keeps its number', () => {
  const { points, citations } = cite([cost, fellSilent, { ...cost, id: 'again' }]);
  expect(points.map(({ marks }) => marks)).toEqual([[1], [2], [1]]);
  expect(citations.map(({ statement }) => statement.id)).toEqual(['minutes-cost', 'echo-silent']);
});

test('an answer has its topic’s question for a title, and part of one a title of its own', () => {
  const why = topics.get('why-stopped');
  expect(why && answer(why).title).toBe('Why did the harbour clock stop?');
  expect(why && answerPart(why, 'When it was', [fellSilent])).toMatchObject({
    kind: 'answer',
    topic: { id: 'why-stopped' },
    title: 'When it was',
    points: [{ fact: { id: 'fell-silent' }, marks: [1] }],
    citations: [{ mark: 1, statement: { id: 'echo-silent' } }],
  });
});

test('without a fact there is nothing to cite', () => {
  expect(citeAll([], [])).toEqual({ points: [], citations: [] });
});

test('facts cannot be cited without a statement behind them', () => {
  expect(() => cite([] as unknown as NonEmpty<Fact>)).toThrow('without a statement');
});

const shuffled = (least: number): fc.Arbitrary<Statement[]> =>
  fc.shuffledSubarray(known, { minLength: least });
const atLeastOne = (some: Statement[]): NonEmpty<Statement> => (hasSome(some) ? some : expect.fail('none'));
const someFact: fc.Arbitrary<Fact> = fc
  .record({ rests: shuffled(1), against: shuffled(0) })
  .map(({ rests, against }) => ({ ...cost, rests: atLeastOne(rests), against }));

test('every mark has its citation and every citation its mark, numbered from 1 without a gap', () => {
  fc.assert(
    fc.property(fc.array(someFact, { maxLength: 6 }), shuffled(0), (some, beside) => {
      const { points, citations } = citeAll(some, beside);
      const marks = citations.map(({ mark }) => mark);
      const shown = points.flatMap((point) => [...point.marks, ...point.against]);
      expect(marks).toEqual(citations.map((_, i) => i + 1));
      expect(new Set(citations.map(({ statement }) => statement)).size).toBe(citations.length);

      const statementOf = new Map(citations.map(({ mark, statement }) => [mark, statement]));
      expect(points.map(({ fact }) => fact)).toEqual(some);
      for (const { fact, marks, against } of points) {
        expect(marks.map((mark) => statementOf.get(mark))).toEqual(fact.rests);
        expect(against.map((mark) => statementOf.get(mark))).toEqual(fact.against);
      }
      expect([...new Set([...beside.map((_, i) => i + 1), ...shown])]).toEqual(marks);
    }),
  );
});
