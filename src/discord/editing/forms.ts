import type { Entries } from '../../story/entry.ts';
import { sourceKinds, standings, statementKinds, trusts } from '../../story/model.ts';
import { type FormValues, form, line, lines, oneOfThese, paragraph } from '../form.ts';

const DATES = '2018-06-05, 2018-06 or 2018: as exact as is known';

const standingWords: { readonly [S in (typeof standings)[number]]: string } = {
  established: 'shown by sources that do not lean on each other',
  stated: 'somebody says so',
  disputed: 'sources disagree',
  contradicted: 'the article says so, better sources say otherwise',
  unknown: 'the record does not settle it',
};

const [established, ...others] = standings.map((value) => ({
  value,
  label: value,
  about: standingWords[value],
}));

const why = line({ label: 'Why?', about: 'Moderators read it, and those who follow the story', most: 200 });

/** What is asked of a fact. */
export const factFields = {
  text: paragraph({ label: 'The fact, in one or two sentences', most: 330 }),
  standing: oneOfThese('How sure is the record?', [
    established ?? { value: 'established', label: 'established' },
    ...others,
  ]),
  asOf: line({ label: 'Holds as of', about: DATES, most: 10 }),
  when: line({
    label: 'Happened on',
    about: 'Only what belongs on the timeline has such a date',
    most: 10,
    required: false,
  }),
  why,
};

export const factForm = form('The fact as readers will see it', factFields);

/** What stands in the form of a fact that is there already. */
export const factKnown = ({ text, standing, asOf, when = '' }: Entries['fact']) => ({
  text,
  standing,
  asOf,
  when,
});

/** A fact with what was typed in the form in place of what it said; all else stays. */
export const factTyped = (
  before: Entries['fact'],
  { text, standing, asOf, when }: FormValues<typeof factFields>,
): Entries['fact'] => {
  const { when: _, ...rest } = before;
  return { ...rest, text, standing, asOf, ...(when !== '' && { when }) };
};

export const whyForm = form('Why?', { why });

export const retractForm = form('Withdraw a fact', {
  because: line({
    label: 'Why is it no longer told?',
    about: 'Readers who ask for it are told: “Withdrawn, because …”',
    most: 200,
  }),
  words: line({
    label: 'What shows it? A word of the statement',
    about: 'You choose it next',
    most: 100,
    required: false,
  }),
});

export const evidenceForm = form('Evidence', {
  words: line({
    label: 'A word of the statement, or who said it',
    about: 'Empty: those nearest to the fact',
    most: 100,
    required: false,
  }),
  as: oneOfThese('It speaks', [
    { value: 'rests', label: 'for the fact' },
    { value: 'against', label: 'against it' },
  ]),
});

export const findSourceForm = form('A new statement', {
  words: line({
    label: 'Its source: a word of publisher or title',
    about: 'You choose it next, or add a new one',
    most: 100,
    required: false,
  }),
});

const statementFields = {
  by: line({ label: 'Who says it?', about: 'A name that the record knows', most: 80 }),
  on: line({ label: 'On which day?', about: DATES, most: 10 }),
  kind: oneOfThese('How was it said?', [
    { value: statementKinds[0], label: statementKinds[0] },
    ...statementKinds.slice(1).map((value) => ({ value, label: value })),
  ]),
  words: paragraph({ label: 'What is said?', most: 400 }),
  as: oneOfThese('Whose words are these?', [
    { value: 'gist', label: 'Ours: it is said in short' },
    {
      value: 'quote',
      label: 'Theirs, word for word: I have read them there',
      about: 'Where we hold the marks of a text, they are checked as well',
    },
  ]),
};

export const statementForm = form('What a source says', statementFields);
export type StatementTyped = FormValues<typeof statementFields>;

export const sourceForm = form('A source', {
  publisher: line({ label: 'Publisher', most: 120 }),
  title: line({ label: 'Title', most: 200 }),
  date: line({ label: 'Date', about: DATES, most: 10 }),
  url: line({
    label: 'Address',
    about: 'Beginning with https:// · empty where there is none',
    most: 400,
    required: false,
  }),
  kind: oneOfThese('What is it?', [
    { value: sourceKinds[0], label: sourceKinds[0] },
    ...sourceKinds.slice(1).map((value) => ({ value, label: value })),
  ]),
});

export const moreOfSourceForm = form('More about the source', {
  trust: oneOfThese('How far do we trust it?', [
    { value: trusts[2], label: 'weak', about: 'an unsigned or unchecked copy' },
    { value: trusts[1], label: 'good', about: 'a known outlet' },
    { value: trusts[0], label: 'strong', about: 'the original or official text' },
  ]),
  author: line({ label: 'Author', most: 120, required: false }),
  from: line({
    label: 'Whose text is it?',
    about: 'Where it only reprints: the agency or paper that wrote it',
    most: 120,
    required: false,
  }),
});

export const speakerForm = form('Who is it?', {
  name: line({ label: 'Name', most: 80 }),
  kind: oneOfThese('What is it?', [
    { value: 'person', label: 'a person' },
    { value: 'company', label: 'a company' },
    { value: 'agency', label: 'an agency' },
    { value: 'body', label: 'another body' },
    { value: 'publisher', label: 'a publisher' },
  ]),
  what: line({ label: 'In a sentence', about: 'Who or what that is', most: 300 }),
});

export const topicForm = form('A question that people ask', {
  title: line({ label: 'The question, as a title', most: 100 }),
  asked: lines({ label: 'The ways it is asked', about: 'One a line', most: 3000 }),
  words: line({
    label: 'The facts that answer it: a word of them',
    about: 'You choose them next',
    most: 100,
    required: false,
  }),
  why,
});

export const phrasingForm = form('The ways a question is asked', {
  asked: lines({ label: 'The ways it is asked', about: 'One a line', most: 4000 }),
  why,
});

export const wordForm = form('A word to the author', {
  word: paragraph({ label: 'What should be different?', most: 300 }),
});
