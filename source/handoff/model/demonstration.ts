/** How well it went: without help, with help, or not at all. */
export const demonstrationResults = ['unaided', 'prompted', 'failed'] as const;
export type DemonstrationResult = (typeof demonstrationResults)[number];

/** One time that somebody of the receiver performed a task from the runbook alone. */
export interface Demonstration {
  /** The id of the action that started it. */
  readonly id: string;
  /** The playbook item that says what to perform. */
  readonly item: string;
  readonly performer: string;
  readonly observer: string;
  /** ISO 8601 instants; both others are absent while it goes on. */
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly result?: DemonstrationResult;
  /** What they had to be told, or why it failed: a change that the runbook needs. */
  readonly remark?: string;
  /** The row of the runbook that was followed, and its {@link runbookDigest} at that time. */
  readonly runbook?: string;
  readonly digest?: string;
}
