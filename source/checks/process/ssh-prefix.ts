/**
 * Options of which the value is the next word: `-p 22`, `-4p 22`, but not `-p22`.
 * @see https://man.openbsd.org/ssh
 */
const valueFollows = /^-[^BbcDEeFIiJLlmOoPpQRSWw]*[BbcDEeFIiJLlmOoPpQRSWw]$/;

/** An `on` prefix that is ssh, taken apart. */
export interface SshPrefix {
  /** The program and its options, up to the destination. */
  readonly start: readonly string[];
  readonly destination: string;
  /** Words of the prefix after it, which begin the command over there. */
  readonly rest: readonly string[];
}

/** Reads `ssh [options] destination [words]`; undefined when the prefix is something else. */
export function readSshPrefix(on: readonly string[]): SshPrefix | undefined {
  const [program = ''] = on;
  if (!/(?:^|\/)ssh$/.test(program)) return undefined;
  for (let at = 1; at < on.length; at += 1) {
    const word = on[at] ?? '';
    if (!word.startsWith('-'))
      return {start: on.slice(0, at), destination: word, rest: on.slice(at + 1)};
    if (valueFollows.test(word)) at += 1;
  }
  return undefined;
}
