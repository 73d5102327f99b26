/** Where an output is kept in the evidence folder, and what it was before anything was left out. */
export interface KeptOutput {
  /** SHA-256 of the stored text: the name of its file. */
  readonly stored: string;
  /** SHA-256 of all the bytes that were produced. */
  readonly original: string;
  /** How many those were. */
  readonly bytes: number;
  readonly isTruncated: boolean;
  /** Names of the kinds of secrets that were taken out. */
  readonly redacted: readonly string[];
}
