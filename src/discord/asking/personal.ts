const address = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/;
/** Longer than any date or amount that people ask about. */
const longNumber = /(?:\d[\s().-]{0,2}){9,}/;

/** Whether words may tell who somebody is or how to reach them: an address, a telephone number, somebody's id. */
export const isPersonal = (text: string): boolean =>
  [address, longNumber].some((one) => one.test(text.normalize('NFKC')));

export const PERSONAL =
  'Leave out e-mail addresses, telephone numbers and the like: moderators need none of it, and it would be kept.';
