import { topicCommand } from '../src/kit.ts';

export default topicCommand({
  name: 'facebook-says',
  description: 'How Facebook explained it',
  topic: 'facebook-says',
});
