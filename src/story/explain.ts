import { closestWording } from './explain/closest.ts';
import { otherwise, percent, verdict } from './explain/otherwise.ts';
import { phrases } from './explain/phrases.ts';
import { listed, quoted, wordsRead } from './explain/words-read.ts';
import type { Finding } from './find.ts';
import type { NonEmpty, Topic } from './model.ts';
import { MAYBE } from './search/gate.ts';
import type { Index } from './search/index.ts';
import type { Ranked } from './search/rank.ts';
import { signs } from './search/signs.ts';
import { gateWeight, parts, rankWeight } from './search/weights.ts';

/** Reasons of one sort, each a sentence. */
export type Reasons = { readonly about: string; readonly sentences: NonEmpty<string> };

const RUNNERS_UP = 3;
const SIGNS = 4;
const PARTS = 2;

/** Less of a sign than this decides nothing. */
const LEAST = 0.05;

/**
 * Why a question was answered as it was, or was not, for those who keep the record. It speaks of words, topics and
 * figures, and never of what a fact says: that is not told without its sources. Holds words as they were typed.
 */
export const explain = (index: Index, finding: Finding): readonly Reasons[] => {
  const { decision, ranked } = finding;
  const read = section('How it was read', wordsRead(index, finding));
  // Settled by its name or by what was asked before: nothing was weighed.
  if (decision.is === 'sure' && decision.probability === 1)
    return [...read, ...section('What was decided', decisionOf(finding))];
  const topic = decision.is === 'sure' ? decision.topic : ranked[0]?.topic;
  const best = ranked.find((one) => one.topic === topic);
  return [
    ...read,
    ...section('What was decided', decisionOf(finding)),
    ...section('What spoke for it', best === undefined ? [] : spoke(finding, 1)),
    ...section('What spoke against it', best === undefined ? [] : spoke(finding, -1)),
    ...section('The closest wording', best === undefined ? [] : closest(index, finding, best.topic)),
    ...section('The runners-up', best === undefined ? [] : runnersUp(best, ranked)),
    ...section('What would have changed it', otherwise(index, finding)),
  ];
};

const section = (about: string, [first, ...rest]: readonly string[]): Reasons[] =>
  first === undefined ? [] : [{ about, sentences: [first, ...rest] }];

const decisionOf = ({ found, decision, corrections, ranked }: Finding): string[] => {
  const told =
    found.length === 2
      ? `It got the answers to ${listed(found.map(({ topic }) => quoted(topic.title)))}.`
      : `It got ${verdict(decision)}.`;
  const corrected = corrections.map(({ id }) => quoted(id));
  return [
    told,
    ...likelihood({ decision, ranked, found }),
    ...(corrected.length > 0
      ? [`It takes for granted what the record corrects: see ${listed(corrected)}.`]
      : []),
  ];
};

const likelihood = ({
  decision,
  ranked,
  found,
}: Pick<Finding, 'decision' | 'ranked' | 'found'>): string[] => {
  const [nearest] = ranked;
  if (decision.is === 'sure' && decision.probability === 1) return [];
  if (nearest === undefined) return ['It shares no word with any wording of the record.'];
  const enough = `${percent(decision.enough)} is enough to answer, ${percent(MAYBE)} to offer a choice`;
  const likely = `${percent(decision.probability)} likely`;
  if (decision.is === 'sure')
    return decision.probability < decision.enough
      ? [
          `Its words are those of that topic and of no other: that is enough, though it seemed only ${likely}.`,
        ]
      : [`${found.length === 2 ? 'The first is' : 'That is'} ${likely}; ${enough}.`];
  const isHeldBack = decision.is === 'miss' && decision.probability >= MAYBE;
  return [
    `Nearest is ${quoted(nearest.topic.title)}, ${likely}; ${enough}.`,
    ...(isHeldBack
      ? [
          decision.features.signs.stranger > 0
            ? 'It was held back all the same: it names somebody or something that the record does not know.'
            : 'It was held back all the same.',
        ]
      : []),
  ];
};

/** The signs that counted most, on one side. */
const spoke = ({ decision, ranked: [nearest] }: Finding, side: 1 | -1): string[] => {
  const known = nearest?.known ?? 0;
  const told = signs
    .map((sign) => ({ sign, counts: gateWeight(sign, known) * decision.features.signs[sign] * side }))
    .filter(({ counts }) => counts >= LEAST)
    .sort((a, b) => b.counts - a.counts)
    .slice(0, SIGNS)
    .map(({ sign, counts }) => `${phrases[sign]} (${side > 0 ? '+' : '−'}${counts.toFixed(1)})`);
  return told.length === 0 ? [] : [`${capital(listed(told))}.`];
};

const closest = (index: Index, { question }: Finding, topic: Topic): string[] => {
  const wording = closestWording(index, question, topic);
  return wording === undefined
    ? ['None: it was found by its facts alone.']
    : [`${quoted(wording.text)}: ${percent(wording.fit)} of the weight of both is shared.`];
};

const runnersUp = (best: Ranked, ranked: readonly Ranked[]): string[] => {
  const others = ranked.filter(({ topic }) => topic !== best.topic).slice(0, RUNNERS_UP);
  const [next] = others;
  if (next === undefined) return ['There was no other.'];
  const apart = parts
    .map((part) => ({
      part,
      by: rankWeight(part, best.known) * best.parts[part] - rankWeight(part, next.known) * next.parts[part],
    }))
    .filter(({ by }) => by >= LEAST)
    .sort((a, b) => b.by - a.by)
    .slice(0, PARTS)
    .map(({ part }) => phrases[part]);
  return [
    `${listed(others.map((one) => `${quoted(one.topic.title)}, ${behind(best, one)}`))}; the first has ${best.score.toFixed(2)} points.`,
    ...(apart.length > 0 ? [`What sets it apart from the next: ${listed(apart)}.`] : []),
  ];
};

const behind = (best: Ranked, { score }: Ranked): string =>
  score <= best.score
    ? `${(best.score - score).toFixed(2)} behind`
    : `${(score - best.score).toFixed(2)} ahead`;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
