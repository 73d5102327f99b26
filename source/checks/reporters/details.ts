import {showControls} from '../../redaction/strip-terminal.ts';
import type {CheckResult, Finding} from '../check-result.ts';

/** One assertion with what came of it, as one line. */
export function tellFinding({subject, expected, actual}: Finding): string {
  return `${subject}: expected ${expected}, was ${actual}`;
}

/** What a person needs who has only this text: what was run, what was not met, and what to do. */
export function tellDetails({findings, target, fix}: CheckResult): string[] {
  return [
    ...findings.filter(({isMet}) => !isMet).map(tellFinding),
    `target: ${target}`,
    ...(fix === undefined ? [] : [`fix: ${fix}`]),
  ];
}

/** Milliseconds as seconds with a point, for formats that count in seconds. */
export function inSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** One line in which nothing can act on a terminal: line ends and controls are shown. */
export function oneLine(text: string): string {
  return showControls(text.trim()).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
