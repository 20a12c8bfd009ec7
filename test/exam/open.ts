import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from '../../src/book/parse.ts';
import type { Story } from '../../src/story/model.ts';
import { faults } from './mark.ts';
import { type Question, type QuestionProblem, readQuestions } from './question.ts';
import type { Bot, Shown } from './shown.ts';

/** What a member is shown of each topic, by its id. */
export type Answers = ReadonlyMap<string, Shown>;

/** Each topic as our bot shows it: what a question's demands are held against, and what rivals answer with. */
export const answersOf = async (bot: Bot, story: Story): Promise<Answers> => {
  const answers = new Map<string, Shown>();
  for (const id of story.topics.keys()) answers.set(id, await bot.ask(id));
  return answers;
};

/** Every question of a folder. Throws everything that is wrong with them, by file and line, and never their words. */
export const openQuestions = async (folder: string, story: Story, answers: Answers): Promise<Question[]> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const read = await Promise.all(
    files.map(async (file) => readFileOf(file, await readFile(join(folder, file), 'utf8'))),
  );
  const seen = new Set<string>();
  const questions = read.flatMap((one) => one.questions);
  const problems = read.flatMap((one) => [
    ...one.problems,
    ...one.questions.flatMap((question, i) =>
      problemsOf(question, story, answers, seen).map((problem) =>
        one.lineFor({ ...problem, at: [i, ...problem.at] }),
      ),
    ),
  ]);
  if (problems.length > 0) throw new Error(`The questions cannot be asked:\n${problems.join('\n')}`);
  return questions;
};

const readFileOf = (file: string, text: string) => {
  const { value, problems, lineOf } = parse(file, text);
  const lineFor = ({ at, message }: QuestionProblem) =>
    `  ${file}, line ${lineOf(at)} · ${at.join(' › ')}: ${message}`;
  if (problems.length > 0)
    return {
      questions: [],
      problems: problems.map((one) => `  ${file}, line ${one.line}: ${one.message}`),
      lineFor,
    };
  const outcome = readQuestions(value);
  return 'questions' in outcome
    ? { questions: outcome.questions, problems: [], lineFor }
    : { questions: [], problems: outcome.problems.map(lineFor), lineFor };
};

/** What is wrong with a question against the story: ids that are not there, a second time, an answer that cannot be. */
export const problemsOf = (
  question: Question,
  story: Pick<Story, 'topics' | 'statements'>,
  answers: Answers,
  seen: Set<string> = new Set(),
): QuestionProblem[] => {
  const { ask, after = [], right = [], second = [], cites = [] } = question;
  const words = JSON.stringify([...after, ask]);
  const isRepeated = seen.has(words);
  seen.add(words);
  const unknown = (key: string, ids: readonly string[], known: ReadonlyMap<string, unknown>) =>
    ids.flatMap((id, i) => (known.has(id) ? [] : [{ at: [key, i], message: `there is no "${id}"` }]));
  const problems = [
    ...(isRepeated ? [{ at: [], message: 'is asked a second time' }] : []),
    ...unknown('right', right, story.topics),
    ...unknown('second', second, story.topics),
    ...unknown('cites', cites, story.statements),
  ];
  return problems.length > 0 || right.length === 0 ? problems : unmarkable(question, answers);
};

/** No right topic would be marked as right: then the question asks for what cannot be. */
const unmarkable = (question: Question, answers: Answers): QuestionProblem[] => {
  const { right = [], second = [] } = question;
  const possible = right.flatMap((id) => (second.length === 0 ? [[id]] : second.map((other) => [id, other])));
  const wrongs = possible.map((ids) =>
    faults(question, together(ids.flatMap((id) => answers.get(id) ?? []))),
  );
  if (wrongs.some((list) => list.length === 0)) return [];
  return [{ at: ['right'], message: `no right topic is right: ${wrongs[0]?.join(', ')}` }];
};

const together = (parts: readonly Shown[]): Shown => ({
  is: 'answer',
  topics: parts.flatMap(({ topics }) => topics),
  offers: [],
  cites: parts.flatMap(({ cites }) => cites),
  facts: parts.map(({ facts }) => facts).join('\n'),
  text: parts.map(({ text }) => text).join('\n'),
});

/** How many questions are, word for word, a wording of the record: those are no test of search. */
export const verbatim = (questions: readonly Question[], wordings: readonly string[]): number => {
  const wordsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
  const known = new Set(wordings.map(wordsOf));
  return questions.filter(({ ask }) => known.has(wordsOf(ask))).length;
};
