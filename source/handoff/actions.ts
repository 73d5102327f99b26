import type {Playbook} from '../playbook/model.ts';
import type {CheckRunRecord, ItemStatus, SignOffDecision} from './model.ts';

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
  | {readonly type: 'session/started'}
  | {readonly type: 'session/block-entered'; readonly block: string}
  | {readonly type: 'session/paused'}
  | {readonly type: 'session/resumed'}
  | {
      readonly type: 'session/noted';
      readonly kind: 'note' | 'question';
      readonly text: string;
      readonly block?: string;
    }
  | {readonly type: 'session/answered'; readonly note: string; readonly answer: string}
  | {readonly type: 'session/ended'}
  | {
      readonly type: 'sign-off/recorded';
      readonly name: string;
      readonly role: string;
      readonly decision: SignOffDecision;
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
