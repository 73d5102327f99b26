/** Options of ssh that take a value. @see https://man.openbsd.org/ssh */
const withValue = 'BbcDEeFIiJLlmOoPpQRSWw';

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
  if (!/(?:^|\/)ssh$/.test(program)) {
    return undefined;
  }
  for (let at = 1; at < on.length; at += 1) {
    const word = on[at] ?? '';
    if (!word.startsWith('-')) {
      return {start: on.slice(0, at), destination: word, rest: on.slice(at + 1)};
    }
    // The value is the next word where the option's letter ends this one: -p 22, but not -p22.
    const letter = [...word.slice(1)].findIndex((one) => withValue.includes(one));
    if (letter >= 0 && letter === word.length - 2) {
      at += 1;
    }
  }
  return undefined;
}
