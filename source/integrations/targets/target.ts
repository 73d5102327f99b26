import type {Audience} from '../../playbook/playbook.ts';
import type {ContentKind, Integration} from '../integration-entry.ts';

/** Where something is sent, as read and understood. */
export interface Target {
  /** Names it for people, and in the journal for good. */
  readonly name: string;
  readonly integration: Integration;
  /** What the schema of its kind gave; only that kind looks into it. */
  readonly spec: unknown;
  /** Who reads there: nothing internal goes to a customer. */
  readonly audience: Audience;
  readonly sends: readonly Exclude<ContentKind, 'status'>[];
  /** Ids of the handoffs it is for; absent where it is for all. */
  readonly handoffs?: readonly string[];
  /** Milliseconds until an answer has to be there. */
  readonly timeout: number;
  readonly line: number;
}

/** A targets file without any mistake. It names secrets and holds none. */
export interface TargetsFile {
  /** Absolute, and its folder, in which relative paths begin. */
  readonly path: string;
  readonly folder: string;
  /** SHA-256 of its bytes, by which it is trusted. */
  readonly sha256: string;
  readonly targets: readonly Target[];
}
