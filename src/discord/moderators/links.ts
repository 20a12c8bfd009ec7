import { type Checked, statusWords } from '../../links/check-links.ts';
import { refuse } from '../../refusal.ts';
import { hasSome, type Source, type Story } from '../../story/model.ts';
import type { Moderating } from '../moderating.ts';
import { type Block, count, note, type Page } from '../reply.ts';

/** More than these a check would take too long: a record as large has to be checked elsewhere. */
const MOST = 400;

/** What the addresses of the sources lead to: those that are dead, those that cannot be reached, and how many are well. */
export const linksPage = async (
  { checkLinks }: Pick<Moderating, 'checkLinks'>,
  { sources }: Story,
): Promise<Page> => {
  if (checkLinks === undefined) return refuse('Addresses cannot be checked from here.');
  const all = [...sources.values()].filter(({ url }) => url !== undefined);
  const linked = all.slice(0, MOST);
  const checked = await checkLinks(linked.flatMap(({ url }) => url ?? []));
  const found = new Map(checked.map((one) => [one.url, verdictOf(one)] as const));
  const of = (is: Verdict['is']): Block[] =>
    linked.flatMap((source) => {
      const verdict = found.get(source.url ?? '');
      return verdict?.is === is ? sourceBlocks(source, verdict) : [];
    });
  const many = (is: Verdict['is']) => linked.filter(({ url }) => found.get(url ?? '')?.is === is).length;
  const blocks: Block[] = [
    ...of('dead'),
    ...of('doubtful'),
    ...of('unreachable'),
    ...(sources.size > all.length
      ? [note(`${count(sources.size - all.length, 'source')} without an address.`)]
      : []),
    ...(all.length > MOST ? [note(`Not looked at, for there are too many: ${all.length - MOST}.`)] : []),
  ];
  const head = note(
    `Of ${count(linked.length, 'source')} with an address: ${many('fine')} fine, ${many('dead')} dead, ` +
      `${many('doubtful')} doubtful, ${many('unreachable')} unreachable.`,
  );
  return {
    kind: 'page',
    heading: 'The addresses of the sources',
    blocks: hasSome(blocks) ? [head, ...blocks] : [head],
    citations: [],
  };
};

type Verdict = { readonly is: 'fine' | 'dead' | 'doubtful' | 'unreachable'; readonly words: string };

/** Many a site turns programs away with these, and shows itself to people. */
const turnedAway: readonly number[] = [401, 403, 405, 406, 429];

const verdictOf = ({ reached }: Checked): Verdict => {
  if (reached.is === 'unreachable') return { is: 'unreachable', words: reached.why };
  const words = statusWords(reached.status);
  if (reached.status < 400) return { is: 'fine', words };
  const isDoubtful = turnedAway.includes(reached.status) || reached.status >= 500;
  return isDoubtful ? { is: 'doubtful', words } : { is: 'dead', words };
};

const sourceBlocks = (source: Source, { is, words }: Verdict): Block[] => [
  note(`${labels[is]}: ${words}`),
  { is: 'source', source },
];

const labels = {
  fine: 'Fine',
  dead: 'Dead',
  doubtful: 'Open it yourself; it may only turn programs away',
  unreachable: 'Not reached',
} as const;
