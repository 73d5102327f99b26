import type {FileProblem, Finding, Suggestion} from './discovered.ts';

/** The folder that is looked at. Names of files are relative to it, with `/` between folders. */
export interface Folder {
  /** Absolute, without links. */
  readonly path: string;
  /**
   * The text of a file, which counts as read. Nothing where it cannot be read, lies outside, is no
   * text or too large: that has been told then.
   */
  readonly read: (file: string) => Promise<string | undefined>;
  /** Whether there is such a file inside of the folder. */
  readonly has: (file: string) => Promise<boolean>;
  /** Files that were found by name, whoever wanted them. */
  readonly files: readonly string[];
  readonly tell: (problem: FileProblem) => void;
  /** Says why a file is no fact, such as an example. */
  readonly leave: (file: string, why: string) => void;
  readonly suggest: (suggestion: Suggestion) => void;
}

/** What reads one kind of file and says what it found. It runs nothing that the folder brings. */
export interface Discoverer {
  /** That of its folder. */
  readonly name: string;
  /** What it looks at, in words. */
  readonly looksAt: string;
  /** Whether a file is one of its kind, by its name alone. `.git` stands for a repository. */
  readonly wants: (file: string) => boolean;
  /** Whether such a file is a fact though git ignores it, as `.env` mostly is. */
  readonly isLocal?: (file: string) => boolean;
  /** What one file of its kind says, with what it refers to. */
  readonly discover: (file: string, folder: Folder) => Promise<readonly Finding[]>;
}
