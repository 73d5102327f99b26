import {readPattern} from './assertions/pattern.ts';
import {searchInTime, SlowPatternError} from './assertions/slow-pattern.ts';

/** What a run's output says about what was expected of it. */
export interface OutputJudgement {
  readonly isMet: boolean;
  /** A sentence for a person. */
  readonly reason: string;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Why a line that is expected is not there, or nothing when it is. */
function missingLine(line: string, output: string): string | undefined {
  const reading = readPattern(line);
  if (reading.type === 'problem') return reading.message;
  if (reading.type === 'text')
    return plain(output).includes(plain(line)) ? undefined : `"${line}" is not in the output.`;
  const {expression} = reading.pattern;
  try {
    const isFound = searchInTime(() => expression.test(output));
    return isFound ? undefined : `Nothing in the output matches ${line}.`;
  } catch (error) {
    if (error instanceof SlowPatternError) return error.message;
    throw error;
  }
}

/**
 * Whether every line that was expected is in the output: a line in slashes is a pattern, any other
 * is looked for as it stands, but for its spaces. Fences of Markdown count for nothing.
 */
export function judgeOutput(expected: string, output: string): OutputJudgement {
  // The end of the last line is no line: `$` stands before it.
  const printed = output.replace(/\r?\n$/, '');
  const lines = expected
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('```'));
  if (lines.length === 0) return {isMet: false, reason: 'The runbook does not say what to expect.'};
  for (const line of lines) {
    const problem = missingLine(line, printed);
    if (problem !== undefined) return {isMet: false, reason: problem};
  }
  return {isMet: true, reason: 'The output has what is expected.'};
}
