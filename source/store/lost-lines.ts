import type {LineProblem} from './journal/line-problem.ts';

/** What was never whole, so that nobody was told that it was saved. */
const neverWritten: ReadonlySet<string> = new Set([
  'is not whole',
  'belongs to a change that was not written whole',
]);

/**
 * What a journal has lost since it was written, in a sentence for readers who know no files; nothing
 * where it has lost nothing. A line that a power cut tore was never there.
 */
export function lostWords(
  problems: readonly LineProblem[],
  gone: readonly string[],
): string | undefined {
  const lost = problems.filter(({problem}) => !neverWritten.has(problem)).length;
  if (lost === 0 && gone.length === 0) return undefined;
  const lines = lost === 1 ? 'A line' : lost > 1 ? `${lost} lines` : 'The end';
  return `${lines} of the record cannot be read as ${lost > 1 ? 'they were' : 'it was'} written, so what stood there is not told here.`;
}
