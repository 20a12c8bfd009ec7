import { command, since, whatsNew } from '../src/kit.ts';

export default command({
  name: 'whats-new',
  description: 'What was corrected or added of late, with the difference and why',
  options: { since: since('From which day (2031-05-17), or of how many days; 7 if empty') },
  run: ({ options, story, past }) => whatsNew(story, past, options.since),
});
