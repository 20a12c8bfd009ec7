import type { Finding } from '../find.ts';
import { askingOf } from '../search/asking.ts';
import { type Decision, gate, MAYBE } from '../search/gate.ts';
import type { Index } from '../search/index.ts';
import { rank } from '../search/rank.ts';
import { unspoken } from './unspoken.ts';
import { listed, quoted } from './words-read.ts';

type Question = Finding['question'];

/** Each takes as long as a question of its own. */
const TRIES = 6;

/** It was a near thing where no more than this likelihood was wanting, or over. */
const NEAR = 0.1;

/** They go with the word that follows: "in Brazil". */
const leads = new Set(['in', 'by', 'of', 'from', 'to', 'with', 'at', 'for', 'on', 'about']);

/** What would have led to another decision, in sentences: found by deciding again, without one word or another. */
export const otherwise = (index: Index, finding: Finding): string[] => {
  const { question, decision } = finding;
  const { runs, names } = leftOut(index, finding);
  const without = (out: readonly (readonly number[])[]): string[] => {
    const again = decided(index, question, out.flat());
    const words = out.map((run) => quoted(run.map((at) => question.words[at]?.typed ?? '').join(' ')));
    return verdict(again) === verdict(decision)
      ? []
      : [
          `Without ${listed(words)} it would have got ${verdict(again)} (${percent(again.probability)} likely).`,
        ];
  };
  const tried = [...runs, ...names].filter((run) => run.length < question.words.length).slice(0, TRIES);
  const alone = tried.flatMap((run) => without([run]));
  const isAll = runs.flat().length === question.words.length;
  const changed = alone.length > 0 || runs.length < 2 || isAll ? alone : without(runs.slice(0, TRIES));
  const isSame = tried.length > 0 && changed.length === 0;
  return [
    ...changed,
    ...nearThing(decision),
    ...(isSame ? ['Without any of its names and strange words it would have got the same.'] : []),
  ];
};

/** What became of a question, in words that go on from "it got". */
export const verdict = (decision: Decision): string => {
  switch (decision.is) {
    case 'sure':
      return `the answer to ${quoted(decision.topic.title)}`;
    case 'choice':
      return `a choice: ${listed(
        decision.topics.map(({ title }) => quoted(title)),
        'or',
      )}`;
    case 'miss':
      return 'no answer';
    default:
      return decision satisfies never;
  }
};

/** Rounded down, so that nothing looks as if it had reached what it did not. */
export const percent = (share: number): string => `${Math.floor(share * 100)} %`;

/** Places of the words to leave out: those that the topic does not speak of, with the little word before them; and names. */
const leftOut = (
  index: Index,
  finding: Finding,
): { readonly runs: readonly number[][]; readonly names: readonly number[][] } => {
  const { words, lent } = finding.question;
  const { foreign, absent } = finding.decision.features;
  const strange = new Set([...foreign, ...absent, ...unspoken(index, finding)]);
  const runs: number[][] = [];
  for (const [at, { typed }] of words.entries()) {
    if (!strange.has(typed)) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === at - 1) last.push(at);
    else runs.push(at > 0 && leads.has(words[at - 1]?.typed ?? '') ? [at - 1, at] : [at]);
  }
  const names = words.flatMap(({ typed, token }, at) =>
    index.lexicon.actorOf(token) !== undefined && !strange.has(typed) && lent?.has(token) !== true
      ? [[at]]
      : [],
  );
  return { runs, names };
};

const decided = (index: Index, question: Question, out: readonly number[]): Decision => {
  const words = question.words.filter((_, at) => !out.includes(at));
  const text = words.map(({ typed, repaired }) => repaired ?? typed).join(' ');
  const rest = { ...question, words, asking: question.lent === undefined ? askingOf(text) : question.asking };
  return gate(index, rest, rank(index, rest));
};

const nearThing = (decision: Decision): string[] => {
  const { is, probability, enough, features } = decision;
  // What held it back is a name, and not how likely it was.
  if (is === 'miss' && features.signs.stranger > 0) return [];
  if (is === 'sure')
    return probability >= enough && probability - enough < NEAR
      ? [`It was a near thing: under ${percent(enough)} it would have got a choice.`]
      : [];
  const [level, what] = is === 'choice' ? [enough, 'an answer'] : [MAYBE, 'a choice'];
  const wanting = level - probability;
  return wanting > 0 && wanting <= NEAR
    ? [`It was a near thing: ${points(wanting)} more, and it would have got ${what}.`]
    : [];
};

const points = (share: number): string => {
  const many = Math.ceil(share * 100);
  return many === 1 ? '1 percentage point' : `${many} percentage points`;
};
