import type {Progress} from './told-progress.ts';

const second = 1000;
const minute = 60 * second;

/** Rounded up as people say it: nobody can tell twelve minutes to the second. */
function aboutWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / second));
  if (seconds <= 10) return `${seconds} s`;
  if (seconds < 60) return `${Math.ceil(seconds / 5) * 5} s`;
  return `${Math.ceil(milliseconds / minute)} min`;
}

/** `12 s`, `2 min 5 s`: whole seconds, as the tenths of a clock that goes on only flicker. */
function elapsedWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / second);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `3/12`; nothing where nobody knows of how many. */
export function countWords({done, total}: Progress): string {
  return total === undefined ? '' : `${done}/${total}`;
}

/**
 * `4 s, about 10 s left`. What is left is said where it is known, and not any more once it has passed.
 *
 * @param elapsed milliseconds since it began
 * @param since milliseconds since that progress was told
 */
export function timeWordsOf({left}: Progress, elapsed: number, since = 0): string {
  const rest = left === undefined ? undefined : left - since;
  return rest === undefined || rest <= 0
    ? elapsedWords(elapsed)
    : `${elapsedWords(elapsed)}, about ${aboutWords(rest)} left`;
}

/** Between 0 and 1; nothing where nobody knows of how many. */
export function shareOf({done, total}: Progress): number | undefined {
  return total === undefined ? undefined : total === 0 ? 0 : done / total;
}
