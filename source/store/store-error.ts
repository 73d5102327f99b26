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

/** What could not be written, because the disk or its rights refuse. */
export function notSaved(file: string, error: unknown): StoreError {
  return new StoreError(
    `Not saved: ${error instanceof Error ? error.message : String(error)}`,
    file,
    'What was saved before is whole. Check the disk space and that the folder belongs to you, or set HANDOFF_WIZARD_HOME to another.',
    {cause: error},
  );
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
