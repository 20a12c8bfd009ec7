import { topicCommand } from '../src/kit.ts';

export default topicCommand({
  name: 'who-confirmed',
  description: 'Who confirmed it, and who did not',
  topic: 'who-confirmed',
});
