const looks: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
};

/** What a word may be that is written with figures for letters, or drawn out: `f4ceb00k`, `whyy`. Likeliest first. */
export const unmasked = (typed: string): string[] => {
  const isMasked = /\d/.test(typed) && /\p{L}/u.test(typed) && typed.length >= 3;
  const letters = isMasked ? typed.replace(/[0134578]/g, (figure) => looks[figure] ?? figure) : typed;
  const isDrawnOut = /(\p{L})\1(\1|$)/u.test(letters);
  const forms = isDrawnOut
    ? [letters.replace(/(\p{L})\1{2,}/gu, '$1$1'), letters.replace(/(\p{L})\1(\1+|$)/gu, '$1')]
    : isMasked
      ? [letters, letters.replaceAll('i', 'l')]
      : [];
  return forms.filter((form) => form !== typed);
};
