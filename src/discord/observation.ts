import type { Citation } from '../story/answer.ts';
import type { Block, Reply } from './reply.ts';

/** What was replied, in the record's own terms: for metrics, tests and scripts. Never what was asked, nor by whom. */
export type Observation = {
  /** Discord's id of the interaction or message that was answered. */
  readonly of: string;
  readonly command: string;
  readonly kind: Reply['kind'] | 'refusal' | 'bug';
  readonly topic?: string;
  /** Of two answers in one, both topics. */
  readonly topics?: readonly string[];
  readonly facts: readonly string[];
  readonly citations: readonly Receipt[];
  /** The topics that a choice or a miss offers. */
  readonly offers: readonly string[];
  /** Our own time, in milliseconds. */
  readonly ms: number;
};

export type Receipt = {
  readonly mark: number;
  readonly statement: string;
  readonly source: string;
} & ({ readonly quote: string } | { readonly gist: string });

export const observation = (
  reply: Reply,
): Pick<Observation, 'kind' | 'topic' | 'topics' | 'facts' | 'citations' | 'offers'> => {
  const nothing = { kind: reply.kind, facts: [], citations: [], offers: [] };
  switch (reply.kind) {
    case 'answer':
      return {
        ...nothing,
        topic: reply.topic.id,
        facts: [...reply.corrected, ...reply.points].map(({ fact }) => fact.id),
        citations: reply.citations.map(receipt),
      };
    case 'several':
      return {
        ...nothing,
        topics: reply.answers.map(({ topic }) => topic.id),
        facts: reply.answers.flatMap(({ corrected, points }) =>
          [...corrected, ...points].map(({ fact }) => fact.id),
        ),
        citations: reply.citations.map(receipt),
      };
    case 'page':
    case 'panel': {
      const shown = reply.blocks.flatMap(citationOf);
      return {
        ...nothing,
        facts: reply.blocks.flatMap((block) => (block.is === 'point' ? [block.point.fact.id] : [])),
        citations: [...reply.citations, ...shown].map(receipt),
      };
    }
    case 'miss':
      return { ...nothing, offers: reply.nearest.map(({ id }) => id) };
    case 'choice':
      return { ...nothing, offers: reply.topics.map(({ id }) => id) };
    case 'notice':
    case 'form':
      return nothing;
    default:
      return reply satisfies never;
  }
};

const citationOf = (block: Block): Citation[] => (block.is === 'statement' ? [block.citation] : []);

const receipt = ({ mark, statement }: Citation): Receipt => {
  const { as, text } = statement.wording;
  const of = { mark, statement: statement.id, source: statement.source.id };
  return as === 'quote' ? { ...of, quote: text } : { ...of, gist: text };
};
