import type {Phases} from '../../playbook/walk.ts';

/** An item that is in the playbook no more, by the last version of it that had it. */
export interface LeftBehind {
  readonly item: string;
  readonly from: Phases;
}
