import type { Present } from '../../desk/present.ts';
import { problemLine } from '../../story/problem.ts';
import { heading, type Message, message } from '../render/message.ts';
import { clip, plain } from '../render/plain.ts';

/** More than these do not fit a message; whoever mends the book checks it there. */
const MOST = 8;
const LONGEST = 200;

/** The files were changed and cannot be used: what is wrong, where, and that nothing was lost. */
export const brokenBook = (faults: readonly string[]): Message =>
  alarm(
    'The files of the story were changed, and cannot be used',
    'The story is told as it was before.',
    faults,
  );

/** Where book and ledger contradict each other, or break a rule together; nothing where they fit. */
export const misfits = ({ conflicts, problems, isAlone }: Present): Message | undefined => {
  const wrong = problems.map(problemLine);
  if (isAlone)
    return alarm(
      'What moderators changed does not fit the files of the story any more',
      'The files alone are told until one or the other is changed.',
      wrong,
    );
  const against = conflicts.map(
    ({ revision, change: { entry, id }, now }) =>
      `revision ${revision.seq} of ${entry} ${id} (${revision.why}): the files ${now === null ? 'have none of that name' : 'say something else'}`,
  );
  if (against.length + wrong.length === 0) return undefined;
  return alarm(
    'The files of the story contradict what moderators changed',
    'The files are told there. To have it otherwise, edit the entry again.',
    [...against, ...wrong],
  );
};

const alarm = (title: string, so: string, lines: readonly string[]): Message => {
  const more = lines.length - MOST;
  return message({
    texts: [
      heading(title),
      so,
      lines
        .slice(0, MOST)
        .map((line) => plain(clip(line, LONGEST)))
        .join('\n'),
    ],
    foot: more > 0 ? `… and ${more} more` : undefined,
  });
};
