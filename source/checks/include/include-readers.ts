import {type Check} from '../checks-file.ts';
import {type ChecksFileProblem} from '../spec/checks-file-error.ts';

/** What an include of another make is read from. */
export interface IncludeRequest {
  /** Absolute path of what is included: a file or a folder. */
  readonly path: string;
  /** The same as a person is to see it. */
  readonly shown: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * Reads a file once and counts it as content that is trusted. Everything that decides what would
   * run must be read through it.
   * @throws ChecksFileError
   */
  readonly readFile: (path: string) => Promise<string>;
}

export interface IncludeAnswer {
  readonly checks: readonly Check[];
  /** Each with its `file`; when there is one, nothing runs. */
  readonly problems: readonly ChecksFileProblem[];
}

/** Turns a file or folder of another make into checks. */
export type IncludeReader = (request: IncludeRequest) => Promise<IncludeAnswer>;

/**
 * Readers by their word in `include: [{word: path}]`, loaded when used. A new one is a file, a line
 * here and its word in `includeEntry`.
 */
export const includeReaders: Readonly<Record<string, () => Promise<IncludeReader>>> = {};
