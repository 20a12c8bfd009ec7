import type { House } from '../house.ts';
import { stepPress } from '../press.ts';
import type { Below } from '../render/render.ts';
import type { Reply } from '../reply.ts';
import { DAYS_KEPT } from './forms.ts';
import { isPersonal } from './personal.ts';

/**
 * What readers can tell the moderators under a reply: what they would like to know, or what is wrong with the first
 * fact, in the wording that they were shown. Nothing where nobody could take it.
 */
export const below = (
  { editing }: Pick<House, 'editing'>,
  reply: Reply,
  { of, words }: { readonly of: string; readonly words: string },
): Below | undefined => {
  if (editing === undefined || editing.desk.obstacle() !== undefined) return undefined;
  switch (reply.kind) {
    case 'miss':
      return isPersonal(words)
        ? undefined
        : {
            note: `“Ask the moderators” keeps the words of your question for them, without your name, for ${DAYS_KEPT} days.`,
            buttons: [{ label: 'Ask the moderators', press: stepPress('ask-moderators', of) }],
          };
    case 'answer': {
      const { id } = reply.points[0].fact;
      const seen = editing.desk.entry('fact', id);
      return seen === undefined
        ? undefined
        : {
            buttons: [
              { label: 'Helpful', press: stepPress('helpful', id, seen.stamp) },
              { label: 'Something is wrong', press: stepPress('wrong', id, seen.stamp) },
            ],
          };
    }
    default:
      return undefined;
  }
};
