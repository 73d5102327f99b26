/** A file that a playbook was read from, as it was then. */
export interface PlaybookFile {
  /** Absolute. */
  readonly path: string;
  /** SHA-256 of its bytes in hexadecimal: the file is as it was read while this is the same. */
  readonly sha256: string;
}
