import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * What makes a file of secrets no secret, in sentences: others on the machine can read it, or it is under version
 * control and goes wherever the repository goes. Nothing where there is no such file.
 */
export const exposed = async (file: string): Promise<string[]> => {
  const folder = dirname(file);
  const about = await stat(file).catch(() => undefined);
  if (about === undefined) return [];
  const isOpen = process.platform !== 'win32' && (about.mode & 0o004) !== 0;
  const tracked = await run('git', ['ls-files', '--', basename(file)], { cwd: folder, timeout: 2000 }).catch(
    () => ({ stdout: '' }),
  );
  return [
    ...(isOpen
      ? [`${file} holds a token and can be read by everybody on this machine: chmod 600 ${file}`]
      : []),
    ...(tracked.stdout.trim() === ''
      ? []
      : [`${file} holds a token and is under version control: git rm --cached ${file}, and reset the token`]),
  ];
};
