import {diffRuns} from '../../../checks/diff/diff-runs.ts';
import {tellDiff} from '../../../checks/diff/tell-diff.ts';
import type {CheckRecord, CheckRunRecord} from '../../../handoff/model/check-run.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {durationWords} from '../../../handoff/time/wording.ts';
import {isForeignRun, ranWords, runOutcomeWords} from '../../../services/checks/run-words.ts';
import {line, span, wrapLines, type Line} from '../../list/line.ts';
import type {Row} from '../../list/row.ts';
import {glyphs, outcomeSigns, type Sign} from '../../theme/glyphs.ts';

/** What the history is of: all checks, or the one that is named. */
export interface HistoryOf {
  readonly handoff: Handoff;
  readonly now: string;
  readonly check: string | undefined;
}

function recordIn(run: CheckRunRecord, check: string | undefined): CheckRecord | undefined {
  return run.results.find(({name, isLeftOut}) => name === check && !isLeftOut);
}

/** The runs that were kept, the newest first; of one check, those that came to it. */
export function runsOf({handoff, check}: HistoryOf): CheckRunRecord[] {
  const all = handoff.checkRuns.toReversed();
  return check === undefined ? all : all.filter((run) => recordIn(run, check) !== undefined);
}

/** The run that another is compared with: the one that was chosen, else the one before it. */
export function comparedWith(
  of: HistoryOf,
  run: CheckRunRecord,
  chosen: string | undefined,
): CheckRunRecord | undefined {
  const runs = runsOf(of);
  const at = runs.findIndex(({id}) => id === run.id);
  return runs.find(({id}) => id === chosen && id !== run.id) ?? runs[at + 1];
}

/** The worst that a run found tells how it went. */
function signOf({results}: CheckRunRecord): Sign {
  const outcomes = new Set(results.flatMap(({isLeftOut, outcome}) => (isLeftOut ? [] : [outcome])));
  const worst = (['fail', 'unknown', 'warn'] as const).find((one) => outcomes.has(one));
  return outcomeSigns[worst ?? (outcomes.has('pass') ? 'pass' : 'skipped')];
}

/** The runs as rows. */
export function historyRows(of: HistoryOf, chosen: string | undefined): Row[] {
  const {handoff, now, check} = of;
  return runsOf(of).map((run) => {
    const record = recordIn(run, check);
    const sign = record ? outcomeSigns[record.outcome] : signOf(run);
    const words = record ? `${sign.word} ${durationWords(record.duration)}` : runOutcomeWords(run);
    return {
      key: run.id,
      sign,
      text: `${ranWords(run, handoff, now)}, ${run.actor}`,
      figure: line(words, sign.token),
      remarks: [
        ...(run.id === chosen ? [span('others are compared with it', 'accent')] : []),
        ...(isForeignRun(handoff, run) ? [span('of another file', 'warning')] : []),
      ],
    };
  });
}

function recordLines(
  {name, outcome, message, findings, isLeftOut}: CheckRecord,
  width: number,
): Line[] {
  const sign = outcomeSigns[outcome];
  if (isLeftOut) return wrapLines(`${glyphs.never} ${name}: not part of this run`, width, 'muted');
  return [
    ...wrapLines(`${sign.glyph} ${name}: ${sign.word}. ${message}`, width, sign.token),
    ...findings
      .filter(({isMet}) => !isMet)
      .flatMap(({subject, expected, actual}) =>
        wrapLines(`  ${subject}: expected ${expected}, found ${actual}`, width, 'muted'),
      ),
  ];
}

/** What of a run is of the check that the history is of. */
function narrowed(run: CheckRunRecord, check: string | undefined): CheckRunRecord {
  const results = run.results.filter(({name, isLeftOut}) => name === check && !isLeftOut);
  return check === undefined ? run : {...run, results};
}

/** What changed from one run to another, and all that the later one found. */
export function runLines(
  of: HistoryOf,
  [before, after]: readonly [CheckRunRecord | undefined, CheckRunRecord],
  width: number,
): Line[] {
  const {handoff, now, check} = of;
  const at = (run: CheckRunRecord) => ranWords(run, handoff, now);
  const changed = before
    ? [
        ...wrapLines(`From ${at(before)} to ${at(after)}`, width, 'strong'),
        ...tellDiff(diffRuns(narrowed(before, check), narrowed(after, check))).flatMap((told) =>
          wrapLines(told, width),
        ),
      ]
    : wrapLines('It is the first run that was kept: there is none to compare it with.', width);
  return [
    ...changed,
    [],
    ...wrapLines(`What was found ${at(after)}`, width, 'strong'),
    ...narrowed(after, check).results.flatMap((record) => recordLines(record, width)),
  ];
}
