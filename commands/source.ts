import { addSource, commandGroup, moderatorCommand } from '../src/kit.ts';

export default commandGroup({
  name: 'source',
  description: 'The sources of the record',
  commands: [
    moderatorCommand({
      name: 'add',
      description: 'Add a source, and what it says',
      run: () => addSource(),
    }),
  ],
});
