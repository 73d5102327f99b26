import {missingProgram} from './missing-program.ts';
import type {NotStarted} from './start-program.ts';

/** Tells a person why a command could not be started, and what to do about it. */
export function whyNotStarted({program, code, reason}: NotStarted): string {
  if (reason !== undefined) return reason;
  return code === 'ENOENT'
    ? missingProgram(program)
    : `The program ${program} cannot be started: ${code === 'EACCES' ? 'permission denied' : code}.`;
}
