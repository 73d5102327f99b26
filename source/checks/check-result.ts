/** The words of an outcome, worst last. `waived` and `skipped` never fail a run. */
export const outcomes = ['pass', 'waived', 'skipped', 'warn', 'unknown', 'fail'] as const;
export type Outcome = (typeof outcomes)[number];

export const severities = ['required', 'recommended'] as const;
export type Severity = (typeof severities)[number];

/** One assertion that was looked at, kept also when it held. */
export interface Finding {
  /** What was looked at, such as `status`, `stdout` or `json $.status`. */
  readonly subject: string;
  /** In words, such as `below 500 ms` or `equals 200`. */
  readonly expected: string;
  /** What was seen, redacted and shortened for a person. */
  readonly actual: string;
  readonly isMet: boolean;
  /** `expect` fails the check, `warn` warns. */
  readonly level: 'expect' | 'warn';
}

/** Output of a check as it may be stored: redacted, and stripped of terminal escapes. */
export interface CapturedOutput {
  /** Head and tail when it was long; `isTruncated` says so and the text shows where. */
  readonly text: string;
  /** Bytes the check really produced, before anything was left out. */
  readonly bytes: number;
  /** SHA-256, lower-case hex, of all bytes as produced. */
  readonly sha256: string;
  readonly isTruncated: boolean;
  /** Names of the secret kinds that were taken out. */
  readonly redacted: readonly string[];
}

/**
 * A threshold of a metric: values outside of it alert, or those inside when `alertsInside`; both ends
 * belong to the range. Not every plugin means it so: some write 0 where they have no threshold.
 */
export interface MetricRange {
  /** As the plugin wrote it, such as `10:20`. */
  readonly text: string;
  /** Absent: no lower end. */
  readonly start?: number;
  /** Absent: no upper end. */
  readonly end?: number;
  readonly alertsInside: boolean;
}

/** One number that a monitoring plugin gave, as in its performance data. */
export interface Metric {
  readonly label: string;
  /** Null when the plugin could not tell (`U`). */
  readonly value: number | null;
  /** As written: empty, `s`, `ms`, `us`, `%`, `B`, `KB`, `MB`, `TB`, `c` or what else a plugin says. */
  readonly unit: string;
  readonly warn?: MetricRange;
  readonly crit?: MetricRange;
  readonly min?: number;
  readonly max?: number;
}

/** A person's word on a `manual` check. */
export interface Attestation {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly isMet: boolean;
  readonly note?: string | undefined;
}

/** How far a log was read, so that the next run goes on from there. */
export interface LogPosition {
  readonly path: string;
  /** Decimal; numbers would lose digits on some file systems. */
  readonly inode: string;
  /** Bytes, up to the end of the last whole line. */
  readonly offset: number;
  /** The log's first bytes, of which `headSha256` is, tell it from another one with the same inode. */
  readonly headBytes: number;
  readonly headSha256: string;
}

/** By name of the check. Plain JSON, for the caller to keep from run to run. */
export type LogPositions = Readonly<Record<string, LogPosition>>;

/** A bad outcome that was accepted on purpose, and by whom. */
export interface WaivedOutcome {
  /** What it would have been. */
  readonly outcome: Outcome;
  readonly reason: string;
  readonly approver: string;
  /** A day, such as `2026-12-31`, from whose beginning (local time) the waiver counts no more. */
  readonly expires: string;
}

/** What one check gave. Plain JSON; times are ISO 8601 in UTC, durations in milliseconds. */
export interface CheckResult {
  readonly name: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  /** One line for a person: why this outcome. */
  readonly message: string;
  /** What was run, as a person would type it: the command, the URL, the host and port. */
  readonly target: string;
  readonly findings: readonly Finding[];
  readonly startedAt: string;
  readonly duration: number;
  /** Exit code of a command, HTTP status of a request; absent where neither exists. */
  readonly code?: number;
  readonly output?: CapturedOutput;
  /** What a monitoring plugin measured. */
  readonly metrics?: readonly Metric[];
  /** Where a log check `since: last-run` is now. */
  readonly logPosition?: LogPosition;
  /** How many tries it took, when more than one; all else is of the last one. */
  readonly attempts?: number;
  /** What a person must know besides, as `message` has it in brackets: tries, a waiver that ran out. */
  readonly remarks?: readonly string[];
  /** Present when the outcome is `waived`. */
  readonly waiver?: WaivedOutcome;
  /** It was skipped because its own condition says that it does not apply here. */
  readonly isInapplicable?: boolean;
  /** It was skipped because it changes the system, and nobody asked for that. */
  readonly isUnasked?: boolean;
  /** It was not selected, but ran because the check of this name needs it. */
  readonly neededBy?: string;
  readonly fix?: string;
  readonly proves?: string;
  readonly tags: readonly string[];
}

/** One run of a checks file. */
export interface CheckRun {
  readonly id: string;
  /** What the file calls the system under test. */
  readonly system?: string;
  /** Path of the checks file as given. */
  readonly file: string;
  /** SHA-256 of the file's exact content, so the evidence says what was run. */
  readonly fileSha256: string;
  readonly startedAt: string;
  readonly duration: number;
  readonly isInterrupted: boolean;
  readonly results: readonly CheckResult[];
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;
