import { refuse } from '../../refusal.ts';
import type { Entries } from '../../story/entry.ts';
import { standsIn } from '../../story/fingerprint.ts';
import type { Story } from '../../story/model.ts';
import { namedBy } from '../../story/search/named.ts';
import { stepPress } from '../press.ts';
import type { Step } from '../step.ts';
import { type Draft, keepDraft, mainEdit, openDraft, rewritten, wanted } from './draft.ts';
import { draftPanel } from './draft-panel.ts';
import { dayOf } from './fact-steps.ts';
import { moreOfSourceForm, type StatementTyped, sourceForm, speakerForm, statementForm } from './forms.ts';
import { slug } from './slug.ts';
import { sourceTyped } from './source.ts';

/** A source was chosen: what it says is written next. The form opens at once, whatever the draft holds. */
export const stateFrom: Step = ({ values, chosen, story }) => {
  const [number = ''] = values;
  const [source = ''] = chosen;
  return statementForm.open(stepPress('stated', number, source), {
    on: story.sources.get(source)?.date ?? '',
    as: 'gist',
  });
};

/** Opens a statement of the draft again, filled with what was typed. */
export const restate: Step = async (stepping) => {
  const [number = '', id = ''] = stepping.values;
  const statement =
    wanted(await openDraft(stepping, number), 'statement', id) ?? refuse('It is not there any more.');
  const { by, on, kind, gist, quote = '' } = statement;
  return statementForm.open(stepPress('stated', number, statement.source, id), {
    by: stepping.story.actors.get(by)?.name ?? by,
    on,
    kind,
    words: gist ?? quote,
    as: gist === undefined ? 'quote' : 'gist',
  });
};

export const stated: Step = async (stepping) => {
  const [number = '', source = '', known] = stepping.values;
  const { story, filled } = stepping;
  const draft = await openDraft(stepping, number);
  const typed = statementForm.read(filled);
  const isTaken = (id: string) => story.statements.has(id) || wanted(draft, 'statement', id) !== undefined;
  const by = speaker(story, draft, typed.by);
  const id = known ?? slug(`${by} ${typed.words}`, isTaken);
  const statement: Entries['statement'] = {
    source,
    by,
    on: typed.on,
    kind: typed.kind,
    ...wording(story, source, typed, dayOf(stepping.now())),
  };
  const next = leant(rewritten(draft, 'statement', id, statement), id);
  await keepDraft(stepping, next, number);
  return draftPanel(stepping, number, next);
};

/** Somebody the record knows, by any name; or a name for somebody it is to know. */
const speaker = (story: Story, draft: Draft, typed: string): string => {
  const [found, ...others] = namedBy([...story.actors.values()], typed);
  if (found !== undefined && others.length === 0) return found.id;
  return slug(typed, (id) => story.actors.has(id) && wanted(draft, 'actor', id) === undefined);
};

/** Words are theirs where their source's marks show it, or where whoever writes them says to have read them there. */
const wording = (story: Story, source: string, { words, as }: StatementTyped, today: string) => {
  if (as === 'gist') return { gist: words };
  const marks = story.sources.get(source)?.fingerprint ?? [];
  const line = marks.findIndex((_, i) => standsIn(marks, i + 1, words)) + 1;
  return marks.length === 0 ? { quote: words, read: today } : { quote: words, line: Math.max(line, 1) };
};

/** A new statement speaks for the fact of its draft, until its author says otherwise. */
const leant = (draft: Draft, id: string): Draft => {
  const main = mainEdit(draft);
  const fact = main.entry === 'fact' ? wanted(draft, 'fact', main.id) : undefined;
  if (fact === undefined || [...fact.rests, ...(fact.against ?? [])].includes(id)) return draft;
  const { retracted } = fact;
  if (retracted?.rests.includes(id)) return draft;
  const after =
    retracted === undefined
      ? { ...fact, rests: [...fact.rests, id] }
      : { ...fact, retracted: { ...retracted, rests: [...retracted.rests, id] } };
  return rewritten(draft, 'fact', main.id, after);
};

export const addSource = () => sourceForm.open(stepPress('source-added'));

export const sourceAdded: Step = async (stepping) => {
  const typed = sourceForm.read(stepping.filled);
  const id = slug(`${typed.publisher} ${typed.title}`, (one) => stepping.story.sources.has(one));
  const after = sourceTyped({ publisher: '', title: '', date: '', kind: typed.kind, trust: 'weak' }, typed);
  const draft: Draft = {
    edits: [{ entry: 'source', id, after, seen: null }],
    why: `A new source: ${typed.publisher}`.slice(0, 200),
  };
  return draftPanel(stepping, await keepDraft(stepping, draft), draft);
};

export const moreOfSource: Step = async (stepping) => {
  const [number = ''] = stepping.values;
  const draft = await openDraft(stepping, number);
  const { trust, author = '', from = '' } = sourceOf(draft);
  return moreOfSourceForm.open(stepPress('source-told', number), { trust, author, from });
};

export const sourceTold: Step = async (stepping) => {
  const [number = ''] = stepping.values;
  const draft = await openDraft(stepping, number);
  const { trust, author, from } = moreOfSourceForm.read(stepping.filled);
  const { author: _, from: __, ...rest } = sourceOf(draft);
  const after = { ...rest, trust, ...(author !== '' && { author }), ...(from !== '' && { from }) };
  const next = rewritten(draft, 'source', mainEdit(draft).id, after);
  await keepDraft(stepping, next, number);
  return draftPanel(stepping, number, next);
};

const sourceOf = (draft: Draft): Entries['source'] =>
  wanted(draft, 'source', mainEdit(draft).id) ?? refuse('This draft adds no source.');

/** Somebody whom a new statement names and the record does not know yet. */
export const speakerOf: Step = ({ values }) => {
  const [number = '', id = ''] = values;
  return speakerForm.open(stepPress('spoken', number, id));
};

export const spoken: Step = async (stepping) => {
  const [number = '', id = ''] = stepping.values;
  const draft = await openDraft(stepping, number);
  const next = rewritten(draft, 'actor', id, { ...speakerForm.read(stepping.filled) });
  await keepDraft(stepping, next, number);
  return draftPanel(stepping, number, next);
};
