import { moderatorCommand, stats } from '../src/kit.ts';

export default moderatorCommand({
  name: 'stats',
  description: 'How much was asked, answered and missed of late: numbers only',
  run: ({ story, ...asked }) => stats(asked, story),
});
