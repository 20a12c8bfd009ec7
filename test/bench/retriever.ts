import { ask } from '../../src/story/ask.ts';
import type { Story } from '../../src/story/model.ts';
import { type Index, index } from '../../src/story/search/index.ts';
import type { Answers } from '../exam/open.ts';
import type { Question } from '../exam/question.ts';
import { rivals } from '../exam/rivals/all.ts';
import { type Find, type Rival, rowsOf } from '../exam/rivals/rival.ts';
import { judged, typedOf } from '../exam/rivals/sit.ts';
import type { Shown } from '../exam/shown.ts';
import { marked, type Sat } from '../exam/sit.ts';

/** What came of one question, whatever sort of thing it is. */
export type Tried<R> = { readonly question: Question; readonly result: R; readonly ms: number };

/** A way to find answers, in the steps that are measured one by one. */
export type Retriever<P = unknown, B = unknown, R = unknown> = {
  readonly name: string;
  /** The story in the form in which it is taken in: not counted. */
  readonly prepare: (story: Story) => P;
  readonly build: (prepared: P) => B | Promise<B>;
  readonly ask: (built: B, question: Question) => R | Promise<R>;
  readonly judge: (tried: readonly Tried<R>[], answers: Answers) => Sat[];
};

/** Our own search and its gate, without Discord around it. */
export const ours: Retriever<Story, Index, ReturnType<typeof ask>> = {
  name: 'ours',
  prepare: (story) => story,
  build: (story) => index(story),
  ask: (ready, question) => ask(ready, typedOf(question)),
  judge: (tried, answers) =>
    tried.map(({ question, result, ms }) => marked(question, shownBy(result, answers), ms)),
};

const shownBy = (reply: ReturnType<typeof ask>, answers: Answers): Shown => {
  const nothing = { topics: [], offers: [], cites: [], facts: '', text: '' };
  switch (reply.kind) {
    case 'miss':
      return { ...nothing, is: 'miss', offers: reply.nearest.map(({ id }) => id) };
    case 'choice':
      return { ...nothing, is: 'choice', offers: reply.topics.map(({ id }) => id) };
    default: {
      const topics = reply.kind === 'answer' ? [reply.topic.id] : reply.answers.map(({ topic }) => topic.id);
      const parts = topics.flatMap((id) => answers.get(id) ?? []);
      return {
        is: 'answer',
        topics,
        offers: [],
        cites: parts.flatMap(({ cites }) => cites),
        facts: parts.map(({ facts }) => facts).join('\n'),
        text: parts.map(({ text }) => text).join('\n'),
      };
    }
  }
};

const rivalry = ({
  name,
  build,
}: Rival): Retriever<ReturnType<typeof rowsOf>, Find, Awaited<ReturnType<Find>>> => ({
  name,
  prepare: rowsOf,
  build,
  ask: (find, question) => find(typedOf(question)),
  judge: (tried, answers) =>
    judged(
      tried.map(({ question, result, ms }) => ({ question, found: result, ms })),
      answers,
    ),
});

export const retrievers = { ours, ...Object.fromEntries(rivals.map((one) => [one.name, rivalry(one)])) };
