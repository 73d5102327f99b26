import type {Position} from '../playbook.ts';

/** How an item stands, as far as a file can say it. */
export interface ItemToWrite {
  readonly id: string;
  readonly text: string;
  /** Where the file has it. */
  readonly position: Position;
  readonly status: 'open' | 'done' | 'not-applicable';
  readonly owner?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly dueOn?: string | undefined;
  readonly evidence: readonly string[];
}

export const aspects = ['status', 'owner', 'date', 'evidence'] as const;
/** What of an item is written. */
export type Aspect = (typeof aspects)[number];

/**
 * Why something is not in the file: it has no box or field for it; it would be read as something else
 * with it; its encoding has no such sign; the item is not in the file.
 */
export const gaps = ['no-place', 'read-otherwise', 'encoding', 'not-in-file'] as const;
export type Gap = (typeof gaps)[number];

/** What a file could not be told of an item. */
export interface Unwritten {
  readonly id: string;
  readonly text: string;
  readonly aspect: Aspect;
  readonly why: Gap;
}

/** What was written of an item, and in which line, counted from 1. */
export interface Written {
  readonly id: string;
  readonly text: string;
  readonly status: ItemToWrite['status'];
  readonly aspect: Aspect;
  /** Its entry had no box before. */
  readonly isNewBox: boolean;
  readonly line: number;
}
