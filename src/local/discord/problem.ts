/** One complaint about one field, as Discord words it. */
export type FieldError = { readonly code: string; readonly message: string };

/** Discord's nested answer to a bad form: field names down to `_errors`. */
export type ErrorTree = { [field: string]: ErrorTree | FieldError[] };

const known = {
  0: [404, '404: Not Found'],
  10003: [404, 'Unknown Channel'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30032: [400, 'Maximum number of application commands reached (100).'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50109: [400, 'The request body contains invalid JSON.'],
} as const satisfies Record<number, readonly [status: number, message: string]>;

/** A refusal with the status, code and words that Discord gives for it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: number;
  readonly errors: ErrorTree | undefined;

  constructor(code: keyof typeof known, errors?: ErrorTree) {
    super(known[code][1]);
    this.status = known[code][0];
    this.code = code;
    this.errors = errors;
  }
}

/** An HTTP status with nothing more to say, as Discord answers when the fault is not in the form. */
export class BareProblem extends Error {
  override readonly name = 'BareProblem';
  readonly code = 0;
  readonly errors = undefined;
  readonly status: number;

  constructor(status: 401 | 405 | 500, words: string) {
    super(`${status}: ${words}`);
    this.status = status;
  }
}
