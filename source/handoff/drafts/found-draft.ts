import type {RegisterName} from '../../playbook/playbook.ts';

/** What a field of a draft says: text in a row, and what `handoff.yaml` can say in a check. */
export type FoundValue =
  | string
  | number
  | boolean
  | readonly FoundValue[]
  | {readonly [name: string]: FoundValue};

export type FoundFields = Readonly<Record<string, FoundValue>>;

export const draftKinds = ['row', 'check', 'runbook'] as const;

/** Something that was found and that no person has confirmed. It is no fact of the handoff. */
export interface FoundDraft {
  readonly kind: (typeof draftKinds)[number];
  /** The same in each look as long as it is about the same thing. */
  readonly key: string;
  /** Where a row or a runbook would be kept. */
  readonly register?: RegisterName;
  readonly fields: FoundFields;
  /** What was read, such as `compose.yaml:14`; several with a semicolon between. */
  readonly source: string;
}

/** What one look at a folder, or at what runs on a host, found. */
export interface DraftLook {
  /** Absolute. Where there is none, the host itself was asked what it runs. */
  readonly folder?: string;
  /** The machine that the folder lies on, or that was asked. */
  readonly host: string;
  readonly drafts: readonly FoundDraft[];
  /**
   * Files that could not be understood whole, and programs that did not answer all: what they say is not
   * known to be gone.
   */
  readonly unread: readonly string[];
  /** ISO 8601 instant and actor. */
  readonly at: string;
  readonly by: string;
}

/** A draft as it was found when somebody answered it. */
export type AnsweredDraft = Pick<FoundDraft, 'key' | 'fields' | 'source'>;

/** What was said of a draft that is no row: a check that went into the checks file, or what is not wanted. */
export interface DraftAnswer extends AnsweredDraft {
  readonly answer: 'taken' | 'left';
  readonly at: string;
  readonly by: string;
}
