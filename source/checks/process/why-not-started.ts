import {missingProgram} from './missing-program.ts';
import {type ProcessEnd} from './run-process.ts';

type NotStarted = Extract<ProcessEnd, {readonly type: 'not-started'}>;

/** Tells a person why a command could not be started, and what to do about it. */
export function whyNotStarted({program, code, reason}: NotStarted): string {
  if (reason !== undefined) {
    return reason;
  }
  return code === 'ENOENT'
    ? missingProgram(program)
    : `The program ${program} cannot be started: ${code === 'EACCES' ? 'permission denied' : code}.`;
}
