/** An error whose message is written for the person who caused it, and shown to that person as it stands. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Stops with a sentence for whoever asked. Anything else that is thrown is a bug, and its message is never shown. */
export const refuse = (sentence: string): never => {
  throw new Refusal(sentence);
};
