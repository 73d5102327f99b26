import type {Playbook} from '../../playbook/model.ts';
import type {Demonstration} from '../session/demonstrations.ts';
import type {FollowUpState} from './follow-up-state.ts';
import type {KeptOutput} from './kept-output.ts';
import type {GateWaiver} from '../gates/waivers.ts';
import type {Proof} from '../registers/proofs.ts';
import type {HandoffRecord} from '../registers/records.ts';
import type {Session} from './session.ts';
import type {SessionPlan} from './session-plan.ts';

export type ItemStatus = 'open' | 'done' | 'not-applicable';

/** What has been said about one playbook item. Absent fields were never set. */
export interface ItemState {
  readonly status: ItemStatus;
  /** Why it does not apply; always there when `status` is `not-applicable`. */
  readonly reason?: string;
  /** An internal remark; never printed for a customer. */
  readonly note?: string;
  /** The answer to the item in a text step, as Markdown for the documents. */
  readonly text?: string;
  readonly owner?: string;
  /** A due date set by hand, `YYYY-MM-DD`; it wins over the playbook's rule. */
  readonly due?: string;
  /** Links to evidence, in the order given. */
  readonly evidence: readonly string[];
  /** ISO 8601 instant and actor of the last change. */
  readonly changedAt?: string;
  readonly changedBy?: string;
}

/** How one check of the last runs stood; big output lies in the evidence folder. */
export interface CheckRecord {
  readonly name: string;
  readonly kind: string;
  readonly severity: 'required' | 'recommended';
  readonly outcome: 'pass' | 'warn' | 'fail' | 'unknown' | 'skipped' | 'waived';
  readonly message: string;
  readonly target: string;
  /** ISO 8601 instant. */
  readonly startedAt: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly code?: number;
  readonly fix?: string;
  readonly proves?: string;
  /** What a person said of a `manual` check, and counts again in the next run. */
  readonly attestation?: {
    readonly by: string;
    readonly at: string;
    readonly isMet: boolean;
    readonly note?: string | undefined;
  };
  /** How far a log check `since: last-run` has read. */
  readonly logPosition?: {
    readonly path: string;
    readonly inode: string;
    readonly offset: number;
    readonly headBytes: number;
    readonly headSha256: string;
  };
  readonly findings: readonly {
    readonly subject: string;
    readonly expected: string;
    readonly actual: string;
    readonly isMet: boolean;
    readonly level: 'expect' | 'warn';
  }[];
  readonly evidence?: KeptOutput;
}

export interface CheckRunRecord {
  readonly id: string;
  readonly file: string;
  readonly fileSha256: string;
  readonly startedAt: string;
  readonly duration: number;
  readonly isInterrupted: boolean;
  readonly actor: string;
  readonly results: readonly CheckRecord[];
}

export type SignOffDecision = 'accepted' | 'accepted-with-conditions' | 'declined';

export interface SignOff {
  readonly name: string;
  readonly role: string;
  readonly decision: SignOffDecision;
  /** Conditions of the acceptance, or the reason of a refusal. */
  readonly remarks?: string;
  readonly at: string;
}

export interface TransitionExtension {
  /** The new last day, `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

/** One system going to one receiver. The fold of its journal; never stored as such. */
export interface Handoff {
  readonly id: string;
  readonly customer: string;
  readonly system: string;
  /** Absolute folder in which checks run and documents are looked for. */
  readonly workspace: string;
  /** IANA time zone in which dates are meant, such as `Europe/Madrid`. */
  readonly timeZone: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly playbook: Playbook;
  /** Where the playbook came from: a path, or `built-in`. */
  readonly playbookSource: string;
  readonly items: Readonly<Record<string, ItemState>>;
  readonly checkRuns: readonly CheckRunRecord[];
  readonly records: readonly HandoffRecord[];
  /** Each time a runbook was tried on the system. */
  readonly proofs: readonly Proof[];
  /** The plan in force; the earlier ones count in its `sequence`. */
  readonly plan?: SessionPlan;
  readonly session: Session;
  readonly demonstrations: readonly Demonstration[];
  /** What a person said about a follow-up, by its id. */
  readonly followUps: Readonly<Record<string, FollowUpState>>;
  /** Each extension of the transition, the last one in force. */
  readonly extensions: readonly TransitionExtension[];
  readonly gateWaivers: readonly GateWaiver[];
  /** Days that are no business days besides weekends, `YYYY-MM-DD`, in order. */
  readonly holidays: readonly string[];
  readonly signOffs: readonly SignOff[];
}
