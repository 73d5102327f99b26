import {escapeInline} from '../../documents/markdown/escape-inline.ts';
import type {ToldOutcome} from '../../handoff/publishing/told-outcome.ts';
import type {ToldPoint} from '../../handoff/publishing/told-points.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dateWords} from '../../handoff/time/wording.ts';

const line = (label: string, text: string): string => `- ${label}: ${escapeInline(text)}`;

function pointLine({text, owner, due}: ToldPoint): string {
  const rest = [owner, due === undefined ? '' : dateWords(due, '')].filter((part) => part !== '');
  return `  - ${escapeInline(text)}${rest.length === 0 ? '' : ` (${escapeInline(rest.join(', '))})`}`;
}

/** How the handoff came out, as the lines of a note. */
export function outcomeText(outcome: ToldOutcome, timeZone: string): string {
  const {words, engineer, decision, sessionEndedAt, transitionEnds, openPoints} = outcome;
  return [
    line('State', words),
    line('Handed over by', engineer),
    ...(sessionEndedAt === undefined
      ? []
      : [line('Session', dateWords(dayIn(timeZone, sessionEndedAt), ''))]),
    ...(decision ? [line('Decided by', `${decision.name}, ${decision.role}`)] : []),
    ...(decision?.conditions ?? []).map((condition) => line('Condition', condition)),
    ...(decision?.remarks === undefined ? [] : [line('Remarks', decision.remarks)]),
    ...(transitionEnds === undefined
      ? []
      : [line('Transition until', dateWords(transitionEnds, ''))]),
    line('Open points', openPoints.length === 0 ? 'none' : String(openPoints.length)),
    ...openPoints.map(pointLine),
  ].join('\n');
}

/** An open point, as the lines of an issue. */
export function pointText(
  {owner, due, outcome}: ToldPoint,
  {customer, system}: {readonly customer: string; readonly system: string},
): string {
  return [
    line('Left open by the handoff of', `${customer} · ${system}`),
    ...(owner === '' ? [] : [line('Owner', owner)]),
    ...(due === undefined ? [] : [line('Due', dateWords(due, ''))]),
    ...(outcome === undefined ? [] : [line('Closed', outcome)]),
  ].join('\n');
}
