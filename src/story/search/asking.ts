/** What sort of answer is wanted; `open` where no word says so. */
export const askings = ['open', 'why', 'when', 'who', 'where', 'count', 'which', 'whether', 'how'] as const;

export type Asking = (typeof askings)[number];

/** The first that fits; each is looked for anywhere but the last, which begins its sentence. */
const signs: readonly (readonly [Asking, RegExp])[] = [
  [
    'count',
    /\b(how (many|much|often|big|large)|number of|amount of|(total|head) ?count|count of|what percentage)\b/,
  ],
  [
    'when',
    /\b(when|since when|how long|(what|which) (year|date|day|month|time)|(date|year) of|how (old|recent(ly)?|soon|early))\b/,
  ],
  [
    'why',
    /\b(why|how come|what for|reasons?|cause[ds]?|purpose|motives?|what (made|drove|led|prompted)|point of|explain)\b/,
  ],
  ['where', /\b(where|(what|which) (place|country|city|location))\b/],
  ['who', /\b(who|whom|whose|which person|what person)\b/],
  [
    'which',
    /\b(which|list( of)?|names? of|name (the|some|all|them)|what (other|else|kinds?|sorts?|types?))\b/,
  ],
  ['how', /\bhow\b/],
  [
    'whether',
    /^(and |so |but |ok |well |wait |hey )*(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|isn|aren|wasn|didn|doesn|hasn|any|is it true|true)\b/,
  ],
];

/** What sort of answer a question wants, going by its words, which must be in small letters. */
export const askingOf = (words: string): Asking => signs.find(([, sign]) => sign.test(words))?.[0] ?? 'open';
