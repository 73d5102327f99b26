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
  readonly json?: boolean;
}

/** A kind of file that can be imported. */
export interface ImportKind {
  /** What it is, such as "a handoff that was shared as a file". */
  readonly is: string;
  /** With which command it is made. */
  readonly madeBy: string;
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
];
