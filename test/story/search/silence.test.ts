import { expect, test } from 'vitest';
import { find } from '../../../src/story/find.ts';
import { isOwn, textOf } from '../../../src/story/search/index.ts';
import { questionOf } from '../../../src/story/search/question.ts';
import { rank } from '../../../src/story/search/rank.ts';
import { indexOf, storyOf } from '../story-of.ts';

const silent = {
  'phrasings.unanswered': {
    others:
      'what did the repair of the bell cost\nhow many crowns did the bell cost\nwho paid for the bell\n',
    tower: 'when was the tower built\nhow old is the tower\n',
  },
};
const index = indexOf(silent);
const before = indexOf();

test('what the record is silent on is read, by what it is about', () => {
  expect(storyOf(silent).silences.map(({ id, asked }) => [id, asked.length])).toEqual([
    ['others', 3],
    ['tower', 2],
  ]);
  expect(storyOf().silences).toEqual([]);
});

test('it is ranked beside the topics, and is none of them', () => {
  const { topics, silences } = rank(index, questionOf(index, 'how old is that tower'));
  expect(topics.every(({ topic }) => index.story.topics.get(topic.id) === topic)).toBe(true);
  expect(index.entries[silences[0]?.place ?? 0]?.id).toBe('tower');
  expect(rank(before, questionOf(before, 'how old is that tower')).silences).toEqual([]);
});

test('a question like one that is not answered is less likely to be', () => {
  const typed = 'how many crowns did the repair of the bell cost';
  const [now, then] = [find(index, typed), find(before, typed)];
  expect(now.decision.probability).toBeLessThan(then.decision.probability);
  expect(now.found).toEqual([]);
});

test('what people ask in vain makes no word one of the record', () => {
  const rows = Array.from(index.rows.topic, (_, row) => row);
  const own = rows.filter((row) => textOf(index, row).includes('bell') && isOwn(index.rows, row));
  expect(own).toEqual([]);
  expect(index.rows.isOurs[index.idOf('bell') ?? -1]).toBe(0);
});
