import {
  type Actor,
  actor,
  answer,
  answerPart,
  command,
  factsNaming,
  hasSome,
  type Index,
  optional,
  refuse,
  type Topic,
} from '../src/kit.ts';

/** The topic that lists them, with what people ask next about it. */
const topic = ({ story }: Pick<Index, 'story'>): Topic =>
  story.topics.get('partners') ?? refuse('The record does not list partners.');

/** The companies that those topics name, but for the one whose partners they are. */
const companies = (index: Index): Actor[] => {
  const partners = topic(index);
  const told = new Set([partners, ...partners.next].flatMap(({ facts }) => facts));
  return [...index.story.actors.values()].filter(
    (one) =>
      one.kind === 'company' &&
      !partners.title.includes(one.name) &&
      factsNaming(index.story, one).some((fact) => told.has(fact)),
  );
};

export default command({
  name: 'partners',
  description: 'Which companies got access, in all or one of them',
  options: { company: optional(actor('One company', companies)) },
  topic: 'partners',
  run: ({ options: { company }, index, story }) => {
    const partners = topic(index);
    if (company === undefined) return answer(partners);
    if (partners.title.includes(company.name)) return refuse(`${company.name} is whose partners these are.`);
    if (company.kind !== 'company') return refuse(`${company.name} is no company. /who tells of it.`);
    const own = [...story.topics.values()].filter(({ title }) => title.includes(company.name));
    const first = [partners, ...own, ...partners.next].flatMap(({ facts }) => facts);
    const named = factsNaming(story, company);
    const shown = [...new Set([...first.filter((fact) => named.includes(fact)), ...named])].slice(0, 4);
    return hasSome(shown)
      ? answerPart(partners, `${company.name} and the partnerships`, shown)
      : refuse(`The record does not say whether ${company.name} was a partner.`);
  },
});
