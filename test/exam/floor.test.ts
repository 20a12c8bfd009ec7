import { expect, test } from 'vitest';
import { houses } from '../conversation/houses.ts';
import { ours } from './door.ts';
import { figures, type Share } from './figures.ts';
import { floor } from './floor.ts';
import { halfOf } from './half.ts';
import { answersOf, openQuestions } from './open.ts';
import { sit } from './sit.ts';

const percent = ({ is, of }: Share) => (100 * is) / of;

test('on the tuning half of the examination, the bot does not fall back', { timeout: 15_000 }, async () => {
  const furnished = await houses()(undefined);
  const { story } = furnished.index();
  const bot = ours(furnished);
  const questions = await openQuestions('test/exam/questions', story, await answersOf(bot, story));
  const sat = await sit(
    bot,
    questions.filter(({ ask }) => halfOf(ask) === 'tuning'),
  );
  const { rightFirst, wrong, falseAnswers, abstention } = figures(sat.map(({ mark }) => mark));
  expect(percent(rightFirst)).toBeGreaterThanOrEqual(floor.rightFirstPercent);
  expect(percent(wrong)).toBeLessThanOrEqual(floor.wrongPercent);
  expect(percent(falseAnswers)).toBeLessThanOrEqual(floor.falseAnswerPercent);
  expect(abstention.f1).toBeGreaterThanOrEqual(floor.abstentionF1);
});
