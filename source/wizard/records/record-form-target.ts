import type {AnsweredDraft} from '../../handoff/drafts/found-draft.ts';
import type {FieldValues, HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {RegisterName} from '../../playbook/playbook.ts';

/** What a form is opened for. */
export interface RecordFormTarget {
  readonly register: RegisterName;
  /** Id of the item that a new row answers. */
  readonly item: string;
  /** The row to change; without one, a row is added. */
  readonly record?: HandoffRecord;
  /** What a new row says already, such as the day of today. */
  readonly initial?: FieldValues;
  /** Where only what is missing is asked for, the cursor of the step stays where it is. */
  readonly asks?: 'missing';
  /** What a new row is made of, where it was found. */
  readonly draft?: AnsweredDraft;
}
