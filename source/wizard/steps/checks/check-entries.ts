import type {CheckResult} from '../../../checks/check-result.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {CheckRecord} from '../../../handoff/model/check-run.ts';
import {lineKey, readLine} from '../../../handoff/model/place.ts';
import {checkFacts} from '../../../handoff/standing/of-checks/check-facts.ts';
import {
  checkStandings,
  type CheckStanding,
} from '../../../handoff/standing/of-checks/check-standing.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, durationWords, timeWords} from '../../../handoff/time/wording.ts';
import type {ChecksState} from '../../../services/services.ts';
import {checkSigns, glyphs, outcomeSigns, type Sign} from '../../theme/glyphs.ts';
import type {RunningChecks} from './use-checks.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {
  emptyLine,
  line,
  span,
  spread,
  truncate,
  wrap,
  wrapLines,
  type Line,
} from '../../list/line.ts';

interface ChecksShown {
  readonly state: ChecksState | undefined;
  readonly running: RunningChecks | undefined;
  /** How each check stands now, by all runs. */
  readonly standings: readonly CheckStanding[];
}

function checkKey(name: string): string {
  return lineKey({kind: 'check', name});
}

/** The name of the check that a selected line is. */
export function selectedCheck(selected: string | undefined): string | undefined {
  const line = readLine(selected);
  return line?.kind === 'check' ? line.name : undefined;
}

function standingOf({standings}: ChecksShown, name: string): CheckStanding | undefined {
  return standings.find((standing) => standing.name === name);
}

/** What is known of a check: from the run that goes on, else from the last that came to it. */
function resultOf(shown: ChecksShown, name: string): CheckResult | CheckRecord | undefined {
  return shown.running?.finished.get(name) ?? standingOf(shown, name)?.record;
}

function signOf(shown: ChecksShown, name: string): Sign {
  const {running} = shown;
  if (running?.active.has(name)) return {glyph: glyphs.running, word: 'running', token: 'accent'};
  const fresh = running?.finished.get(name);
  if (fresh) return outcomeSigns[fresh.outcome];
  if (running) return {glyph: glyphs.open, word: 'waiting', token: 'muted'};
  const standing = standingOf(shown, name);
  if (standing?.isWeaker) return {glyph: glyphs.alarm, word: 'made weaker', token: 'danger'};
  return checkSigns[standing?.state ?? 'never run'];
}

/** The time that a check took, or its age where that counts for more. */
function figureOf(shown: ChecksShown, name: string): string {
  const fresh = shown.running?.finished.get(name);
  if (fresh) return fresh.duration > 0 ? ` ${durationWords(fresh.duration)}` : '';
  const {age = 0, record} = (shown.running ? undefined : standingOf(shown, name)) ?? {};
  if (age > 0) return `, ${age} d ago`;
  return record && record.duration > 0 ? ` ${durationWords(record.duration)}` : '';
}

function checkEntry(shown: ChecksShown, name: string, isSelected: boolean, width: number): Entry {
  const sign = signOf(shown, name);
  const figure = `${sign.word}${figureOf(shown, name)}`;
  return {
    id: checkKey(name),
    isSelectable: true,
    lines: [
      spread(
        [
          span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
          span(`${sign.glyph} `, sign.token),
          span(truncate(name, width - figure.length - 6), isSelected ? 'selected' : 'plain'),
        ],
        line(figure, sign.token),
        width,
      ),
    ],
  };
}

function noticeLines(state: ChecksState, width: number): Line[] {
  switch (state.state) {
    case 'missing':
      return wrapLines(
        `There is no checks file at ${state.path} yet. It tells what "it works" means for this system. Press c for a sample to start from.`,
        width - 2,
        'warning',
      );
    case 'broken':
      return [
        ...state.message
          .split('\n')
          .flatMap((row, index) =>
            row === '' ? [emptyLine] : wrapLines(row, width - 2, index === 0 ? 'danger' : 'plain'),
          ),
        ...wrapLines('Mend it, then press r to read it again.', width - 2, 'muted'),
      ];
    case 'untrusted':
      return [
        ...wrapLines(
          `Nobody has trusted this content of ${state.file.path} on this machine. This is what would run:`,
          width - 2,
          'warning',
        ),
        ...state.wouldRun.flatMap((row) =>
          wrap(row, width - 6).map((part, index): Line => [
            span(index === 0 && !row.startsWith(' ') ? '  $ ' : '    ', 'muted'),
            span(part),
          ]),
        ),
        ...wrapLines('Press T to trust exactly this content and run it.', width - 2, 'muted'),
      ];
    case 'ready':
      return [];
  }
}

interface CheckEntriesOptions extends ChecksShown {
  readonly selected: string | undefined;
  readonly width: number;
}

/** The checks file's notice, if there is one, then each check with its outcome. */
export function checkEntries({selected, width, ...shown}: CheckEntriesOptions): Entry[] {
  const {state} = shown;
  if (!state) return [{id: 'reading', isSelectable: false, lines: [line('  Reading …', 'muted')]}];
  const notice = noticeLines(state, width);
  const known = shown.standings.map(({name}) => name);
  const names =
    state.state === 'ready' || state.state === 'untrusted'
      ? [...new Set([...state.file.checks.map(({name}) => name), ...known])]
      : known;
  // Each row of the notice can be scrolled to, however long the list of what would run is.
  const head = notice.map((spans, index): Entry => ({
    id: `notice ${index}`,
    isSelectable: notice.length > 6,
    lines: [
      [span(selected === `notice ${index}` ? `${glyphs.cursor} ` : '  ', 'accent'), ...spans],
    ],
  }));
  const rows = names.map((name) => checkEntry(shown, name, selected === checkKey(name), width));
  const gap: Entry = {id: 'gap', isSelectable: false, lines: [emptyLine]};
  return [...head, ...(head.length > 0 ? [gap] : []), ...rows, gap];
}

/** The figure beside the step's title. */
export function checksSummary(
  handoff: Handoff,
  now: string,
  running: RunningChecks | undefined,
): string {
  if (running) {
    const seconds = Math.floor((Date.now() - running.startedAt) / 1000);
    return `${running.finished.size} of ${running.total} through, ${seconds} s`;
  }
  if (!checkFacts(handoff).lastRun) return 'never run';
  const standings = checkStandings(handoff, now);
  const blocked = standings.filter(({isBlocking}) => isBlocking).length;
  const passed = standings.filter(({state}) => state === 'holds').length;
  const state = blocked > 0 ? `${blocked} blocking` : `${passed} of ${standings.length} pass`;
  const times = standings.flatMap(({since}) => since ?? []).toSorted();
  const [oldest] = times;
  if (oldest === undefined) return state;
  const day = dayWords(dayIn(handoff.timeZone, oldest), handoff.timeZone, now);
  const time = timeWords(oldest, handoff.timeZone);
  const isOne = times.every((since) => timeWords(since, handoff.timeZone) === time);
  return `${state}, ${isOne ? '' : 'oldest '}${day} ${time}`;
}

interface CheckDetailOptions extends ChecksShown {
  readonly name: string | undefined;
  readonly width: number;
  readonly height: number;
}

/** Why a check came out as it did, in at most `height` rows. */
export function checkDetail({name, width, height, ...shown}: CheckDetailOptions): Line[] {
  if (name === undefined) return [];
  const result = resultOf(shown, name);
  const standing = shown.running ? undefined : standingOf(shown, name);
  const said = [standing?.why, standing?.changed].filter(
    (text) => text !== undefined && text !== result?.message,
  );
  const remarks = said.flatMap((text) => wrapLines(`Note: ${text}.`, width, 'warning'));
  if (!result) return remarks.slice(0, height);
  const sign = outcomeSigns[result.outcome];
  const unmet = result.findings.filter(({isMet}) => !isMet);
  const lines: Line[] = [
    ...remarks,
    ...wrap(`${standing?.severity ?? result.severity}, ${sign.word}: ${result.message}`, width).map(
      (row) => line(row, sign.token),
    ),
    ...(result.fix && result.outcome !== 'pass' ? wrapLines(`Fix: ${result.fix}`, width) : []),
    ...(unmet.length > 0 ? unmet : result.findings).flatMap(({subject, expected, actual}) =>
      wrapLines(`${subject}: expected ${expected}, found ${actual}`, width, 'muted'),
    ),
    ...wrapLines(result.target, width, 'muted'),
  ];
  if (lines.length <= height) return lines;
  return [
    ...lines.slice(0, height - 1),
    line(`${lines.length - height + 1} more lines; the handoff document has all`, 'muted'),
  ];
}
