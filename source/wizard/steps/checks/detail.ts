import type {ChecksFileProblem} from '../../../checks/spec/checks-file-error.ts';
import {outcomeSigns} from '../../theme/glyphs.ts';
import {line, wrapLines, type Line} from '../../list/line.ts';
import {untilWords} from './rows.ts';
import {resultOf, standingOf, waiverOn, type ChecksShown} from './shown.ts';

/** Why a check came out as it did, and who lives with it. */
export function checkLines(shown: ChecksShown, name: string, width: number): Line[] {
  const result = resultOf(shown, name);
  const standing = shown.running ? undefined : standingOf(shown, name);
  const waiver = standing && waiverOn(shown, standing);
  const said = [standing?.why, standing?.changed].filter(
    (text) => text !== undefined && text !== result?.message,
  );
  const accepted = waiver
    ? wrapLines(
        `Waived by ${waiver.approver}${untilWords(shown, waiver)}: ${waiver.reason}`,
        width,
        'warning',
      )
    : [];
  const notes = said.flatMap((text) => wrapLines(`Note: ${text}.`, width, 'warning'));
  if (!result) return [...accepted, ...notes];
  const sign = outcomeSigns[result.outcome];
  const unmet = result.findings.filter(({isMet}) => !isMet);
  const severity = standing?.severity ?? result.severity;
  return [
    ...notes,
    ...wrapLines(`${severity}, ${sign.word}: ${result.message}`, width, sign.token),
    ...accepted,
    ...(result.fix && result.outcome !== 'pass' ? wrapLines(`Fix: ${result.fix}`, width) : []),
    ...(unmet.length > 0 ? unmet : result.findings).flatMap(({subject, expected, actual}) =>
      wrapLines(`${subject}: expected ${expected}, found ${actual}`, width, 'muted'),
    ),
    ...wrapLines(result.target, width, 'muted'),
  ];
}

/** The line of a mistake with a caret below its place, also where the line is broken. */
export function problemLines({frame}: ChecksFileProblem, width: number): Line[] {
  const [source = '', caret = ''] = frame.split('\n');
  const gutter = caret.indexOf('| ') + 2;
  const at = caret.indexOf('^') - gutter;
  const room = Math.max(1, width - gutter);
  const text = source.slice(gutter);
  const lines: Line[] = [];
  for (let from = 0; from < Math.max(1, text.length); from += room) {
    const head = from === 0 ? source.slice(0, gutter) : caret.slice(0, gutter);
    lines.push(line(`${head}${text.slice(from, from + room)}`));
    if (at >= from && at < from + room)
      lines.push(line(`${caret.slice(0, gutter)}${' '.repeat(at - from)}^`, 'danger'));
  }
  return frame === '' ? [] : lines;
}
