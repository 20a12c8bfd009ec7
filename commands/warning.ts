import { topicCommand } from '../src/kit.ts';

export default topicCommand({
  name: 'warning',
  description: 'What the US intelligence agencies warned of',
  topic: 'agencies-warning',
});
