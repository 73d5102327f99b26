import {plural} from '../../documents/words/plural.ts';
import {dateWords, durationWords} from '../../handoff/time/wording.ts';
import {fewest, type PhaseLength, type Report, type ReportRow, type ShutBy} from './make-report.ts';

const day = 86_400_000;

/** `3 h 5 min`, from two days on in days. */
function lengthWords(milliseconds: number): string {
  const days = Math.round(milliseconds / day);
  return days < 2 ? durationWords(milliseconds) : `${days} days`;
}

export const phaseWords: Readonly<Record<PhaseLength['phase'], string>> = {
  preparation: 'Preparation, up to the session',
  session: 'Session, from its start to its end',
  afterwards: 'Afterwards, up to the signature',
};

/** How long a phase takes, with what it is the median of; few data are said to be few. */
export function phaseLengthWords({median, count}: PhaseLength): string {
  if (median === null) return 'none has come through it yet';
  const of = `median of ${plural(count, 'handoff')}`;
  return `${lengthWords(median)}, ${of}${count < fewest ? ', too few to plan by' : ''}`;
}

/** `missing or waived in 3 of 8 handoffs`. */
export function shutWords({handoffs}: ShutBy, {gates}: Report): string {
  return `in ${handoffs} of ${plural(gates, 'handoff')}`;
}

/** What keeps the next gate shut; nothing where it is open, or where none is asked. */
export function gateWords({of: {gate}}: ReportRow): string {
  if (!gate) return '';
  return gate.missing.length === 0 ? 'open' : `${gate.missing.length} missing`;
}

export function driftWords({of: {drift}}: ReportRow): string {
  if (!drift) return '';
  if (drift.changed === 0) return 'none';
  return drift.worse === 0 ? `${drift.changed}` : `${drift.changed}, ${drift.worse} worse`;
}

/** Whether the receiver has taken it over, in a word or two; nothing before they have said anything. */
export function acceptedWords({of}: ReportRow): string {
  if (of.isSignedOff) return of.changedSince > 0 ? 'changed since' : 'yes';
  return of.acceptance === undefined ? '' : 'declined';
}

/** `12 d`. */
export function ageWords({ageDays}: ReportRow): string {
  return `${ageDays} d`;
}

export function dayOf(date: string, now: string): string {
  return dateWords(date, now.slice(0, 10));
}

/** All in a line: `12 handoffs: 3 overdue, 4 accepted, 1 drifted`. */
export function totalWords({rows, days}: Report): string {
  const count = (isSo: (row: ReportRow) => boolean) => rows.filter(isSo).length;
  const parts = [
    [count(({overdue}) => overdue.length > 0), 'overdue'],
    [count(({of}) => (of.gate?.missing.length ?? 0) > 0), 'with a shut gate'],
    [count(({of}) => (of.drift?.changed ?? 0) > 0), 'drifted'],
    [count(({waivers}) => waivers.length > 0), `with a waiver that ends in ${days} days`],
    [count(({of}) => of.isSignedOff), 'accepted'],
  ] as const;
  const told = parts.flatMap(([some, words]) => (some > 0 ? [`${some} ${words}`] : []));
  const all = plural(rows.length, 'handoff');
  return told.length === 0 ? `${all}.` : `${all}: ${told.join(', ')}.`;
}
