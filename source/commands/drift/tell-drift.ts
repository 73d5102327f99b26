import {tellChange} from '../../checks/diff/tell-diff.ts';
import {plural} from '../../documents/words/plural.ts';
import {transitionEnd} from '../../handoff/afterwards/transition-period.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {isSignedOff} from '../../handoff/standing/signed-off.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dateWords, timeWords} from '../../handoff/time/wording.ts';
import {hasDrifted, type DriftWeight} from '../../services/drift/judge-drift.ts';
import type {DriftLook} from '../../services/drift/look-at-drift.ts';

const headings: Readonly<Record<DriftWeight, string>> = {
  worse: 'Worse:',
  changed: 'Changed:',
  better: 'Better:',
  figure: 'Figures, within their bounds:',
};

/** That the transition is over, and whether the receiver has signed; nothing while it lasts. */
export function transitionLine(handoff: Handoff, now: string): string | undefined {
  const today = dayIn(handoff.timeZone, now);
  const end = transitionEnd(handoff);
  if (end === undefined || end >= today) return undefined;
  const signed = isSignedOff(handoff)
    ? `${handoff.customer} runs it, so drift of ${handoff.id} need not run any more`
    : 'the receiver has not signed yet';
  return `The transition ended on ${dateWords(end, today)}; ${signed}.`;
}

/** What changed since handover day, in plain words, the worst first. */
export function tellDrift(
  handoff: Handoff,
  {before, after, drift}: DriftLook,
  now: string,
): string[] {
  const {timeZone} = handoff;
  const today = dayIn(timeZone, now);
  const at = (instant: string) =>
    `${dateWords(dayIn(timeZone, instant), today)} ${timeWords(instant, timeZone)}`;
  const groups = Map.groupBy(drift.changes, ({weight}) => weight);
  const counted = drift.changes.filter(({weight}) => weight === 'worse' || weight === 'changed');
  const isSame = !hasDrifted(drift);
  const over = transitionLine(handoff, now);
  return [
    `${handoff.customer} · ${handoff.system}: ${isSame ? 'as it was handed over' : `not as it was handed over, ${plural(counted.length, 'difference')}`}.`,
    `Compared: ${at(before.startedAt)}, the last run before the session ended, with ${at(after.startedAt)}.`,
    ...(drift.isSameFile ? [] : ['The checks file has changed.']),
    ...(Object.keys(headings) as DriftWeight[]).flatMap((weight) => {
      const all = groups.get(weight) ?? [];
      if (all.length === 0) return [];
      return [headings[weight], ...all.map(({change}) => `  ${tellChange(change)}`)];
    }),
    ...(drift.unchanged > 0
      ? [
          drift.unchanged === 1
            ? '1 check is as before.'
            : `${drift.unchanged} checks are as before.`,
        ]
      : []),
    ...(over === undefined ? [] : [over]),
  ];
}
