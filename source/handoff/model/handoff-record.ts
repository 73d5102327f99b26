import type {AnsweredDraft} from '../drafts/found-draft.ts';
import type {Audience, RegisterName} from '../../playbook/playbook.ts';

/** What a field holds: text, or the reason why it does not apply. */
export type FieldValue = string | {readonly notApplicable: string};

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** One row of a register, such as a component, a runbook or an escalation contact. */
export interface HandoffRecord {
  /** The id of the action that added it. */
  readonly id: string;
  readonly register: RegisterName;
  /** The playbook item that it answers. */
  readonly item: string;
  readonly fields: FieldValues;
  /** Who may read it, where somebody has said so, and the ISO 8601 instant of that. */
  readonly audience?: Audience;
  readonly addressedAt?: string;
  /**
   * ISO 8601 instants at which fields ceased to hold, because what they rest on was changed: the day
   * on which a contact was tested, once the number is another.
   */
  readonly lapsed?: Readonly<Record<string, string>>;
  /** ISO 8601 instant at which its state was last set to another one. */
  readonly stateAt?: string;
  /** What it was made of, as that was found then; absent where a person wrote it. */
  readonly draft?: AnsweredDraft;
  /** ISO 8601 instants and actors. */
  readonly addedAt: string;
  readonly addedBy: string;
  readonly changedAt: string;
  readonly changedBy: string;
}
