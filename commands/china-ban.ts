import { topicCommand } from '../src/kit.ts';

export default topicCommand({
  name: 'china-ban',
  description: 'Since when and why Facebook is blocked in China',
  topic: 'china-ban',
});
