import {dayWords, durationWords} from '../../../handoff/time/wording.ts';
import type {CheckResult} from '../../../checks/check-result.ts';
import type {ChecksFileProblem} from '../../../checks/spec/checks-file-error.ts';
import type {ChecksState} from '../../../services/services.ts';
import {checkSigns, glyphs, outcomeSigns, type Sign} from '../../theme/glyphs.ts';
import {line, span, type Span} from '../../list/line.ts';
import {gap, headingRow, type Row} from '../../list/row.ts';
import {problemKey} from './file-problems.ts';
import {
  checkKey,
  rankedChecks,
  standingOf,
  waiverOn,
  type Accepted,
  type ChecksShown,
} from './shown.ts';
import {trustRows} from './trust-rows.ts';
import type {Folds} from './use-folds.ts';

/** The row that stands for all checks that pass. */
export const passesKey = 'fold passes';

function signOf(shown: ChecksShown, name: string): Sign {
  const {running} = shown;
  if (running?.active.has(name)) return {glyph: glyphs.running, word: 'running', token: 'accent'};
  const fresh = running?.finished.get(name);
  if (fresh) return outcomeSigns[fresh.outcome];
  if (running?.planned.has(name)) return {glyph: glyphs.open, word: 'waiting', token: 'muted'};
  const standing = standingOf(shown, name);
  if (standing?.isWeaker) return {glyph: glyphs.alarm, word: 'made weaker', token: 'danger'};
  return checkSigns[standing?.state ?? 'never run'];
}

/** The time that a check took, or its age where that counts for more. */
function figureOf(shown: ChecksShown, name: string): string {
  // Nobody asks how long a person's word took.
  const took = ({kind, duration}: Pick<CheckResult, 'kind' | 'duration'>) =>
    kind !== 'manual' && duration > 0 ? ` ${durationWords(duration)}` : '';
  const fresh = shown.running?.finished.get(name);
  if (fresh) return took(fresh);
  const {age = 0, record} = (shown.running ? undefined : standingOf(shown, name)) ?? {};
  if (age > 0) return `, ${age} d ago`;
  return record ? took(record) : '';
}

/** Until when somebody lives with a check; nothing where that has no end. */
export function untilWords({handoff, now}: ChecksShown, {expires}: Accepted): string {
  return expires === undefined ? '' : ` until ${dayWords(expires, handoff.timeZone, now)}`;
}

/** What is said of a check whatever came of it: that it changes things, and who lives with it. */
function remarks(shown: ChecksShown, name: string): Span[] {
  const {state, running} = shown;
  const file = state && 'file' in state ? state.file : undefined;
  const isChanging = file?.checks.some(
    (check) => check.name === name && check.effect === 'changes',
  );
  const standing = running ? undefined : standingOf(shown, name);
  const waiver = standing && waiverOn(shown, standing);
  return [
    ...(isChanging ? [span('changes the system', 'muted')] : []),
    ...(waiver
      ? [span(`waived by ${waiver.approver}${untilWords(shown, waiver)}`, 'warning')]
      : []),
  ];
}

function checkRow(shown: ChecksShown, name: string, depth = 0): Row {
  const sign = signOf(shown, name);
  return {
    key: checkKey(name),
    sign,
    text: name,
    depth,
    figure: line(`${sign.word}${figureOf(shown, name)}`, sign.token),
    remarks: remarks(shown, name),
  };
}

/** One row for all that pass; a single one is shorter as it is. */
function passRows(shown: ChecksShown, names: readonly string[], folds: Folds): Row[] {
  if (names.length < 2) return names.map((name) => checkRow(shown, name));
  const isOpen = folds.isOpen(passesKey);
  const head: Row = {
    key: passesKey,
    sign: outcomeSigns.pass,
    text: `${names.length} pass`,
    figure: line(isOpen ? 'shown below' : 'folded', 'muted'),
  };
  return [head, ...(isOpen ? names.map((name) => checkRow(shown, name, 1)) : [])];
}

/** Where a mistake stands and what it is, in a sentence. */
export function problemWords(path: string, problem: ChecksFileProblem): string {
  const {file = path, message, position, frame, suggestion} = problem;
  const place = frame === '' ? file : `${file}:${position.line}:${position.column}`;
  return `${place}  ${message}${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`;
}

function problemRows(path: string, problems: readonly ChecksFileProblem[]): Row[] {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return [
    {text: `The checks file has ${count}, so nothing was run.`, token: 'danger'},
    ...problems.map((problem, index): Row => ({
      key: problemKey('problem', index),
      sign: {glyph: glyphs.cross, word: 'mistake', token: 'danger'},
      text: problemWords(path, problem),
    })),
    headingRow('Mend it, then press r to read it again.'),
    gap,
  ];
}

/** What does not keep the file from running. */
function doubtRows(path: string, doubts: readonly ChecksFileProblem[]): Row[] {
  const rows = doubts.map((doubt, index): Row => ({
    key: problemKey('doubt', index),
    sign: {glyph: glyphs.alarm, word: 'doubt', token: 'warning'},
    text: problemWords(path, doubt),
  }));
  return rows.length === 0 ? [] : [...rows, gap];
}

function noticeRows(state: ChecksState, {handoff, now}: ChecksShown, folds: Folds): Row[] {
  switch (state.state) {
    case 'missing':
      return [
        {
          text: `There is no checks file at ${state.path} yet. It tells what "it works" means for this system. Press c for a sample to start from.`,
          token: 'warning',
        },
        gap,
      ];
    case 'broken':
      return problemRows(state.path, state.problems);
    case 'untrusted':
      return [
        ...trustRows(state, {folds, timeZone: handoff.timeZone, now}),
        gap,
        ...doubtRows(state.file.path, state.doubts),
      ];
    case 'ready':
      return doubtRows(state.file.path, state.doubts);
  }
}

/** What is to be known of the checks file, then each check: what fails first, what passes folded. */
export function checksRows(shown: ChecksShown, folds: Folds): Row[] {
  // Where the cursor begins depends on what the file says.
  if (!shown.state) return [headingRow('Reading …')];
  const ranked = rankedChecks(shown);
  const passing = ranked.get('passing') ?? [];
  const others = [...ranked].flatMap(([rank, names]) => (rank === 'passing' ? [] : names));
  return [
    ...noticeRows(shown.state, shown, folds),
    ...others.map((name) => checkRow(shown, name)),
    ...passRows(shown, passing, folds),
    gap,
  ];
}
