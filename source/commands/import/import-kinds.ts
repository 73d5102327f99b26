import type {BagSource} from '../../documents/archive/bag-source.ts';
import {bundleName} from '../../services/sharing/bundle-info.ts';

/** A file that somebody wants to import, as far as it was looked at. */
export interface ImportSight {
  /** Absolute. */
  readonly file: string;
  /** Its first bytes as text, 4 KiB at the most. */
  readonly head: string;
  /** What a zip holds; nothing where it is none. Nothing of it is unpacked. */
  readonly zip?: BagSource;
}

export interface ImportOptions {
  readonly workspace?: string;
  /** Into which handoff an answer goes; the one that it names, where nothing is said. */
  readonly handoff?: string;
  /** The public key of the one who must have signed an answer. */
  readonly signer?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** A kind of file that can be imported. */
export interface ImportKind {
  /** What it is, such as "a handoff that was shared as a file". */
  readonly is: string;
  /** With which command it is made. */
  readonly madeBy: string;
  /** Whether it can be said what would be taken, with nothing written. */
  readonly hasDryRun?: boolean;
  readonly fits: (sight: ImportSight) => boolean;
  /** Takes it in and gives the exit code; what is wrong with it is a Problem, with nothing written. */
  readonly take: (sight: ImportSight, options: ImportOptions) => Promise<number>;
}

/** All of them; the first that fits takes the file. */
export const importKinds: readonly ImportKind[] = [
  {
    is: 'a handoff of a colleague',
    madeBy: 'share --file',
    fits: ({zip}) =>
      zip !== undefined &&
      // What is wrong with its names is told by who takes it in.
      (zip.files.some(({path}) => path === bundleName) ||
        zip.problems.some(({path}) => path.endsWith(bundleName))),
    take: async (sight, options) =>
      (await import('./import-bundle.ts')).importBundle(sight, options),
  },
  {
    is: 'an answer of the receiver',
    madeBy: 'answer',
    hasDryRun: true,
    fits: ({head}) => head.includes('"what": "answer to a handoff kit"'),
    take: async (sight, options) =>
      (await import('./import-answer-file.ts')).importAnswerFile(sight, options),
  },
];
