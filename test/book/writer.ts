import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textsIn, writeBook } from '../../src/book/write.ts';
import { storyFiles } from '../../src/story/schema.ts';
import { textsOf } from './programs.ts';

/** Writes one of two stories over the other, again and again, until somebody stops it; `plainly`: as one must not. */
const [folder = '', was = '', other = '', how] = process.argv.slice(2);

const [one, two] = await Promise.all([textsIn(was), textsIn(other)]);
process.stdout.write('ready\n');
for (;;) {
  const present = await textsIn(folder);
  const isOne = present.facts === one.facts && present.sources === one.sources;
  // After a kill between two files, one of each stands there.
  const next = textsOf((file) => (isOne ? two : one)[file]);
  if (how !== 'plainly') await writeBook(folder, present, next);
  else for (const file of storyFiles) await writeFile(join(folder, `${file}.yaml`), next[file]);
}
