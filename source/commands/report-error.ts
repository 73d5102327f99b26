import {Problem} from '../problem.ts';

/** Exit codes of the whole program. */
export const exitCodes = {
  good: 0,
  internalError: 1,
  badInput: 2,
  blocked: 3,
  warnings: 4,
  interrupted: 130,
} as const;

/** Tells an error on stderr and gives the exit code. Only a bug shows its stack. */
export function reportError(error: unknown): number {
  if (error instanceof Problem) {
    process.stderr.write(`${error.message}\n${error.hint ? `${error.hint}\n` : ''}`);
    return exitCodes.badInput;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `handoff-wizard failed; this is a bug. What was saved before is whole.\n${text}\n`,
  );
  return exitCodes.internalError;
}
