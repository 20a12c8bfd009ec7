/** What is meant, and what people write for it in haste. Before the colon nothing: it says nothing at all. */
const table = `
what: wat wut wuts wht wot
what is: wats whats
when: wen
where: wer
why: wy y
who is: whos
how is: hows
about: abt bout
you: u
your: ur
are: r
and: n
be: b
see: c
the: d da teh hte
that: dat
that is: thats
this: dis
they: dey
they are: theyre
them: dem
he is: hes
she is: shes
i am: im
i have: ive
people: ppl peeps
please: pls plz
now: rn
with: w
really: rly
already: alrdy
know: kno
do not know: dunno
i do not know: idk
give me: gimme
let me: lemme
going to: gonna
want to: wanna
got to: gotta
kind of: kinda
because: cuz coz bc
though: tho
thanks: thx
information: info
account: acct
photo: pic
photos: pics
message: msg
messages: msgs
government: govt gov
company: comp
britain: uk gb
europe: eu
america: usa
companies: comps
do not: dont
does not: doesnt
did not: didnt
is not: isnt
was not: wasnt
can not: cant
will not: wont
: lol lmao lmfao lmaoo lmaooo rofl tf wtf wth omg omfg ngl tbh fr frfr smh imo imho bruh bro bruv yo nah yeah yea yep yup hey hi hello ugh deadass lowkey highkey istg ong sus yolo yeet aight ight welp oof hella literally legit fam bestie besties dude dawg fyi btw afaik iirc idc ffs jk af asf irl
`;

const meant = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [long = '', shorts = ''] = row.split(':');
      const words = long.split(' ').filter((word) => word !== '');
      return shorts
        .trim()
        .split(' ')
        .map((short) => [short, words] as const);
    }),
);

/** The same words, with those that are typed in haste spelt out: one may stand for several, or for none. */
export const spelledOut = (words: readonly string[]): string[] => {
  const all: string[] = [];
  for (const word of words) {
    const long = meant.get(word);
    if (long === undefined) all.push(word);
    else all.push(...long);
  }
  return all;
};
