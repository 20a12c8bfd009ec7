/** Rows of tokens as search hands them to fuse.js: fixed, so that what it makes of them changes with it alone. */
export const rows: readonly string[] = `
why did the @harbour clock stop
what made the clock fall silent
was it lightn that struck the tower
when did the clock stop
how long wa the clock silent
who repair the clock
what did the repair cost
what wa the price of the repair
how mani crown were paid
who paid for the repair
did the @council know befor
when did the @council know
what did the @council sai
did @corvane warn the @council
what did @corvane sai about the storm
why did the lamp go out
how mani night wa it dark
wa there water in the oil
who sold the oil
did the merchant deni it
wa the keeper asleep
did the keeper fall asleep
what did the keeper do in the dark
who blame the keeper
how mani boat were wreck
did ani ship sink
were boat lost on the teeth
what did the @union count
is there a new lamp
who pai for the new lamp
what doe the new lamp cost
when will the new lamp burn
what doe the handbill get wrong
is the handbill right
can i trust the handbill
who print the handbill
what did the inquiri find
who wa blame by the inquiri
when did the inquiri close
did anybodi lose hi post
wa the bell rung
how long wa the bell rung
who rang the bell
what share of the fishermen lost net
did the insur pai
how much did the insur pai
is the harbour open again
when wa the harbour open
which ferri were cancel
why were the ferri cancel
how mani passeng were strand
did the mayor apologis
what did the mayor promis
did the @echo report it first
who report it first
what did the report get wrong
ar the photograph real
who took the photograph
what happen to the clockmak
where is the clock now
`
  .trim()
  .split('\n');

/** As they reach fuse.js: stemmed or not, misspelt, cut short, in another order, or about something else. */
export const questions: readonly string[] = `
why did the @harbour clock stop
clock stop why
why clok stop
lightn
lihgtn tower
when clock stop
how long clock silent
silent
who repair clock
reapir cost
price repair
crown paid
how mani crown
who paid
@council know
@council befor know
@council
@corvane warn
@corvane storm sai
storm
lamp go out
lmap out
night dark
water oil
watr oil
who sold oil
merchant deni
keeper asleep
keper aslep
asleep keeper wa
keeper dark
blame keeper
boat wreck
how mani boat
ship sink
ani ship
boat teeth
@union count
new lamp
new lamp cost
who pai new lamp
handbill wrong
handbil
trust handbill
print
inquiri find
inquiri close when
post lose
bell rung
bel rung long
fishermen net
insur pai much
harbour open
ferri cancel why
passeng strand
mayor
mayor promis apologis
report first
photograph
fotograph real
clockmak happen
where clock now
the
what did the
zebra quantum
a
clock lamp bell harbour handbill keeper inquiri report
who did what when and why wa it so
`
  .trim()
  .split('\n');
