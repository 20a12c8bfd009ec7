import { cite, command, count, dateWords, isReaders, kept, note, pointBlocks } from '../src/kit.ts';

export default command({
  name: 'about',
  description: 'The story, how much is known, how old it is, and what the bot keeps about you',
  run: ({ story, version, commands }) => {
    const [topic] = story.start;
    const { blocks, citations } = pointBlocks(cite([topic.facts[0]]));
    const ages = [...story.facts.values()].map(({ asOf }) => asOf).toSorted();
    const counts = [
      count(story.facts.size, 'fact'),
      count(story.topics.size, 'topic'),
      count(story.statements.size, 'statement'),
      count(story.sources.size, 'source'),
    ];
    return {
      kind: 'page',
      heading: story.title,
      blocks: [
        ...blocks,
        note(`The record: ${counts.join(', ')}.`),
        note(
          `Its oldest fact holds as of ${dateWords(ages.at(0) ?? '')}, its newest as of ${dateWords(ages.at(-1) ?? '')}.`,
        ),
        note(
          'Answers are found by search among facts that people wrote and sourced. No language model writes them.',
        ),
        ...kept(commands.some((one) => !isReaders(one))).map(note),
        note(`Receipts ${version}, open source under the MIT licence.`),
      ],
      citations,
    };
  },
});
