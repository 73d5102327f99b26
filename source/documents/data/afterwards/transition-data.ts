import {contactsOf, enteredLater} from '../../../handoff/afterwards/contacts.ts';
import {driftRuns} from '../../../handoff/afterwards/drift.ts';
import {exitCriteria} from '../../../handoff/afterwards/exit-criteria.ts';
import type {Reading} from '../reading.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {CheckRunRecord} from '../../../handoff/model/check-run.ts';
import {fieldText, recordTitle} from '../../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../../handoff/model/handoff-record.ts';
import {
  checkInPlan,
  transitionEnd,
  transitionPeriod,
} from '../../../handoff/afterwards/transition-period.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {stepWith} from '../../../handoff/model/place.ts';

/** Tells in lines of plain words what is different in the later of two runs. */
export type CompareRuns = (before: CheckRunRecord, after: CheckRunRecord) => readonly string[];

export interface CheckInData {
  readonly number: number;
  /** The last day for it, `YYYY-MM-DD`. */
  readonly due: string;
  /** When and with whom it was held; nothing while it was not. */
  readonly heldOn: string | null;
  readonly with: string | null;
  /** The day on which that was entered, where it was a later one. */
  readonly enteredOn: string | null;
}

/** One contact, without what is only for the own team. */
export interface ContactData {
  readonly date: string;
  /** The day on which it was entered, where that was a later one. */
  readonly enteredOn: string | null;
  readonly with: string;
  readonly kind: string;
  readonly did: string;
  readonly found: string;
  readonly severity: string;
}

export interface CriterionData {
  readonly text: string;
  readonly isMet: boolean;
  readonly why: string;
}

/** How the system stands against the day on which it was handed over. */
export interface DriftData {
  /** Instants of the two runs. */
  readonly before: string;
  readonly after: string;
  readonly lines: readonly string[];
}

/** The weeks after the session. */
export interface TransitionData {
  /** The last day, `YYYY-MM-DD`. */
  readonly ends: string | null;
  readonly isOver: boolean;
  /** `until 2026-07-01`, or `ended on 2026-07-01`. */
  readonly words: string | null;
  /** Who is in reach until when, or was; nothing where nobody is named. */
  readonly reach: string | null;
  readonly owner: string | null;
  readonly deputy: string | null;
  readonly channel: string | null;
  readonly extensions: readonly {
    readonly until: string;
    readonly reason: string;
    readonly at: string;
    readonly by: string;
  }[];
  readonly checkIns: readonly CheckInData[];
  /** The latest first. */
  readonly contacts: readonly ContactData[];
  readonly criteria: readonly CriterionData[];
  readonly drift: DriftData | null;
}

function toContact({timeZone}: Handoff, record: HandoffRecord): ContactData {
  const text = (name: string) => fieldText(record, name);
  return {
    date: text('date'),
    enteredOn: enteredLater(record, timeZone) ?? null,
    with: recordTitle(record),
    kind: text('kind'),
    did: text('did'),
    found: text('found'),
    severity: text('severity'),
  };
}

/** `Better:` and what is better stand in one line: a list of a document has no headings. */
function gathered(lines: readonly string[]): string[] {
  const said: string[] = [];
  for (const line of lines) {
    const before = said.at(-1);
    if (!line.startsWith('  ') || before === undefined) said.push(line);
    else said[said.length - 1] = `${before}${before.endsWith(':') ? ' ' : '; '}${line.trim()}`;
  }
  return said;
}

function driftData(handoff: Handoff, compare: CompareRuns | undefined): DriftData | null {
  const runs = compare && driftRuns(handoff);
  if (!runs) return null;
  const {before, after} = runs;
  const lines = gathered(compare(before, after));
  return {before: before.startedAt, after: after.startedAt, lines};
}

/** Nothing for a playbook without a transition. */
export function transitionData(
  handoff: Handoff,
  {audience, now}: Reading,
  compare: CompareRuns | undefined,
): TransitionData | null {
  const hasStep = stepWith(handoff.playbook, 'transition') !== undefined;
  const period = transitionPeriod(handoff);
  const ends = transitionEnd(handoff);
  if (!hasStep && !period && ends === undefined) return null;
  const text = (name: string) => (period && fieldText(period, name)) || null;
  const owner = text('name');
  const isOver = ends !== undefined && ends < dayIn(handoff.timeZone, now);
  const until = ends === undefined ? '' : ` until ${ends}`;
  return {
    ends: ends ?? null,
    isOver,
    words: ends === undefined ? null : `${isOver ? 'ended on' : 'until'} ${ends}`,
    reach: owner && `${owner} ${isOver ? 'was' : 'stays'} in reach${until}`,
    owner,
    deputy: text('deputy'),
    channel: text('channel'),
    extensions: handoff.extensions,
    checkIns: checkInPlan(handoff).map(({number, due, record}) => ({
      number,
      due,
      heldOn: (record && fieldText(record, 'date')) || null,
      with: record ? recordTitle(record) : null,
      enteredOn: (record && enteredLater(record, handoff.timeZone)) ?? null,
    })),
    contacts: contactsOf(handoff).map((record) => toContact(handoff, record)),
    criteria: handoff.session.endedAt
      ? exitCriteria(handoff, now, audience).map(({text: what, isMet, why}) => ({
          text: what,
          isMet,
          why,
        }))
      : [],
    drift: driftData(handoff, compare),
  };
}
