import { topicCommand } from '../src/kit.ts';

export default topicCommand({
  name: 'why-shared',
  description: 'Why Facebook shared data with phone makers',
  topic: 'why-shared',
});
