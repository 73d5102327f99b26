import type {ChecksFile} from '../../checks/checks-file.ts';

/** What came of checks that were taken. */
export interface AddedChecks {
  readonly path: string;
  /** Those that are new in it. */
  readonly names: readonly string[];
  /** The file where it may run; nothing where a person has to trust it first. */
  readonly trusted?: ChecksFile;
}
