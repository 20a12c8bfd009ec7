import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, answer, answerPart, type Several, several } from '../../src/story/answer.ts';
import { ask } from '../../src/story/ask.ts';
import { type Fact, hasSome, type NonEmpty } from '../../src/story/model.ts';
import { indexOf } from './story-of.ts';

const index = indexOf({
  'facts.facts.cost.rests': ['minutes-cost', 'minutes-no-storm'],
  'facts.facts.fell-silent.against': ['minutes-cost'],
});
const { topics, facts, statements } = index.story;
const topic = (id: string) => topics.get(id) ?? expect.fail(`no topic ${id}`);
const fact = (id: string): Fact => facts.get(id) ?? expect.fail(`no fact ${id}`);

test('the statements of both are numbered through, each once', () => {
  expect(several(answer(topic('why-stopped')), answer(topic('repair-cost')))).toMatchObject({
    kind: 'several',
    answers: [
      {
        points: [
          { fact: { id: 'lightning' }, marks: [1], against: [2] },
          { fact: { id: 'fell-silent' }, marks: [3], against: [4] },
        ],
      },
      { points: [{ fact: { id: 'cost' }, marks: [4, 2], against: [] }] },
    ],
    citations: [
      { mark: 1, statement: { id: 'corvane-lightning' } },
      { mark: 2, statement: { id: 'minutes-no-storm' } },
      { mark: 3, statement: { id: 'echo-silent' } },
      { mark: 4, statement: { id: 'minutes-cost' } },
    ],
  });
});

test('what corrects the first is cited before all else', () => {
  const corrected = answerPart(topic('repair-cost'), 'The cost', [fact('cost')], [fact('fell-silent')]);
  const { answers, citations } = several(corrected, answer(topic('why-stopped')));
  expect(citations.map(({ statement }) => statement.id)).toEqual([
    'echo-silent',
    'minutes-cost',
    'minutes-no-storm',
    'corvane-lightning',
  ]);
  expect(answers[0].corrected).toMatchObject([{ fact: { id: 'fell-silent' }, marks: [1], against: [2] }]);
  expect(answers[1].points).toMatchObject([
    { marks: [4], against: [3] },
    { marks: [1], against: [2] },
  ]);
});

/** Under each mark stands what its fact rests on, in one list without a gap. */
const expectConsistent = ({ answers, citations }: Several): void => {
  expect(citations.map(({ mark }) => mark)).toEqual(citations.map((_, i) => i + 1));
  const of = new Map(citations.map(({ mark, statement }) => [mark, statement]));
  expect(new Set(of.values()).size).toBe(citations.length);
  const used = new Set<number>();
  for (const { corrected, points, citations: own } of answers) {
    for (const { fact, marks, against } of [...corrected, ...points]) {
      expect(marks.map((mark) => of.get(mark))).toEqual(fact.retracted?.rests ?? fact.rests);
      expect(against.map((mark) => of.get(mark))).toEqual(fact.retracted === undefined ? fact.against : []);
      for (const mark of [...marks, ...against]) used.add(mark);
    }
    for (const { mark, statement } of own) expect(of.get(mark)).toBe(statement);
  }
  expect(used.size).toBe(citations.length);
};

test('two questions in one message get both answers, under one list', () => {
  const reply = ask(index, 'why did the harbour clock stop and what did the repair cost');
  if (reply.kind !== 'several') return expect.fail(reply.kind);
  expect(reply.answers.map((one) => one.topic.id)).toEqual(['why-stopped', 'repair-cost']);
  expectConsistent(reply);
});

const known = [...statements.values()];
const atLeastOne = <T>(some: readonly T[]): NonEmpty<T> => (hasSome(some) ? some : expect.fail('none'));
const someFact: fc.Arbitrary<Fact> = fc
  .record({
    rests: fc.shuffledSubarray(known, { minLength: 1 }),
    against: fc.shuffledSubarray(known),
    isRetracted: fc.boolean(),
  })
  .map(({ rests, against, isRetracted }) => ({
    ...fact('cost'),
    rests: atLeastOne(rests),
    against,
    ...(isRetracted
      ? {
          retracted: {
            on: '2031-05-01',
            because: 'It was another clock.',
            rests: atLeastOne(rests.slice(0, 1)),
          },
        }
      : {}),
  }));
const someAnswer: fc.Arbitrary<Answer> = fc
  .tuple(fc.array(someFact, { minLength: 1, maxLength: 4 }), fc.array(someFact, { maxLength: 1 }))
  .map(([told, first]) => answerPart(topic('repair-cost'), 'The cost', atLeastOne(told), first));

test('whatever two answers hold, their marks and the one list of citations agree', () => {
  fc.assert(
    fc.property(someAnswer, someAnswer, (first, second) => expectConsistent(several(first, second))),
    { seed: 4 },
  );
});
