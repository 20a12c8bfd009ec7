import { linksPage, moderatorCommand } from '../src/kit.ts';

export default moderatorCommand({
  name: 'check-links',
  description: 'Whether the addresses of the sources still lead somewhere; takes up to a few minutes',
  run: ({ story, ...asked }) => linksPage(asked, story),
});
