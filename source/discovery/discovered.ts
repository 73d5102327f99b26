import type {RegisterName} from '../playbook/playbook.ts';

export type DraftKind = 'row' | 'check' | 'runbook';

/** What a field of a draft says: text in a row, and what `handoff.yaml` can say in a check. */
export type DraftValue =
  | string
  | number
  | boolean
  | readonly DraftValue[]
  | {readonly [name: string]: DraftValue};

export type DraftFields = Readonly<Record<string, DraftValue>>;

/** Said where a version, or anything else that is asked for, cannot be told. It is never taken as a fact. */
export const unknown = 'unknown';

/** The same field, as another place has it. */
export interface Difference {
  readonly field: string;
  readonly value: DraftValue;
  readonly source: string;
}

/** Something that was found and that no person has confirmed yet. */
export interface Draft {
  readonly kind: DraftKind;
  /** The same in each run as long as it is about the same thing. */
  readonly key: string;
  /** Where a row or a runbook would be kept. */
  readonly register?: RegisterName;
  /** Those of the register, or those of a check in `handoff.yaml`. */
  readonly fields: DraftFields;
  /** Exactly what was read, such as `compose.yaml:14`; several with a semicolon between. */
  readonly source: string;
  /** What other sources say otherwise. */
  readonly differs?: readonly Difference[];
}

/**
 * Something that one discoverer found, before it is united with what the others found. A finding `of`
 * a thing, such as the folder `api`, adds to each finding that `is` it, and stands alone where none is.
 */
export interface Finding extends Omit<Draft, 'source' | 'differs'> {
  readonly sources: readonly string[];
  /** What else it is known as: `folder:api` for what is built there, `product:PostgreSQL`. */
  readonly is?: readonly string[];
  readonly of?: string;
  /** Says too little to stand alone: without such a thing it is nothing. */
  readonly isOnlyPart?: boolean;
}

/** A value that is offered where it fits: it is no row of its own. */
export interface Suggestion {
  readonly for: 'system' | 'person' | 'repository' | 'version' | 'link';
  readonly text: string;
  readonly source: string;
}

/** What goes wrong with a file, or with a part of it. */
export interface FileProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly message: string;
}

/** A file that speaks of the system and was left out on purpose, with the reason. */
export interface LeftFile {
  readonly file: string;
  readonly why: string;
}

/** A command that the host was to be asked by. */
export interface AskedCommand {
  /** As a person would type it. */
  readonly command: string;
  readonly ran: boolean;
  /** Why it did not run, or did not end. */
  readonly why?: string;
}

export interface Discovery {
  readonly drafts: readonly Draft[];
  readonly suggestions: readonly Suggestion[];
  readonly read: readonly string[];
  readonly left: readonly LeftFile[];
  readonly problems: readonly FileProblem[];
  /** What the host was asked; nothing where only files were looked at. */
  readonly commands?: readonly AskedCommand[];
}
