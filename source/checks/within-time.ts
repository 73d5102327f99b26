import {createContext, Script} from 'node:vm';

const box: {call: () => unknown} = {call: () => undefined};
let guard: {readonly script: Script; readonly context: object} | undefined;

/** The error belongs to the guard's context, so it is no `Error` of this one. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

/**
 * Runs something that cannot be interrupted otherwise, such as a regular expression that backtracks
 * without end, for at most `limit` milliseconds. Nothing asynchronous, and no state that must not be
 * left half changed.
 */
export function withinTime<Value>(
  limit: number,
  work: () => Value,
): {readonly value: Value} | 'late' {
  guard ??= {script: new Script('call()'), context: createContext(box)};
  let done: {readonly value: Value} | undefined;
  const outer = box.call;
  box.call = () => {
    done = {value: work()};
  };
  try {
    guard.script.runInContext(guard.context, {timeout: limit});
    return done ?? 'late';
  } catch (error) {
    if (isTimeout(error)) return 'late';
    throw error;
  } finally {
    box.call = outer;
  }
}
