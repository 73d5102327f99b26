import type {Claim} from './assertions/subject.ts';
import type {Condition} from './conditions.ts';
import type {Severity} from './check-result.ts';
import type {Position} from './spec/position.ts';
import type {Retry} from './spec/schema-running.ts';

/** Where something stands: the file as shown to a person, line and column. */
export interface Place extends Position {
  readonly file: string;
}

/** One check as read and understood; nothing in it has to be looked up or parsed again. */
export interface Check {
  readonly name: string;
  /** The key of its kind, such as `http`. */
  readonly kind: string;
  /** What the kind's schema gave; only that kind looks into it. */
  readonly spec: unknown;
  readonly claims: readonly Claim[];
  readonly severity: Severity;
  /** `changes`: running it changes the system, so it never runs unasked. */
  readonly effect: 'safe' | 'changes';
  /** Milliseconds, for each try. */
  readonly timeout: number;
  readonly tags: readonly string[];
  readonly description?: string;
  readonly fix?: string;
  readonly proves?: string;
  /** Names of checks that must have passed, warned or been waived; all of them exist. */
  readonly needs: readonly string[];
  /** When it applies; otherwise it is skipped. */
  readonly when?: Condition;
  readonly retry?: Retry;
  /** Words put before its command, such as `ssh host`. */
  readonly on?: readonly string[];
  /** Absolute folder of the file that it stands in; relative paths and commands start there. */
  readonly folder: string;
  readonly place: Place;
  readonly content?: CheckContent;
  /** Programs in the workspace that its commands name, as they were when the file was read. */
  readonly scripts?: readonly ContentFile[];
  /** It stands in a file of another make, which has no room for keys such as `fix`. */
  readonly isForeign?: boolean;
  /** What is looked at, in short, fit to be shown: no secret of the environment, no control character. */
  readonly target: string;
  /** Exactly what would be done, equally fit to be shown. */
  readonly action: string;
}

/** What a check runs that does not stand in the checks file. */
export interface CheckContent {
  /** SHA-256, lower-case hex, of the files as they are written, the same on every machine. */
  readonly sha256: string;
  /** Lines for a person who decides whether to trust it, fit to be shown. */
  readonly shown: readonly string[];
  /** Exactly what will run, where that is known before; it may hold secrets. */
  readonly text?: string;
  /** SHA-256 of a text that was made from the files here, and that is trusted with them. */
  readonly madeSha256?: string;
}

/** A bad outcome of a check accepted on purpose. It counts on the days before `expires`. */
export interface Waiver {
  /** Name of the check. */
  readonly check: string;
  readonly reason: string;
  readonly approver: string;
  /** A day, such as `2026-12-31`, from whose beginning (local time) it counts no more. */
  readonly expires: string;
}

/** A value that came from the environment and must not be shown or stored. */
export interface SecretValue {
  /** The environment variable. */
  readonly name: string;
  readonly value: string;
  /** It was given for a variable of the file instead. */
  readonly isOfFile?: boolean;
}

/** A file that was read for a checks file. */
export interface ContentFile {
  /** Absolute. */
  readonly path: string;
  /** SHA-256, lower-case hex, of exactly the bytes that were read and parsed. */
  readonly sha256: string;
}

/** A checks file without any mistake. Holds secrets in memory: never store or print it as it is. */
export interface ChecksFile {
  /** As given. */
  readonly path: string;
  /** Absolute folder of the file. */
  readonly folder: string;
  /**
   * SHA-256, lower-case hex, of all that was read: of the file's bytes, or where it includes others,
   * of a line `SHA-256, two spaces, path from the file's folder` for each file in order.
   */
  readonly sha256: string;
  /**
   * SHA-256, lower-case hex, of what a person trusts on this machine: `sha256`, and with it what was
   * made here from the files, such as templates with their values, and the scripts that are named.
   */
  readonly trustedSha256: string;
  /** The file itself and then what it includes, in the order of reading. */
  readonly files: readonly ContentFile[];
  readonly system?: string;
  /** The file's own checks and then those of each include, in order. Names are unique. */
  readonly checks: readonly Check[];
  readonly waivers: readonly Waiver[];
  readonly secretValues: readonly SecretValue[];
}
