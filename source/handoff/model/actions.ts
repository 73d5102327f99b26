import type {Playbook, RegisterName} from '../../playbook/model.ts';
import type {DemonstrationResult} from './demonstration.ts';
import type {GateWaiver} from './gate-waiver.ts';
import type {SignOffDecision} from './sign-off.ts';
import type {CheckRunRecord} from './check-run.ts';
import type {ItemStatus} from './item-state.ts';
import type {Proof} from './proof.ts';
import type {FieldValues} from './handoff-record.ts';
import type {Driver, NoteKind} from './session.ts';

/** What happened, without the when and who. `item` and `block` are playbook item ids. */
export type Change =
  | {
      readonly type: 'handoff/created';
      readonly handoff: string;
      readonly customer: string;
      readonly system: string;
      readonly workspace: string;
      readonly timeZone: string;
      readonly playbook: Playbook;
      readonly playbookSource: string;
    }
  | {
      readonly type: 'item/settled';
      readonly item: string;
      readonly status: ItemStatus;
      /** Required when the status is `not-applicable`. */
      readonly reason?: string;
    }
  | {readonly type: 'item/noted'; readonly item: string; readonly note: string}
  | {readonly type: 'item/written'; readonly item: string; readonly text: string}
  | {readonly type: 'item/assigned'; readonly item: string; readonly owner: string}
  | {readonly type: 'item/scheduled'; readonly item: string; readonly due: string}
  | {readonly type: 'item/evidenced'; readonly item: string; readonly link: string}
  | {readonly type: 'checks/recorded'; readonly run: CheckRunRecord}
  | {
      /** The row gets the id of the action. */
      readonly type: 'record/added';
      readonly register: RegisterName;
      readonly item: string;
      readonly fields: FieldValues;
    }
  | {
      /** The fields that are named get new values; the others stay. */
      readonly type: 'record/changed';
      readonly record: string;
      readonly fields: FieldValues;
    }
  | {readonly type: 'record/removed'; readonly record: string}
  | ({readonly type: 'runbook/proven'} & Omit<Proof, 'id' | 'at' | 'by'>)
  | {readonly type: 'calendar/set'; readonly holidays: readonly string[]}
  | {
      readonly type: 'session/planned';
      /** ISO 8601 instant. */
      readonly startsAt: string;
      readonly timeZone: string;
      readonly minutes: number;
      readonly place?: string;
    }
  /** After the end of a session it begins the next part of it. */
  | {readonly type: 'session/started'}
  | {
      readonly type: 'session/time-moved';
      readonly from: string;
      readonly to: string;
      readonly minutes: number;
    }
  | {readonly type: 'session/driver-changed'; readonly driver: Driver}
  /** Time in which nobody paused the clock, such as while a laptop slept. */
  | {
      readonly type: 'session/break-counted';
      readonly startedAt: string;
      readonly endedAt: string;
    }
  | {readonly type: 'session/block-entered'; readonly block: string}
  | {readonly type: 'session/paused'}
  | {readonly type: 'session/resumed'}
  | {
      readonly type: 'session/noted';
      readonly kind: NoteKind;
      readonly text: string;
      readonly block?: string;
    }
  | {readonly type: 'session/answered'; readonly note: string; readonly answer: string}
  | {readonly type: 'session/ended'}
  | {
      /** The demonstration gets the id of the action. */
      readonly type: 'demonstration/started';
      readonly item: string;
      readonly performer: string;
      readonly observer: string;
    }
  | {
      readonly type: 'demonstration/ended';
      readonly demonstration: string;
      readonly result: DemonstrationResult;
      readonly remark?: string;
    }
  | {
      readonly type: 'follow-up/changed';
      readonly followUp: string;
      readonly owner?: string;
      readonly due?: string;
    }
  | {readonly type: 'follow-up/closed'; readonly followUp: string; readonly outcome: string}
  | {readonly type: 'follow-up/reopened'; readonly followUp: string}
  | {readonly type: 'transition/extended'; readonly until: string; readonly reason: string}
  | ({readonly type: 'gate/waived'} & Omit<GateWaiver, 'at' | 'by'>)
  | {
      readonly type: 'sign-off/recorded';
      readonly name: string;
      readonly role: string;
      readonly decision: SignOffDecision;
      /** What an acceptance with conditions hangs on. */
      readonly conditions?: readonly string[];
      /** Why it was declined. */
      readonly remarks?: string;
    }
  | {readonly type: 'undone'; readonly action: string};

/** A change with its place in history. */
export type Action = Change & {
  readonly id: string;
  /** ISO 8601 instant by the clock of the machine that made it. */
  readonly at: string;
  readonly actor: string;
  /**
   * Hybrid logical clock in milliseconds (Kulkarni et al. 2014): never below any action its maker
   * had seen, so cause comes before effect even when a clock was set back.
   */
  readonly order: number;
};
