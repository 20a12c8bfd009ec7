/** English words that mean the same when they are asked about, whatever the story: the first stands for the others. */
const table = `
why: reason cause purpose motive motivation rationale
when: date
begin: start began begun commence launch kick onset
end: stop finish terminate cease halt quit discontinue conclude shut
say: tell told said claim state statement respond response reply comment
show: reveal expose uncover disclose disclosure report
know: aware knew known knowledge
give: gave given hand pass provide supply send sent
take: took taken grab collect gather harvest obtain
get: got gotten receive acquire
allow: let permit enable
ask: question inquire query request
answer: explain explanation
want: wish need
see: look view watch read
use: usage utilise utilize
many: number several count
people: person individual folk user
firm: company business corporation enterprise organisation organization
make: made maker manufacturer producer manufacture
big: large huge major
real: true truth fact genuine actual
false: wrong incorrect untrue inaccurate mistaken fake lie bogus
law: legal illegal lawful legislation
country: nation
government: govt regime administration
official: officer
deny: denied denial refute reject dispute
admit: confirm acknowledge concede confess own
accuse: blame allege allegation accusation
happen: occur take place
still: yet currently today
secret: secretly hidden hide hid covert covertly quietly
danger: risk threat dangerous risky
safe: safety secure security
worry: concern fear afraid
warn: warning caution alert
ban: block censor forbid forbidden prohibit blocked
spy: spying espionage surveillance snoop snooping
money: cash dollar profit
pay: paid payment
sell: sold sale
buy: bought purchase
help: assist aid
agree: agreement deal contract arrangement
partner: partnership partnered
money: revenue
also: too
politician: lawmaker legislator congressman congresswoman
investigate: investigation inquiry probe
punish: fine fined penalty sanction
phone: smartphone handset cellphone mobile device
internet: web online
store: save saved saving keep kept retain retained storing
photo: picture image
friend: buddy pal
permission: consent approval authorization
different: differ difference
apart: besides except
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
