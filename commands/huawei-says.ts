import { topicCommand } from '../src/kit.ts';

export default topicCommand({
  name: 'huawei-says',
  description: 'What Huawei said about it',
  topic: 'huawei-says',
});
