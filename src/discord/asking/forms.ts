import { form, oneOfThese, paragraph } from '../form.ts';

/** The longest that the work list keeps. */
export const LONGEST = 300;

/** How long an unanswered question is kept after somebody last asked it. */
export const DAYS_KEPT = 90;

export const askForm = form('Ask the moderators', {
  question: paragraph({
    label: 'Your question, as they will read it',
    about: `Kept without your name, until ${DAYS_KEPT} days after it was last asked`,
    most: LONGEST,
  }),
  tell: oneOfThese('Tell you when it is answered?', [
    { value: 'no', label: 'No', about: 'Nothing is kept of who asked' },
    {
      value: 'yes',
      label: 'Yes, by direct message',
      about: 'Your Discord id is kept with it until you were told; /erase-me takes it out',
    },
  ]),
});

export const wrongForm = form('Something is wrong', {
  reason: paragraph({
    label: 'What is wrong, and how do you know?',
    about: 'Moderators read it, without your name, until they have dealt with it',
    most: LONGEST,
  }),
});
