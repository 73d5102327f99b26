import {expectedWords, toldText} from '../../handoff/runbooks/expected-words.ts';
import {clockWords, durationWords} from '../../handoff/time/wording.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import type {CommandRun} from '../../services/services.ts';
import {line, span, wrap, wrapLines, type Line} from '../list/line.ts';

/**
 * Every character that would run, with those that cannot be seen made visible.
 *
 * @param more the sign of each row but the first
 */
export function commandLines(commands: string, width: number, more: '$' | ' ' = '$'): Line[] {
  return commands
    .split('\n')
    .flatMap((row, at) =>
      wrap(showControls(row) || ' ', width - 4).map((part, index): Line => [
        span(index > 0 ? '    ' : at === 0 ? '  $ ' : `  ${more} `, 'muted'),
        span(part, 'accent'),
      ]),
    );
}

/** The output so far. */
export function runningLines(since: number, now: number, output: string, width: number): Line[] {
  const rows = output
    .trimEnd()
    .split('\n')
    .flatMap((row) => wrapLines(row.replaceAll('\t', '  '), width));
  return [...rows, [], line(`Running for ${clockWords(now - since)}`, 'accent')];
}

/** In words, and in one row where it is one. */
function expectedLines(expected: string, unsaid: string, width: number): Line[] {
  const rows = expectedWords(expected).map(toldText);
  if (rows.length < 2) return wrapLines(`Expected: ${rows[0] ?? unsaid}`, width, 'muted');
  return [
    line('Expected:', 'muted'),
    ...rows.flatMap((row) =>
      wrapLines(row, width - 2, 'muted').map((part) => [span('  '), ...part]),
    ),
  ];
}

/**
 * How it ended, what was expected, and all that was kept of the output.
 *
 * @param unsaid what is told where nobody says what to expect
 */
export function endedLines(
  run: CommandRun,
  {expected, unsaid}: {readonly expected: string; readonly unsaid: string},
  width: number,
): Line[] {
  const exit = run.code === undefined ? '' : `Exit code ${run.code}`;
  const end = [exit, run.reason?.replace(/\.$/, '')].filter(Boolean).join('. ');
  const output = run.output.trimEnd();
  return [
    line(
      `${end || 'Ended'}, after ${durationWords(run.duration)}`,
      run.code === 0 ? 'plain' : 'warning',
    ),
    ...expectedLines(expected, unsaid, width),
    [],
    ...(output === ''
      ? [line('There was no output.', 'muted')]
      : output.split('\n').flatMap((row) => wrapLines(row.replaceAll('\t', '  '), width))),
  ];
}
