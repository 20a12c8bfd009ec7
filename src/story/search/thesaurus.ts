/** English words that mean the same when they are asked about, whatever the story: the first stands for the others. */
const table = `
why: reason motive motivation rationale
begin: start began begun commence
end: stop finish terminate cease halt discontinue conclude
say: tell told said
snitch: rat blab blabbed grass squeal tattle
reply: response respond answer
reveal: expose uncover disclose disclosure
know: aware knew known knowledge
give: gave given hand provide supply
take: took taken grab grabbed snatch snatched swipe swiped siphon siphoned yoink yoinked nab nabbed snag snagged
get: got gotten receive obtain
collect: gather harvest
allow: let permit
ask: inquire
use: usage utilise utilize
person: people individual folk
company: firm business corporation enterprise
make: made
maker: manufacturer producer vendor
big: large huge
true: truth
false: incorrect untrue inaccurate
illegal: unlawful
country: nation
government: govt regime
deny: denied denial
admit: confirm acknowledge concede confess
secret: secretly covert covertly
danger: dangerous
risk: threat
worry: concern worried
warn: warning caution
ban: block blocked forbid prohibit banned
spy: spying espionage surveillance
buy: bought purchase
sell: sold sale
pay: paid payment
deal: agreement contract arrangement partnership pact accord
politician: lawmaker legislator congressman congresswoman
investigate: investigation probe
phone: smartphone handset cellphone
internet: web online
store: save saved keep kept retain retained
photo: picture image
money: cash bucks dough moolah
suspicious: sketchy shady dodgy fishy
angry: mad pissed furious livid
friend: buddy pal
permission: consent
except: besides
`;

/** The word that stands for each of these, in small letters. */
export const thesaurus: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [first = '', others = ''] = row.split(':');
      return others
        .trim()
        .split(' ')
        .map((word) => [word, first] as const);
    }),
);
