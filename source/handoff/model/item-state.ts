import type {Audience} from '../../playbook/playbook.ts';
import type {ItemRun} from '../runs/item-run.ts';

export const itemStatuses = ['open', 'done', 'not-applicable'] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** What was said of an item while it read otherwise. */
export interface SettledFor {
  /** How the item read. */
  readonly text: string;
  readonly status: Exclude<ItemStatus, 'open'>;
  readonly reason?: string;
  /** ISO 8601 instant and actor. */
  readonly at?: string;
  readonly by?: string;
}

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
  /** Who may read it, where somebody has said so, and the ISO 8601 instant of that. */
  readonly audience?: Audience;
  readonly addressedAt?: string;
  /** A due date set by hand, `YYYY-MM-DD`; it wins over the playbook's rule. */
  readonly due?: string;
  /** Links to evidence, in the order given. */
  readonly evidence: readonly string[];
  /** Runs of its commands, the last one last. */
  readonly runs?: readonly ItemRun[];
  /** ISO 8601 instant and actor of the status and its reason; absent while it is open. */
  readonly settledAt?: string;
  readonly settledBy?: string;
  /** It was settled in other words, and is open until somebody says it of what it reads now. */
  readonly settledFor?: SettledFor;
  /** ISO 8601 instant and actor of the last change of anything, such as a note. */
  readonly changedAt?: string;
  readonly changedBy?: string;
}

/** An item that nobody has touched. */
export const untouched: ItemState = {status: 'open', evidence: []};

/** What is known of an item; an item nobody touched is open. */
export function itemState(
  {items}: {readonly items: Readonly<Record<string, ItemState>>},
  item: string,
): ItemState {
  return items[item] ?? untouched;
}
