import {
  type Actor,
  actor,
  answer,
  command,
  factsNaming,
  hasSome,
  type Index,
  optional,
  refuse,
} from '../src/kit.ts';

/** The companies that the record names as partners. */
const partners = ({ story }: Index): Actor[] => {
  const told = new Set(story.topics.get('partners')?.facts);
  return [...story.actors.values()].filter(
    (one) => one.kind === 'company' && factsNaming(story, one).some((fact) => told.has(fact)),
  );
};

export default command({
  name: 'partners',
  description: 'Which companies got access, in all or one of them',
  options: { company: optional(actor('One company', partners)) },
  topic: 'partners',
  run: ({ options, story }) => {
    const topic = story.topics.get('partners') ?? refuse('The record does not list partners.');
    if (options.company === undefined) return answer(topic);
    const facts = factsNaming(story, options.company).slice(0, 4);
    return hasSome(facts) ? answer(topic, facts) : answer(topic);
  },
});
