import type {SystemSize} from '../playbook/playbook.ts';
import {Problem} from '../problem.ts';

/** What a new handoff is asked for. */
export interface NewHandoffFields {
  readonly customer: string;
  readonly system: string;
  readonly workspace: string;
  /** Names, files and folders that are one playbook together; none for the usual one of the workspace. */
  readonly playbook: readonly string[];
  /** Whether nothing starts as done that is ticked in the playbook's own text. */
  readonly isUnticked?: boolean;
  /** Id of the handoff whose end this one starts from. */
  readonly like?: string;
  /** How large the system is; all is asked where nobody says so. */
  readonly size?: SystemSize;
}

export type FieldName = keyof NewHandoffFields;

/** A mistake in one field of the form. */
export class FieldProblem extends Problem {
  override name = 'FieldProblem';
  readonly field: FieldName;

  constructor(field: FieldName, message: string, hint?: string) {
    super(message, hint);
    this.field = field;
  }
}

/** A mistake as one of the field that it was made in; a bug stays what it is. */
export function atField(field: FieldName, error: unknown): unknown {
  return error instanceof Problem ? new FieldProblem(field, error.message, error.hint) : error;
}
