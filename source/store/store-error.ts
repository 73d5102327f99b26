import {Problem} from '../problem.ts';

/** A problem with the store: what, which file, and what to do. */
export class StoreError extends Problem {
  override name = 'StoreError';
  readonly file: string;

  constructor(message: string, file: string, hint: string, options?: ErrorOptions) {
    super(`${message} (${file})`, hint, options);
    this.file = file;
  }
}

/** Thrown when no handoff has the id that was asked for. */
export class UnknownHandoffError extends Problem {
  override name = 'UnknownHandoffError';

  constructor(id: string, known: readonly string[]) {
    super(
      `There is no handoff "${id}".`,
      known.length === 0
        ? 'Start one with "handoff-wizard new".'
        : `Known here: ${known.join(', ')}. "handoff-wizard list" shows them all.`,
    );
  }
}
