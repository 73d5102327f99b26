import {Problem} from '../../problem.ts';
import type {SealState} from './seal.ts';

/** One thing that a verification found wrong; `path` is as the archive writes it. */
export interface BagProblem {
  readonly path: string;
  readonly what: string;
}

/** A file of a bag. Its content is read as a stream and never put on the disk. */
export interface BagFile {
  /** From the folder of the bag, with forward slashes. */
  readonly path: string;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

/** A bag in a zip or in a folder. */
export interface BagSource {
  readonly files: readonly BagFile[];
  /** What is wrong before any content is read, such as names that lead out of the archive. */
  readonly problems: readonly BagProblem[];
  /** Of the zip around the files; a folder has none. */
  readonly seal: SealState;
  readonly close: () => void;
}

/** Something that is no archive at all, or not a whole one, so that nothing in it can be judged. */
export class BrokenArchiveError extends Problem {
  override name = 'BrokenArchiveError';
}

/** Bounds of what is read, far above any handoff: an archive may come from anywhere. */
export const bounds = {
  /** Bytes of all files, unpacked. */
  octets: 4 * 1024 ** 3,
  files: 100_000,
  /** Bytes of a file that is read as a whole: manifests, bag-info, signatures. */
  tagFile: 32 * 1024 ** 2,
};

/** What is wrong with a name in an archive; nothing where it names a place within. */
export function nameProblem(name: string): string | undefined {
  const parts = name.split('/');
  if (name.startsWith('/') || /^[A-Za-z]:/u.test(name) || parts.includes('..'))
    return 'the name leads out of the archive';
  // Controls, and what turns the direction of writing, show another name than it is.
  if (
    name.includes('\\') ||
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(name) ||
    parts.includes('') ||
    parts.includes('.')
  )
    return 'the name is not one that a bag may have';
  return undefined;
}
