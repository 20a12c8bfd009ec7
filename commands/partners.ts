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
    const own = new Set(partners.facts);
    const facts = factsNaming(story, company).toSorted((a, b) => Number(own.has(b)) - Number(own.has(a)));
    const shown = facts.slice(0, 4);
    return hasSome(shown)
      ? answerPart(partners, `${company.name} and the partnerships`, shown)
      : refuse(`The record does not say whether ${company.name} was a partner.`);
  },
});
