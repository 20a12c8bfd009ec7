import { observation } from '../discord/observation.ts';
import { render } from '../discord/render/render.ts';
import { textOf } from '../local/markdown.ts';
import { buttonsOf, textsOf } from '../local/message.ts';
import { hang, type Page, paint } from '../local/terminal/paint.ts';
import { refuse } from '../refusal.ts';
import { type Answer, beforeOf, type Choice, type Miss, type Several } from '../story/answer.ts';
import { ask } from '../story/ask.ts';
import { explain, type Reasons } from '../story/explain.ts';
import { find } from '../story/find.ts';
import type { Before } from '../story/search/follow.ts';
import { index } from '../story/search/index.ts';
import { storyIn } from './story-in.ts';

export type Asked = {
  readonly question: string;
  /** What the same person asked before it. */
  readonly after?: string | undefined;
  readonly explain?: boolean | undefined;
  readonly json?: boolean | undefined;
};

type Told = Answer | Several | Choice | Miss;

export const askUsage = 'npm run ask -- "question" [--after "earlier question"] [--explain] [--json]';

/** Asks the record one question, as a member would, without Discord; and, where that is wanted, why it was answered so. */
export const askOnce = async (
  { question, after, explain: isExplained = false, json = false }: Asked,
  knowledge: string,
  page: Page,
): Promise<{ readonly lines: readonly string[]; readonly isAnswered: boolean }> => {
  if (question.trim() === '') return refuse(`What would you like to know? ${askUsage}`);
  const ready = index(await storyIn(knowledge));
  const before = after === undefined ? undefined : earlierOf(ask(ready, after));
  const reply = ask(ready, question, before);
  const finding = find(ready, question, before);
  const reasons = isExplained ? explain(ready, finding) : [];
  const isAnswered = reply.kind === 'answer' || reply.kind === 'several';
  const contents = contentsOf(reply);
  if (!json)
    return {
      lines: [...contents.flatMap((text) => paint(text, page)), ...reasonLines(reasons, page)],
      isAnswered,
    };
  const told = {
    ...observation(reply),
    probability: Math.round(finding.decision.probability * 1000) / 1000,
    text: contents.map(textOf).join('\n'),
    ...(isExplained && { reasons }),
  };
  return { lines: [JSON.stringify(told)], isAnswered };
};

/** Only what was answered can be gone on from. */
const earlierOf = (reply: Told): Before | undefined =>
  reply.kind === 'answer' || reply.kind === 'several' ? beforeOf(reply) : undefined;

/** All its pages, and what its buttons offer, in Discord's markup. */
const contentsOf = (reply: Told): string[] => {
  const pageAt = (at: number): string[] => {
    const message = render(reply, { manner: 'say', owner: '', command: 'ask', values: [] }, at);
    const shown = textsOf({ content: '', components: message.components });
    const offers = reply.kind === 'choice' || reply.kind === 'miss' ? buttonsOf(message) : [];
    return [...shown, ...offers.map(({ label }, i) => `${i + 1}) ${label}`)];
  };
  const pages: string[][] = [];
  for (let at = 0; ; at++) {
    const next = pageAt(at);
    // Past the last page the last comes again.
    if (next.join('\n') === pages.at(-1)?.join('\n')) return pages.flat();
    pages.push(next);
  }
};

const reasonLines = (reasons: readonly Reasons[], { ink, width }: Page): string[] =>
  reasons.flatMap(({ about, sentences }) => [
    '',
    ink.bold(about),
    ...sentences.flatMap((sentence) => hang('  ', 2, sentence, width)),
  ]);
