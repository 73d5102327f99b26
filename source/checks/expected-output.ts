import {formatBytes} from './assertions/amounts.ts';
import type {Leaf} from './assertions/leaves.ts';
import {readPattern, type Pattern} from './assertions/pattern.ts';
import {SlowPatternError, searchInTime} from './assertions/slow-pattern.ts';
import {truthOfText, type TextContent} from './text/text-content.ts';
import {createTextReader} from './text/text-reader.ts';

/** What a run's output says about what was expected of it. */
export interface OutputJudgement {
  readonly isMet: boolean;
  /** A sentence for a person. */
  readonly reason: string;
}

export interface OutputJudge {
  /** Gets each piece on loan. */
  readonly push: (chunk: Uint8Array) => void;
  readonly judgement: () => OutputJudgement;
}

/** A line that is expected: the pattern that finds it, or why it is none. */
type Expected =
  | {
      readonly type: 'line';
      readonly leaf: Extract<Leaf, {type: 'matches'}>;
      readonly isText: boolean;
    }
  | {readonly type: 'problem'; readonly message: string};

/** A text is looked for as it stands, but for its spaces. */
function spacedPattern(line: string): Pattern {
  const words = line
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  return {text: line, expression: new RegExp(words.join(String.raw`\s+`))};
}

function readLine(line: string): Expected {
  const reading = readPattern(line);
  switch (reading.type) {
    case 'problem':
      return {type: 'problem', message: reading.message};
    case 'pattern':
      return {type: 'line', leaf: {type: 'matches', pattern: reading.pattern}, isText: false};
    case 'text':
      return {type: 'line', leaf: {type: 'matches', pattern: spacedPattern(line)}, isText: true};
    default:
      return reading satisfies never;
  }
}

/** Why a line that is expected is not there, or nothing when it is. */
function missing({leaf, isText}: Extract<Expected, {type: 'line'}>, content: TextContent) {
  const {text} = leaf.pattern;
  if (content.type === 'unread') return `The output was not judged: ${content.reason}.`;
  const truth = searchInTime(() => truthOfText(leaf, content));
  if (truth === true) return undefined;
  if (truth === undefined)
    return `${isText ? `"${text}"` : text} is in no line of the output, which is ${formatBytes(content.bytes)} long and was looked at line by line.`;
  return isText ? `"${text}" is not in the output.` : `Nothing in the output matches ${text}.`;
}

/**
 * Judges an output as it comes, as a check does: whole while it is short, line by line beyond that, so
 * that keeping its ends narrows nothing. Every line that was expected has to be in it: a line in slashes
 * is a pattern, any other a text. Fences of Markdown count for nothing.
 */
export function createOutputJudge(expected: string): OutputJudge {
  const lines = expected
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('```'))
    .map(readLine);
  const claims = lines.flatMap((line) =>
    line.type === 'line'
      ? [{subject: 'stdout', statement: line.leaf, level: 'expect' as const}]
      : [],
  );
  const reader = createTextReader({claims, subjects: ['stdout']});
  return {
    push: reader.push,
    judgement() {
      if (lines.length === 0)
        return {isMet: false, reason: 'The runbook does not say what to expect.'};
      try {
        const content = claims.length === 0 ? undefined : reader.content();
        for (const line of lines) {
          const problem =
            line.type === 'problem' ? line.message : content && missing(line, content);
          if (problem !== undefined) return {isMet: false, reason: problem};
        }
        return {isMet: true, reason: 'The output has what is expected.'};
      } catch (error) {
        if (error instanceof SlowPatternError) return {isMet: false, reason: error.message};
        throw error;
      }
    },
  };
}
