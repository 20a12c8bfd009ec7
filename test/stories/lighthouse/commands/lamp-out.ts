import { topicCommand } from '../../../../src/kit.ts';

export default topicCommand({
  name: 'lamp-out',
  description: 'When the lamp of Gullcliff went out, and for how long',
  topic: 'lamp-out',
});
