import {type Check, type SecretValue} from '../checks-file.ts';
import {type ChecksFileProblem} from '../spec/checks-file-error.ts';
import {type Variables} from '../spec/variables.ts';

/** What an include of another make is read from. */
export interface IncludeRequest {
  /** Absolute path of what is included: a file or a folder. */
  readonly path: string;
  /** The same as a person is to see it. */
  readonly shown: string;
  /** Those of the including file and from outside; the environment through `env.NAME`. */
  readonly variables: Variables;
  /** The file in `vars` beside it. */
  readonly varsFile?: {readonly path: string; readonly shown: string} | undefined;
  /**
   * Reads a file once and counts it as content that is trusted. Everything that decides what would
   * run must be read through it.
   * @throws ChecksFileError
   */
  readonly readFile: (path: string) => Promise<string>;
  /** Counts a program as content that is trusted, without reading it as text. @throws ChecksFileError */
  readonly trustFile: (path: string) => Promise<void>;
}

export interface IncludeAnswer {
  readonly checks: readonly Check[];
  /** Each with its `file`; when there is one, nothing runs. */
  readonly problems: readonly ChecksFileProblem[];
  /** What is right and yet says nothing, for lint. Each with its `file`. */
  readonly notes?: readonly ChecksFileProblem[];
  /** What came from the environment and must not be shown. */
  readonly secretValues?: readonly SecretValue[];
}

/** Turns a file or folder of another make into checks. */
export type IncludeReader = (request: IncludeRequest) => Promise<IncludeAnswer>;

/**
 * Readers by their word in `include: [{word: path}]`, loaded when used. A new one is a file, a line
 * here and its word in `includeEntry`.
 */
export const includeReaders: Readonly<Record<string, () => Promise<IncludeReader>>> = {
  goss: async () => (await import('../goss/reading/goss-include.ts')).readGossInclude,
  nagios: async () => (await import('./nagios-include.ts')).readPluginFolder,
};
