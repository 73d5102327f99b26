import type {KeptOutput} from './kept-output.ts';

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
