import { topicCommand } from '../src/kit.ts';

export default topicCommand({
  name: 'lawmakers',
  description: 'What US lawmakers asked and said',
  topic: 'lawmakers',
});
