import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCommands } from '../../src/discord/load.ts';

const folderOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'commands-'));
  for (const [name, code] of Object.entries(files)) await writeFile(join(folder, name), code);
  return folder;
};

const option = `{ description: 'd', read() {}, idOf() {} }`;

const command = (name: string, more = '') =>
  `export default { name: '${name}', description: 'd', options: {}, run: () => undefined, ${more} };`;

test('a folder’s commands are found by their names', async () => {
  const loaded = await loadCommands(await folderOf({ 'ask.mjs': command('ask'), 'notes.txt': 'no command' }));
  expect('commands' in loaded && [...loaded.commands.keys()]).toEqual(['ask']);
});

test.each([
  ['no command', { 'ask.mjs': 'export default 1;' }, 'ask.mjs exports no command as its default'],
  [
    'another name',
    { 'ask.mjs': command('tell') },
    'holds the command "tell": file and command must have one name',
  ],
  ['capitals', { 'Ask.mjs': command('Ask') }, '"Ask" is no name for Discord'],
  [
    'a long description',
    { 'ask.mjs': command('ask', `description: '${'x'.repeat(101)}'`) },
    'must have 1 to 100 characters',
  ],
  [
    'an option without a description',
    { 'ask.mjs': command('ask', `options: { q: { ...${option}, description: '' } }`) },
    'must have 1 to 100',
  ],
  [
    'an option of the name that all have',
    { 'ask.mjs': command('ask', `options: { hide: ${option} }`) },
    '"hide" is an option that every command has',
  ],
  [
    'more options than Discord takes',
    {
      'ask.mjs': command(
        'ask',
        `options: Object.fromEntries(Array.from({ length: 25 }, (_, i) => ['o' + i, ${option}]))`,
      ),
    },
    'it has 25 options; there is room for 24',
  ],
  [
    'no description at all',
    { 'ask.mjs': "export default { name: 'ask', options: {}, run() {} };" },
    'exports no command',
  ],
  ['code that does not run', { 'ask.mjs': 'export default (' }, 'ask.mjs cannot be loaded'],
  ['no /ask', { 'help.mjs': command('help') }, 'has no command "ask"'],
])('%s is reported', async (_, files, message) => {
  const loaded = await loadCommands(await folderOf(files));
  expect('problems' in loaded && loaded.problems.join('\n')).toContain(message);
});

test('all that is wrong is said at once', async () => {
  const loaded = await loadCommands(await folderOf({ 'a.mjs': 'export default 1;', 'b.mjs': command('c') }));
  expect('problems' in loaded && loaded.problems).toHaveLength(2);
});

test('a folder that is not there is a sentence, not a stack', async () => {
  const loaded = await loadCommands(join(tmpdir(), 'there-is-no-such-folder'));
  expect('problems' in loaded && loaded.problems[0]).toContain('cannot be read');
});
