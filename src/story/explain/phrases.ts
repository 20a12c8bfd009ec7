import type { Asking } from '../search/asking.ts';
import type { Sign } from '../search/signs.ts';
import type { Part } from '../search/weights.ts';

const measures = {
  fit: 'how well the closest wording and the question cover each other',
  covers: 'how much of the question that wording holds',
  held: 'how much of that wording the question holds',
  title: 'how well its title fits',
  told: 'how much of the question one of its facts speaks of',
  toldClose: 'how closely one of its facts keeps to what was asked',
  around: 'how much of the question is spoken of anywhere under it',
  core: 'how many of its wordings speak of the same',
  share: 'which share of its wordings speaks of the same',
  heaviest: 'whether the most telling word is one of its own',
  actors: 'whether those who are named are its own',
  asking: 'whether it is asked in the same way (why, when, who …)',
  unasked: 'how many names stand in its title that were not asked about',
  pairs: 'how many words stand side by side as they do there',
  fuzzy: 'how alike the words are, letter by letter',
  odds: 'how much likelier these words are here than under other topics',
  closest: 'how near its closest wording comes, the order of words counted',
  near: 'how near its four closest wordings come',
  margin: 'how far it is ahead of the next topic',
  missing: 'how much of the question it does not speak of',
  outside: 'how much of the question lies outside the story',
  stranger: 'names that nobody in the story has',
  unheard: 'words that are no words',
  coupled: 'how many of its words stand together nowhere else',
  coupledShare: 'which share of the words stand together as under it',
  absent: 'how many of those who are named it does not speak of',
  lacksCount: 'that a number was asked for, and it has none',
  advice: 'that advice, a forecast or an opinion was asked for',
  besides: 'how much of what is asked it speaks of, names left aside',
  said: 'how much the question says',
  little: 'how little the question says',
  repaired: 'how many of the words were misspelt',
  ofStory: 'that some words are telling ones of the story',
  long: 'how long the question is',
  verbatim: 'that it is asked in these very words',
  silent: 'how near it comes to what the record is silent on',
  silentClosest: 'how near it comes to a question that is not answered',
  silentNear: 'how near it comes to four questions that are not answered',
  votes: 'how strongly its words, and pairs of them, are used for it and for nothing else',
  thin: 'how few of its wordings are known',
  voted: 'which share of the votes it has, word by word',
  votedAhead: 'how far it is ahead in votes',
  votedSilent: 'how many votes go to what the record is silent on',
  leaning: 'how much of it was taken over from what was asked before',
  nameAlone: 'that it is a name and nothing else',
};

/** What each part of a rank and each sign of the gate measures, in words that go on from "for it spoke". A phrase may outlive its sign; no sign is without one. */
export const phrases: Readonly<Record<Sign | Part, string>> = measures;

/** What sort of answer was wanted. */
export const wanted: Readonly<Record<Asking, string>> = {
  open: 'what there is to say',
  why: 'a reason',
  when: 'a time',
  who: 'a person or a body',
  where: 'a place',
  count: 'a number',
  which: 'a list or a name',
  whether: 'a yes or a no',
  how: 'a way',
};
