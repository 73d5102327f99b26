/**
 * A mistake or a state of the world that a person can do something about, as opposed to a bug.
 * The message says what happened and where, the hint what to do; no stack is shown for it.
 */
export class Problem extends Error {
  override name = 'Problem';
  readonly hint: string | undefined;

  constructor(message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}
