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

/** The names of files and folders are in it, and no escape of theirs may reach the terminal. */
async function shown(message: string): Promise<string> {
  const {redactSecrets} = await import('../redaction/redact-secrets.ts');
  return showEscapes((await redactSecrets(message)).text);
}

/** Tells an error on stderr, without the secrets that it may quote, and gives the exit code. Only a bug shows its stack. */
export async function reportError(error: unknown): Promise<number> {
  if (error instanceof Problem) {
    const told = `${error.message}\n${error.hint ? `${error.hint}\n` : ''}`;
    process.stderr.write(await shown(told));
    return exitCodes.badInput;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `handoff-wizard failed; this is a bug. What was saved before is whole.\n${await shown(text)}\n`,
  );
  return exitCodes.internalError;
}
