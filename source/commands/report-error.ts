import {Problem} from '../problem.ts';
import {showEscapes} from '../redaction/strip-terminal.ts';

/** Exit codes of the whole program. */
export const exitCodes = {
  good: 0,
  internalError: 1,
  badInput: 2,
  blocked: 3,
  warnings: 4,
  interrupted: 130,
} as const;

/** What went wrong, as it is printed under `--json`. */
interface PrintedError {
  /** Names the rule that refused, or the kind of mistake. */
  readonly code: string;
  readonly message: string;
  readonly try?: string;
  readonly place?: object;
}

/** The names of files and folders are in it, and no escape of theirs may reach the terminal. */
async function shown(message: string): Promise<string> {
  const {redactSecrets} = await import('../redaction/redact-secrets.ts');
  return showEscapes((await redactSecrets(message)).text);
}

async function printedError(error: Problem): Promise<PrintedError> {
  const {message, hint} = error;
  const {RefusedError} = await import('../store/refused-error.ts');
  if (!(error instanceof RefusedError))
    return {code: 'problem', message, ...(hint === undefined ? {} : {try: hint})};
  const {commandAdvice} = await import('./refusal-advice.ts');
  const {printedPlace} = await import('./printed-place.ts');
  const {code, try: advice, place} = error.refusal;
  const where = place ? {place: printedPlace(place)} : {};
  return {code, message, try: commandAdvice[code] ?? advice, ...where};
}

/** Prints an error as JSON on standard output, where a program reads the answer. */
export async function printError(error: PrintedError): Promise<void> {
  const {message, try: advice} = error;
  const safe = {
    ...error,
    message: await shown(message),
    ...(advice === undefined ? {} : {try: await shown(advice)}),
  };
  process.stdout.write(`${JSON.stringify({format: 1, error: safe}, undefined, 2)}\n`);
}

/**
 * Tells an error on stderr, without the secrets that it may quote, and gives the exit code. Only a bug
 * shows its stack. Under `--json` what a person can do something about is printed as JSON instead.
 */
export async function reportError(error: unknown, isJson = false): Promise<number> {
  if (error instanceof Problem) {
    const printed = await printedError(error);
    if (isJson) await printError(printed);
    else {
      const {message, try: advice} = printed;
      process.stderr.write(await shown(`${message}\n${advice ? `${advice}\n` : ''}`));
    }
    return exitCodes.badInput;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `handoff-wizard failed; this is a bug. What was saved before is whole.\n${await shown(text)}\n`,
  );
  return exitCodes.internalError;
}

/** The words that may be options: what stands behind `--` is none. */
function mayBeOptions(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

/** Whether a command was asked for JSON. */
export function asksForJson(args: readonly string[]): boolean {
  return mayBeOptions(args).includes('--json');
}

/** Whether help is asked for by an option. */
export function asksForHelp(args: readonly string[]): boolean {
  return mayBeOptions(args).some((word) => word === '--help' || word === '-h');
}
