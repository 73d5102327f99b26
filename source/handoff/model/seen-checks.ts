/** A check as it stands in a checks file, run or not. */
export interface SeenCheck {
  readonly name: string;
  readonly kind: string;
  readonly severity: 'required' | 'recommended';
  /** SHA-256 of what it asks; absent where an older version recorded it. */
  readonly digest?: string;
  readonly proves?: string;
}

/** What stood in the handoff's checks file when it was looked at without a run. */
export interface SeenChecks {
  readonly file: string;
  readonly sha256: string;
  readonly checks: readonly SeenCheck[];
  /** Why it could not be read; then it has no checks. */
  readonly problem?: string;
  /** How many runs had been recorded before. */
  readonly runs: number;
  readonly at: string;
  readonly by: string;
}
