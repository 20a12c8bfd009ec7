import { topicCommand } from '../src/kit.ts';

export default topicCommand({
  name: 'friends-data',
  description: 'Whether friends’ data was shared too',
  topic: 'friends-data',
});
