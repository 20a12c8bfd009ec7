import { topicCommand } from '../src/kit.ts';

export default topicCommand({
  name: 'ended',
  description: 'Whether the partnerships have ended',
  topic: 'partnerships-ended',
});
