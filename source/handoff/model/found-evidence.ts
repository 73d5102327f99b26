export const evidenceFaults = ['changed', 'missing'] as const;

/** Evidence that is no longer what was kept, and when that was found. */
export interface FoundEvidence {
  /** The SHA-256 that it is named by. */
  readonly stored: string;
  readonly kind: (typeof evidenceFaults)[number];
  readonly at: string;
  readonly by: string;
}
