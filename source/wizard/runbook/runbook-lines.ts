import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {expectedWords, toldText} from '../../handoff/runbooks/expected-words.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {clockWords, dayWords, durationWords, timeWords} from '../../handoff/time/wording.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {line, span, spread, truncate, wrap, wrapLines, type Line} from '../list/line.ts';
import type {CommandRun} from '../../services/services.ts';
import type {View} from '../view.ts';

/** Name, and whether it changes anything. */
export function runbookTitle(
  record: HandoffRecord,
  {isChanging}: {readonly isChanging: boolean},
  width: number,
): Line {
  const effect = isChanging ? line('changes the system', 'warning') : line('safe', 'success');
  return spread(line(truncate(recordTitle(record), width - 20), 'heading'), effect, width);
}

/** Every character that would run, with those that cannot be seen made visible. */
function commandLines(commands: string, width: number): Line[] {
  return commands
    .split('\n')
    .flatMap((row) =>
      wrap(showControls(row) || ' ', width - 4).map((part, index): Line => [
        span(index === 0 ? '  $ ' : '    ', 'muted'),
        span(part, 'accent'),
      ]),
    );
}

/** What would run, where, from whom, and what must hold before. */
export function shownLines(
  view: View,
  record: HandoffRecord,
  {commands}: {readonly commands: string},
  width: number,
): Line[] {
  const {timeZone, workspace} = view.handoff;
  const day = dayWords(dayIn(timeZone, record.changedAt), timeZone, view.now());
  const before = fieldText(record, 'preconditions');
  return [
    ...wrapLines(`Runs in ${workspace}, until the first command that fails:`, width, 'muted'),
    [],
    ...commandLines(commands, width),
    [],
    ...(before ? wrapLines(`Before: ${before}`, width, 'warning') : []),
    ...wrapLines(
      `As ${record.changedBy} left it, ${day} ${timeWords(record.changedAt, timeZone)}.`,
      width,
      'muted',
    ),
  ];
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
function expectedLines(expected: string, width: number): Line[] {
  const rows = expectedWords(expected).map(toldText);
  if (rows.length < 2)
    return wrapLines(`Expected: ${rows[0] ?? 'the runbook does not say'}`, width, 'muted');
  return [
    line('Expected:', 'muted'),
    ...rows.flatMap((row) =>
      wrapLines(row, width - 2, 'muted').map((part) => [span('  '), ...part]),
    ),
  ];
}

/** How it ended, what was expected, and all that was kept of the output. */
export function endedLines(run: CommandRun, expected: string, width: number): Line[] {
  const exit = run.code === undefined ? '' : `Exit code ${run.code}`;
  const end = [exit, run.reason?.replace(/\.$/, '')].filter(Boolean).join('. ');
  const output = run.output.trimEnd();
  return [
    line(
      `${end || 'Ended'}, after ${durationWords(run.duration)}`,
      run.code === 0 ? 'plain' : 'warning',
    ),
    ...expectedLines(expected, width),
    [],
    ...(output === ''
      ? [line('There was no output.', 'muted')]
      : output.split('\n').flatMap((row) => wrapLines(row.replaceAll('\t', '  '), width))),
  ];
}
