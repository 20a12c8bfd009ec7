import { hasSome, type Story } from '../../story/model.ts';
import type { Choosable } from '../form.ts';
import { stepPress } from '../press.ts';
import { limits } from '../render/limits.ts';
import type { Controls } from '../reply.ts';
import { type Draft, mainEdit, wanted } from './draft.ts';
import { factOption, factsWith, sourceOption, sourcesWith, statementOption, statementsWith } from './find.ts';

/** What a fact can lean on: for it, against it, or for its withdrawal. */
export type Leaning = 'rests' | 'against' | 'retracted';

export const isLeaning = (word: string | undefined): word is Leaning =>
  word === 'rests' || word === 'against' || word === 'retracted';

const hints: { readonly [L in Leaning]: string } = {
  rests: 'The statements that it rests on',
  against: 'The statements that speak against it',
  retracted: 'The statements that show why it is withdrawn',
};

/** The statements that a fact of the draft leans on so far. */
export const leaning = (draft: Draft, id: string, as: Leaning): readonly string[] => {
  const fact = wanted(draft, 'fact', id);
  return (as === 'retracted' ? fact?.retracted?.rests : fact?.[as]) ?? [];
};

/** The statements found, under the draft: those chosen so far among them. Nothing where none is found. */
export const evidenceMenu = (
  story: Story,
  number: number | string,
  draft: Draft,
  as: Leaning,
  sought: string,
): Controls | undefined => {
  const { id } = mainEdit(draft);
  const fact = wanted(draft, 'fact', id);
  const chosen = leaning(draft, id, as);
  const own = [...(fact?.rests ?? []), ...(fact?.against ?? [])];
  const found = statementsWith(story, sought || (fact?.text ?? '')).map((one) => one.id);
  const ids = [...new Set([...chosen, ...(as === 'retracted' ? own : []), ...found])];
  const from = ids.flatMap((one) => {
    const statement = story.statements.get(one);
    // A statement that is itself new in this draft is not in the story yet.
    return statement === undefined ? newStatement(draft, one) : [statementOption(statement)];
  });
  return select(from, chosen, hints[as], 0, stepPress('lean', String(number), as));
};

const newStatement = (draft: Draft, id: string): Choosable[] => {
  const statement = wanted(draft, 'statement', id);
  return statement === undefined
    ? []
    : [{ label: statement.gist ?? statement.quote ?? id, value: id, about: `new · ${id}` }];
};

export const factMenu = (
  story: Story,
  number: number | string,
  draft: Draft,
  sought: string,
): Controls | undefined => {
  const topic = wanted(draft, 'topic', mainEdit(draft).id);
  const chosen = topic?.facts ?? [];
  const found = factsWith(story, sought || (topic?.title ?? '')).map(({ id }) => id);
  const from = [...new Set([...chosen, ...found])].flatMap((id) => {
    const fact = story.facts.get(id);
    return fact === undefined ? [] : [factOption(fact)];
  });
  return select(
    from,
    chosen,
    'The facts that answer it, the first one first',
    0,
    stepPress('answer-by', String(number)),
  );
};

export const sourceMenu = (
  story: Story,
  number: number | string,
  draft: Draft,
  sought: string,
): Controls | undefined => {
  const fresh = draft.edits.flatMap(({ entry, id }): Choosable[] =>
    entry === 'source' && !story.sources.has(id) ? [{ label: `new: ${id}`, value: id }] : [],
  );
  const from = [...fresh, ...sourcesWith(story, sought).map(sourceOption)];
  return select(from, [], 'The source that says it', 1, stepPress('state-from', String(number)), 1);
};

const select = (
  from: readonly Choosable[],
  chosen: readonly string[],
  hint: string,
  least: number,
  to: ReturnType<typeof stepPress>,
  most: number = limits.selectOptions,
): Controls | undefined =>
  hasSome(from) ? { is: 'select', hint, from, chosen, least, most, to } : undefined;
