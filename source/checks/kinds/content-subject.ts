import {formatBytes} from '../assertions/amounts.ts';
import type {Assertion} from '../assertions/assertion.ts';
import {assertionForm} from '../assertions/forms.ts';
import {decide, leavesOf, type Leaf} from '../assertions/leaves.ts';
import {parseAssertion} from '../assertions/parse-assertion.ts';
import {literalPattern, type Pattern} from '../assertions/pattern.ts';
import type {Subject} from '../assertions/subject.ts';
import {textSubject} from '../assertions/text-subjects.ts';
import {inWords} from '../assertions/in-words.ts';
import {isWithinLine} from './fields/pattern-shape.ts';

/** What is in a file: all of it, or of a long one the lines that were looked for. */
export type FileContent =
  | {readonly type: 'whole'; readonly text: string; readonly bytes: number}
  | {
      readonly type: 'scanned';
      readonly bytes: number;
      /** For each part of a statement that is true the first line that made it so. */
      readonly found: ReadonlyMap<Leaf, string>;
    };

/** True when a pattern finds the same in a whole text as in its lines one by one. */
function isOfLines({source, flags}: RegExp): boolean {
  const hasAnchor = /[\^$]/.test(source.replace(/\\./g, ''));
  return isWithinLine({source, flags} as RegExp) && (flags.includes('m') || !hasAnchor);
}

/** Longest text that is surely found even in lines so long that they are looked at in pieces. */
const longestPart = 1000;

/**
 * The pattern whose presence in some line decides a part of a statement about a long text. `false`:
 * it is untrue of every long text. `unknown`: lines cannot decide it.
 */
export function linePatternOf(leaf: Leaf): Pattern | false | 'unknown' {
  switch (leaf.type) {
    case 'matches':
      return isOfLines(leaf.pattern.expression) ? leaf.pattern : 'unknown';
    case 'contains': {
      const part = String(leaf.part);
      return /[\r\n]/.test(part) || part.length > longestPart ? 'unknown' : literalPattern(part);
    }
    default:
      // Equal to something written in a checks file, or a number.
      return false;
  }
}

/** The whole content of a file. */
export const contentSubject: Subject<Assertion, FileContent> = {
  form: assertionForm('text'),
  parse: (input, place) => parseAssertion(input, {...place, shape: 'text'}),
  judge(assertion, measured, subject) {
    if (measured?.type !== 'scanned')
      return textSubject.judge(assertion, measured && {...measured, omitted: 0}, subject);
    const {found, bytes} = measured;
    const line = leavesOf(assertion)
      .map((leaf) => found.get(leaf))
      .find((one) => one !== undefined);
    return [
      {
        subject,
        expected: inWords(assertion),
        actual: line ?? `no such line in ${formatBytes(bytes)}`,
        isMet: decide(assertion, (leaf) => found.has(leaf)),
      },
    ];
  },
};
