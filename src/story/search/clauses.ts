/** More of them are not looked at: each takes as long as a question of its own. */
const MOST = 3;

/** Shorter ones say nothing by themselves. */
const SHORTEST = 2;

const asks =
  /^(why|when|who|whom|whose|where|how|what|which|is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|isn'?t|didn'?t|wasn'?t|aren'?t|doesn'?t|tell|explain|list|name|describe|give)\b/i;

const opening = /^(and|but|so|or|also|ok|okay|well|like|then|anyway|plus|oh|um|uh|hmm|hey|hi|hello)\b[\s,]*/i;

/** Where one clause ends and another may begin. */
const joints =
  /,\s+|\.{2,}\s*|:\s+|\s+[-–—]+\s+|\s+(?=(?:and|but|so|also|plus|anyway|then)\s+(?:also\s+|then\s+)?(?:why|when|who|whose|where|how|what|which|is|are|was|were|did|does|do|has|have|can|could|will|would)\b)/i;

/** Of somebody who rambles, the sentences and clauses that ask, in their order. */
export const clausesOf = (text: string): string[] => {
  const sentences = text.split(/(?<=[.?!;:…])\s+|\n+|\s(?=\d[.)]\s)|[()]/);
  const clauses = sentences.flatMap((sentence, i) => {
    const parts = sentence.split(joints);
    const before = sentences[i - 1];
    const whole =
      before !== undefined && leaning.test(sentence) ? [`${before} ${sentence}`, sentence] : [sentence];
    return parts.length > 1 ? [...whole, ...parts] : whole;
  });
  const asking = clauses
    .map((clause) => trimmed(clause))
    .filter((clause) => clause !== trimmed(text) && (/\?["')\]]*$/.test(clause) || asks.test(clause)))
    .filter((clause) => clause.split(/\s+/).length >= SHORTEST);
  return [...new Set(asking)].slice(-MOST);
};

/** It speaks of something that stands in the sentence before it. */
const leaning = /\b(it|its|that|they|them|their|this|those|these|he|him|his|she|her)\b/i;

const trimmed = (clause: string): string => {
  let left = clause.trim().replace(/^\d[.)]\s+/, '');
  for (let i = 0; i < 3; i++) left = left.replace(opening, '');
  return left;
};
