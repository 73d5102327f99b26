interface Hearing {
  /** Whether remarks are left out, as under `--quiet`. */
  readonly isQuiet?: boolean;
  /** Called with each thing that is done, as under `--verbose`. */
  readonly narrateTo?: (what: string) => void;
}

let hearing: Hearing = {};

/** Sets what is said beside the answer from now on. */
export function hearRemarks(next: Hearing): void {
  hearing = next;
}

/** Whether remarks are left out. */
export function isQuiet(): boolean {
  return hearing.isQuiet ?? false;
}

/** Whether each thing that is done is told. */
export function isNarrated(): boolean {
  return hearing.narrateTo !== undefined;
}

/** Says something beside the answer, on standard error, in a line of its own; nothing where it is to be quiet. */
export function remark(text: string): void {
  if (!isQuiet()) process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

/**
 * Tells what is done, for those who want to know. It is worked out only for them, and no argument of a
 * program is in it, as that may be a secret.
 */
export function narrate(what: () => string): void {
  hearing.narrateTo?.(what());
}
