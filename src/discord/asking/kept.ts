import { DAYS_KEPT } from './forms.ts';

/** All that is kept of readers, and for how long: nothing where nobody would read what they leave. */
export const kept = (isRead: boolean): readonly string[] =>
  isRead
    ? [
        'Privacy: the bot stores neither your questions nor who asked them, unless you press “Ask the moderators”.',
        `A question that you leave with the moderators is kept without your name, until ${DAYS_KEPT} days after somebody last asked it. If you want to be told the answer, your Discord id is kept with it until you were told or the question was put away; /erase-me takes it out before.`,
        'What you write under “Something is wrong” is kept without your name until moderators have dealt with it. How often facts were marked, and how often questions were answered, is kept as numbers; the latter by day, for 90 days.',
        'In memory alone, for ten minutes: which topic you were told about last, in which channel, and whom you had named, so that you can ask on ("and when did that end?"); a question that was not answered, for the form; and how much you have left with the moderators.',
      ]
    : [
        'Privacy: the bot stores neither your questions nor who asked them.',
        'So that you can ask on ("and when did that end?"), it keeps in memory for ten minutes which topic you were told about last, in which channel, and whom you had named.',
      ];
