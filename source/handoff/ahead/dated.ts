import {followUpId} from '../afterwards/follow-up-id.ts';
import {nextGate} from '../gates/gates.ts';
import {gateSettings} from '../model/gate-settings-of.ts';
import type {Handoff} from '../model/handoff.ts';
import {recordsOf, recordTitle} from '../registers/records.ts';
import {checkFacts} from '../standing/of-checks/check-facts.ts';
import {isKnownToWork, proofStanding} from '../standing/proof-standing.ts';
import {isSignedOff} from '../standing/signed-off.ts';
import {addDays, dayIn, dueSortKey, type Due} from '../time/schedule.ts';
import {duties} from './duties.ts';
import {expiries} from './expiries.ts';
import {plannedSession} from './planned-session.ts';

/** Something of a handoff that has a day, whatever it is and whenever it is asked. */
export interface Dated {
  /** `item`, `follow-up`, `check-in`, `session`, `proof`, or what ends that day, such as `certificate`. */
  readonly kind: string;
  /** Stays the same for as long as its source is there; unique within its kind. */
  readonly id: string;
  readonly text: string;
  readonly owner?: string;
  readonly due: Due;
  /** Somebody has to do it, so it is overdue once its day has passed; else it is only told ahead. */
  readonly isToDo: boolean;
}

/** Ends by itself, or is told by the gate that opens no more; nobody has to do anything that day. */
const passing: ReadonlySet<string> = new Set(['duty', 'access', 'waiver']);

/** Rows of ties are open points besides, and those have the day of the row. */
function isToldAsPoint(ids: ReadonlySet<string>, kind: string, row: string | undefined): boolean {
  return kind === 'tie' && row !== undefined && ids.has(followUpId({kind: 'tie', subject: row}));
}

/** What ends, moves or runs out. Once the receiver has signed it is theirs to see to. */
function endings(handoff: Handoff, points: ReadonlySet<string>): Dated[] {
  const isTheirs = isSignedOff(handoff);
  return expiries(handoff, handoff.updatedAt)
    .filter(({kind, source}) => !isToldAsPoint(points, kind, source?.record))
    .map(({kind, id, text, owner, date}) => ({
      kind,
      id,
      text,
      ...(owner ? {owner} : {}),
      due: {date},
      isToDo: !isTheirs && !passing.has(kind),
    }));
}

/** Days on which what was proven for the session is too old for its gate. */
function agings(handoff: Handoff): Dated[] {
  if (nextGate(handoff) !== 'session') return [];
  const {proofDays} = gateSettings(handoff);
  const until = (instant: string): Due => ({
    date: addDays(dayIn(handoff.timeZone, instant), proofDays),
  });
  const {lastRun} = checkFacts(handoff);
  const checks: Dated[] = lastRun
    ? [
        {
          kind: 'proof',
          id: 'checks',
          text: 'The run of the checks becomes too old',
          due: until(lastRun.startedAt),
          isToDo: false,
        },
      ]
    : [];
  const runbooks = recordsOf(handoff, 'runbooks').flatMap((row): Dated[] => {
    const standing = proofStanding(handoff, row, handoff.updatedAt);
    if (standing.since === undefined || !isKnownToWork(standing)) return [];
    const text = `The proof of "${recordTitle(row)}" becomes too old`;
    return [{kind: 'proof', id: row.id, text, due: until(standing.since), isToDo: false}];
  });
  return [...checks, ...runbooks];
}

/**
 * All that has a day, the soonest first: items, open points, check-ins, the planned session, what ends
 * on a day, and proofs that become too old. It follows from the journal alone, whatever the time is.
 */
export function datedOf(handoff: Handoff): Dated[] {
  const todo = duties(handoff, handoff.updatedAt).map(({kind, id, text, owner, due}): Dated => ({
    kind,
    id,
    text,
    ...(owner ? {owner} : {}),
    due,
    isToDo: true,
  }));
  const points = new Set(todo.map(({id}) => id));
  const checkIns = new Set(todo.flatMap(({kind, due}) => (kind === 'check-in' ? [due.date] : [])));
  const session = plannedSession(handoff);
  return [
    // The playbook's line about a check-in and the check-in itself are one date.
    ...todo.filter(
      ({kind, text, due}) =>
        kind !== 'item' || !/check-?in/iu.test(text) || !checkIns.has(due.date),
    ),
    ...(session
      ? [{kind: 'session', id: 'session', text: 'Handoff session', due: session, isToDo: true}]
      : []),
    ...endings(handoff, points),
    ...agings(handoff),
  ].toSorted((a, b) => (dueSortKey(a.due) < dueSortKey(b.due) ? -1 : 1));
}
