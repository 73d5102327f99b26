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
