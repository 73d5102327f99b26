/** On whose side somebody stands: of those who hand over, or of those who take over. */
export const sides = ['vendor', 'customer', 'success team'] as const;
export type Side = (typeof sides)[number];

/** What was said of a person, beyond what follows from where the name stands. */
export interface PersonEntry {
  readonly name: string;
  readonly side?: Side;
  readonly role?: string;
  /** Where they are reached, such as an e-mail address. */
  readonly address?: string;
  /** Another spelling that means the same person, or the name they had before. */
  readonly alias?: string;
  /** ISO 8601 instant and actor. */
  readonly at: string;
  readonly by: string;
}
