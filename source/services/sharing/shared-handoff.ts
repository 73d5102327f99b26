import type {OutsideFile} from '../../store/sharing/outside-journal.ts';

/** A piece of evidence that lies outside of the store, named by its SHA-256. */
export interface SharedPiece {
  readonly sha256: string;
  /** Its bytes; nothing where it cannot be read or is too large. */
  readonly read: () => Promise<Uint8Array | undefined>;
}

/** A handoff as it lies outside of the store: in a repository, or in a file to import. */
export interface SharedHandoff {
  readonly id: string;
  readonly files: readonly OutsideFile[];
  readonly evidence: readonly SharedPiece[];
  /** What lies there and is left out, and why, in sentences. */
  readonly remarks: readonly string[];
}
