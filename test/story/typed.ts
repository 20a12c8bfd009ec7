import fc from 'fast-check';

/** Whatever a keyboard, a paste or a hostile program may send: whole characters, halves of them, and words of the story. */
export const anything = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.nat(0xffff), { maxLength: 400 }).map((units) => String.fromCharCode(...units)),
    fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 })), { maxLength: 80 })
      .map((some) => some.join(' ')),
  );

const LENGTH = 6_000;
const fill = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

/** Pastes of 6,000 characters, by what they are made of. */
export const pastes: readonly [of: string, paste: string][] = [
  ['words of the story', fill('why did the harbour clock stop and who paid corvane ')],
  ['words of no story', fill('lorem ipsum dolor sit amet ')],
  ['words that are nearly the story’s', fill('corvnae lihgtning hrabour clokc ')],
  ['one letter', fill('a')],
  ['one name without spaces', fill('corvane')],
  ['emoji', fill('😀')],
  ['emoji joined to one', fill('👩‍👩‍👧‍👦')],
  ['Han', fill('科凡为什么停了')],
  ['Han with a name of the story', fill('科凡')],
  ['Hangul', fill('시계가멈춘이유')],
  ['right to left', fill('لماذا توقفت الساعة ')],
  ['turns of direction', fill('\u202eabc\u2066 ')],
  ['marks upon one letter', `a${fill('\u0301\u0323')}`],
  ['letters that grow when normalized', fill('\ufdfa')],
  ['halves of characters', fill('\ud83d')],
  ['control characters', fill('\u0000\u0007\u001b[31m')],
  ['line breaks', fill('why\n')],
  ['signs', fill('!?!')],
  ['mentions that do not end', fill('<@')],
  ['addresses', fill('https://a.b/c ')],
  ['digits', fill('12:34 ')],
  ['signs that search engines obey', fill('!^="|\'$ ')],
];
