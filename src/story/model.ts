/** A list that cannot be empty: how the types refuse an answer without a citation. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Whether a list has anything in it, said so that the compiler remembers. */
export const hasSome = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;

/** `2009`, `2018-06` or `2018-06-05`: as exact as the record is, and no more. Sorts as text. */
export type RecordDate = string;

export const sourceKinds = [
  'article',
  'newspaper report',
  'wire report',
  'broadcast report',
  'trade report',
  'magazine report',
  'blog',
  'company statement',
  'official record',
  'filing',
  'reference',
] as const;

/** How far we trust a source: `strong` is the original or official text, `weak` an unsigned or unchecked copy. */
export const trusts = ['strong', 'good', 'weak'] as const;

export const statementKinds = ['on the record', 'reported', 'denied', 'opinion', 'filing'] as const;

/**
 * How sure the record is. `stated`: someone says so. `disputed`: sources disagree, both sides are shown.
 * `contradicted`: the article says otherwise than better sources. `unknown`: the record does not settle it.
 */
export const standings = ['established', 'stated', 'disputed', 'contradicted', 'unknown'] as const;

export const actorKinds = ['person', 'company', 'agency', 'body', 'publisher'] as const;

/** A published work. */
export type Source = {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly author?: string | undefined;
  readonly date: RecordDate;
  /** Absent where the address is not known; none is ever invented. */
  readonly url?: string | undefined;
  readonly kind: (typeof sourceKinds)[number];
  readonly trust: (typeof trusts)[number];
  /** Whose text this is, where it only carries it: ten reprints are one voice. */
  readonly from?: string | undefined;
  /** What shows that a quote stands in it, a row a line, so that its text need not be published: see `fingerprint`. */
  readonly fingerprint: readonly string[];
};

/**
 * Theirs word for word, with its line in a source of which we hold the marks, or the day on which a moderator read it
 * there; or ours in short, never shown in quotation marks.
 */
export type Wording =
  | {
      readonly as: 'quote';
      readonly text: string;
      readonly line?: number | undefined;
      readonly read?: RecordDate | undefined;
    }
  | { readonly as: 'gist'; readonly text: string };

/** Something a source says, by whom and on what date. */
export type Statement = {
  readonly id: string;
  readonly source: Source;
  readonly by: Actor;
  readonly on: RecordDate;
  readonly kind: (typeof statementKinds)[number];
  readonly wording: Wording;
};

/** One or two sentences in our words, and what they rest on. */
export type Fact = {
  readonly id: string;
  readonly text: string;
  readonly standing: (typeof standings)[number];
  /** The date as of which it holds. */
  readonly asOf: RecordDate;
  /** When what it tells of happened; a fact without it is not on the timeline. */
  readonly when?: RecordDate | undefined;
  readonly rests: NonEmpty<Statement>;
  readonly against: readonly Statement[];
  /** When somebody should look whether it still holds. */
  readonly reviewBy?: RecordDate | undefined;
  readonly retracted?: Retraction | undefined;
};

/** Why a fact is no longer told. It keeps its place, so that whoever asks for it hears that it was withdrawn, and why. */
export type Retraction = {
  readonly on: RecordDate;
  readonly because: string;
  readonly rests: NonEmpty<Statement>;
};

/** A question people ask. */
export type Topic = {
  readonly id: string;
  readonly title: string;
  /** The ways it is asked. */
  readonly asked: NonEmpty<string>;
  /** Further ways, gathered from many people: for search alone. */
  readonly phrasings: readonly string[];
  /** In reading order: the first one answers the question. */
  readonly facts: NonEmpty<Fact>;
  /** What people ask next. */
  readonly next: readonly Topic[];
};

/** A matter that people ask about and that the record is silent on. */
export type Silence = {
  readonly id: string;
  /** The ways it is asked, for search alone: what is asked like this is an honest miss. */
  readonly asked: readonly string[];
};

/** A person, company, agency, body or publisher that says something or is spoken of. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof actorKinds)[number];
  readonly what: string;
  /** Other names that people use for it. */
  readonly also: readonly string[];
  /** What phones and ears make of its names: words that mean something else, and are taken for it as a last resort. */
  readonly heard: readonly string[];
};

/** A curator's leave to break one house rule in one place. */
export type Exception = { readonly rule: string; readonly about: string; readonly because: string };

/** What a line of the article is that no statement quotes: a statement of its own would have nothing to claim. */
export const unquotedKinds = ['opinion', 'no claim'] as const;

/** Why nothing is quoted from a line of the article. What is quoted needs no such note: its statements tell. */
export type LineNote = {
  /** Counted from 1. */
  readonly line: number;
  readonly as: (typeof unquotedKinds)[number];
  readonly note?: string | undefined;
};

/** Something untrue that people take for granted when they ask something else: it is corrected before they are answered. */
export type Premise = {
  readonly id: string;
  /** The ways it is taken for granted; a question that holds all words of one of them takes it so. */
  readonly taken: NonEmpty<string>;
  /** The fact that corrects it. */
  readonly corrected: Fact;
};

/** A language in which people may ask; they are answered in English, and told so in their own. */
export type Language = {
  readonly id: string;
  /** As its speakers call it. */
  readonly name: string;
  /** Says over an answer that it is in English. */
  readonly answered: string;
  /** Says that the record does not answer. */
  readonly missed: string;
  /** Words and phrases of it, and the English ones that they count as; empty for those that say nothing. */
  readonly words: ReadonlyMap<string, string>;
};

/** One story, whole and unchanging: a correction makes a new one. */
export type Story = {
  readonly title: string;
  /** The report that the story began with, and that better sources may contradict. */
  readonly article: Source;
  /** The lines of the article that no statement quotes, and what they are. */
  readonly lines: readonly LineNote[];
  /** Offered before a member has typed anything, best first. */
  readonly start: NonEmpty<Topic>;
  /** Words that mean the same to search, a class a row. */
  readonly synonyms: readonly (readonly string[])[];
  /** Where the curators leave a house rule aside, and why. */
  readonly exceptions: readonly Exception[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly silences: readonly Silence[];
  readonly actors: ReadonlyMap<string, Actor>;
  readonly premises: readonly Premise[];
  readonly languages: ReadonlyMap<string, Language>;
};
