import {Problem} from '../problem.ts';

/** What a new handoff is asked for. */
export interface NewHandoffFields {
  readonly customer: string;
  readonly system: string;
  readonly workspace: string;
  /** Path of a Markdown file; empty for the built-in playbook. */
  readonly playbook: string;
  /** Whether nothing starts as done that is ticked in the playbook's own text. */
  readonly isUnticked?: boolean;
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
