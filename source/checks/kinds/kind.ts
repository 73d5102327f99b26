import type {z} from 'zod';
import type {Claim, Subject} from '../assertions/subject.ts';
import type {RawOutput} from '../capture/raw-output.ts';
import type {ProcessEnd} from '../../programs/run-process.ts';
import type {Command} from '../process/shell-line.ts';
import type {SecretValue} from '../checks-file.ts';
import type {About} from './kind-about.ts';
import type {Attestation, LogPosition, Metric} from '../check-result.ts';

/** A command of a check with where its output goes, as it comes. */
export interface KindCommand extends Command {
  /** What it reads on its standard input. Default: nothing. */
  readonly input?: string | undefined;
  readonly onStdout: (chunk: Uint8Array) => void;
  readonly onStderr: (chunk: Uint8Array) => void;
}

/** Under what conditions a check measures. */
export interface MeasureContext {
  /** Absolute folder of the checks file: relative paths start here. */
  readonly folder: string;
  /** Aborted when time is up or the run was interrupted; nothing may be left running then. */
  readonly signal: AbortSignal;
  /** What will be asserted, for kinds that must know while they measure. */
  readonly claims: readonly Claim[];
  /** `effect: changes`: what the command started may stay. */
  readonly isChanging: boolean;
  /** Runs a command for the check: in its folder, under its signal, behind its `on`. */
  readonly run: (command: KindCommand) => Promise<ProcessEnd>;
  /** The check has an `on`: its command runs somewhere else than this program. */
  readonly isElsewhere: boolean;
  /** What `prepare` found to be trusted and run. */
  readonly content?: string | undefined;
  readonly now: () => Date;
  /** What a person said about this check. */
  readonly attestation?: Attestation | undefined;
  /** How far this check had read its log in the run before. */
  readonly logPosition?: LogPosition | undefined;
}

/** What a kind that runs the content of other files finds them with, while the checks file is read. */
export interface PrepareContext {
  /** Absolute folder of the checks file: relative paths start here. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a file once and counts it as content that is trusted. @throws ChecksFileError */
  readonly readFile: (path: string) => Promise<string>;
}

/** What such a kind found, or why the check cannot be as it is written. */
export type Prepared =
  | {readonly problem: string}
  | {
      /** What a person is to read before he trusts it. */
      readonly shown: string;
      /** What will run, where that is known before; `measure` gets it. */
      readonly content?: string;
      /** It was made from the files, and may be another one on another machine. */
      readonly isMade?: boolean;
      /** What came from the environment and must not be shown. */
      readonly secretValues?: readonly SecretValue[];
    };

/** Where the values of a check came from. */
export interface ValueOrigins {
  /** Whether a text as a whole was made with a variable of the environment. */
  readonly isFromEnvironment: (text: string) => boolean;
  /** Whether a secret of the environment stands in it. */
  readonly isSecret: (text: string) => boolean;
}

/** What is wrong with where a value came from; the path starts below the kind's key. */
export interface OriginProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** What a check found out, before anything is judged. */
export interface Measurement {
  /** By subject; a subject that is missing here was not reached, an `Unseen` one cannot be known. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly code?: number;
  readonly output?: RawOutput;
  /** Ends the matter without judging: it failed as a whole, or nothing can be said. */
  readonly verdict?: {readonly outcome: 'fail' | 'unknown'; readonly message: string};
  /** The signal came before everything was measured. */
  readonly isCutShort?: boolean;
  /** What the checked thing says of itself: told instead of our words where this subject decided. */
  readonly own?: {readonly subject: string; readonly message: string};
  /** What a person must know besides, whatever comes of it; no words of the checked thing. */
  readonly remark?: string;
  readonly metrics?: readonly Metric[];
  readonly logPosition?: LogPosition;
}

/**
 * One kind of check. Measuring is apart from judging: `measure` gathers, the subjects judge. A kind
 * is data and functions only, so that files can be read, explained and described without running.
 */
export interface Kind<Spec = unknown> {
  /** The key in the file. */
  readonly word: string;
  readonly about: About;
  /** What stands behind the key; problems it reports are in words for a person. */
  readonly schema: z.ZodType<Spec>;
  /** The keys of the map form, to suggest one for a misspelt key. */
  readonly keys: readonly string[];
  readonly subjects: Readonly<Record<string, Subject>>;
  /** Expected as long as neither `expect` nor `warn` speaks of this subject. */
  readonly implied?: {
    readonly subject: string;
    readonly value: unknown;
    /** What else is implied of it, as a warning. */
    readonly warn?: unknown;
    /** Who speaks of one of these has said enough too. */
    readonly unless?: readonly string[];
  };
  /** The kind alone, without `expect` and `warn`, says what is to be checked: what is implied. */
  readonly isEnoughAlone?: boolean;
  /** What is wrong with where its values came from, such as a password that stands in the file. */
  originProblems?(spec: Spec, origins: ValueOrigins): readonly OriginProblem[];
  /** What is looked at, in short: the command, the URL, the host and port. */
  target(spec: Spec): string;
  /** Exactly what would be done, for a person who decides whether to trust it. */
  describe(spec: Spec): string;
  /** The command line that it starts, where it starts one. */
  commandOf?(spec: Spec): string | readonly string[] | undefined;
  /** What shows that the check may change the system, beyond its command: `POST`. */
  changeOf?(spec: Spec, content?: string): string | undefined;
  /** Whether `on` can be put before what it runs. Absent: it runs nothing. */
  canRunOn?(spec: Spec): boolean;
  /** Reads what it runs besides the checks file. It starts nothing that a file names. */
  prepare?(spec: Spec, context: PrepareContext): Promise<Prepared>;
  measure(spec: Spec, context: MeasureContext): Promise<Measurement>;
}
