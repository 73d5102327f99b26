import {type GoValue, plain} from '../values/go-value.ts';

/** One of goss's matchers, ready to be asked. */
export interface Matcher {
  /** What it wants, such as `begins with "a"`. */
  readonly words: string;
  /**
   * @throws MatchError, or Unconvertible, where goss gives an error: it fails then, whether or not
   * there is a `not` before it. NotSupported where nothing can be said.
   */
  readonly matches: (value: GoValue) => boolean;
}

/** What a matcher cannot look at; goss fails on it. */
export class MatchError extends Error {
  override name = 'MatchError';
}

/** Something goss can do and this program cannot, so there is no verdict. */
export class NotSupported extends Error {
  override name = 'NotSupported';
}

/** A value as a person reads it. */
export function shown(value: GoValue): string {
  return JSON.stringify(plain(value)) ?? 'nothing';
}
