import type {RegisterName} from '../../playbook/playbook.ts';
import type {FieldValues} from '../model/handoff-record.ts';

/** A row that was found somewhere and is offered. It is no fact before a person takes it. */
export interface OfferedRow {
  readonly register: RegisterName;
  /** The item that it would answer. */
  readonly item: string;
  readonly fields: FieldValues;
  /** Where it was found, as it stands beside the row: "as in Apex · Payments, 12 March". */
  readonly source: string;
}
