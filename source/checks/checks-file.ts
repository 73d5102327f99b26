import {type Claim} from './assertions/subject.ts';
import {type Severity} from './model.ts';

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
  /** Milliseconds. */
  readonly timeout: number;
  readonly tags: readonly string[];
  readonly description?: string;
  readonly fix?: string;
  readonly proves?: string;
  /** What is looked at, in short, fit to be shown: no secret of the environment, no control character. */
  readonly target: string;
  /** Exactly what would be done, equally fit to be shown. */
  readonly action: string;
}

/** A value that came from the environment and must not be shown or stored. */
export interface SecretValue {
  /** The environment variable. */
  readonly name: string;
  readonly value: string;
}

/** A checks file without any mistake. Holds secrets in memory: never store or print it as it is. */
export interface ChecksFile {
  /** As given. */
  readonly path: string;
  /** Absolute folder of the file; relative paths and commands start there. */
  readonly folder: string;
  /** SHA-256, lower-case hex, of exactly the bytes that were read and parsed. */
  readonly sha256: string;
  readonly system?: string;
  readonly checks: readonly Check[];
  readonly secretValues: readonly SecretValue[];
}
