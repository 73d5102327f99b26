import type {Mistake} from '../../handoff/gates/requirement.ts';
import {dueEntries, type DueEntry} from '../outlook/due-entries.ts';
import type {Outlook} from '../outlook/outlook.ts';

/** How a handoff stands in a word, the worst of what is so. */
export type ReportState =
  | 'overdue'
  | 'drifted'
  | 'declined'
  | 'changed since acceptance'
  | 'accepted'
  | 'in time';

/** A waiver that ends soon. */
export interface EndingWaiver {
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly expires: string;
}

/** One handoff among many. */
export interface ReportRow {
  readonly of: Outlook;
  readonly state: ReportState;
  /** Whole days since it began, or that it took. */
  readonly ageDays: number;
  /** The soonest first. */
  readonly overdue: readonly DueEntry[];
  readonly ahead: readonly DueEntry[];
  readonly waivers: readonly EndingWaiver[];
}

/** How long a phase takes, of the handoffs in which it is over. */
export interface PhaseLength {
  readonly phase: 'preparation' | 'session' | 'afterwards';
  /** Milliseconds; nothing where there is none. */
  readonly median: number | null;
  /** How many handoffs it is the median of. */
  readonly count: number;
}

/** What keeps gates shut, or was waived, and in how many handoffs. */
export interface ShutBy {
  readonly mistake: Mistake;
  readonly handoffs: number;
  /** The thing of it that is missing in most of them, as one of them has it. */
  readonly most: {readonly text: string; readonly handoffs: number};
}

export interface Report {
  /** ISO 8601 instant. */
  readonly now: string;
  readonly days: number;
  readonly rows: readonly ReportRow[];
  readonly phases: readonly PhaseLength[];
  /** Handoffs whose next gate was looked at. */
  readonly gates: number;
  readonly shutBy: readonly ShutBy[];
}

/** Of fewer handoffs a median tells of these and not of the next one; a proposal of this project. */
export const fewest = 5;

const day = 86_400_000;

function ageOf({took, createdAt, isSignedOff}: Outlook, now: string): number {
  const {preparation = 0, session = 0, afterwards} = took;
  const length =
    isSignedOff && afterwards !== undefined
      ? preparation + session + afterwards
      : Date.parse(now) - Date.parse(createdAt);
  return Math.max(0, Math.floor(length / day));
}

function stateOf(of: Outlook, overdue: readonly DueEntry[]): ReportState {
  const {isSignedOff, changedSince, acceptance = '', drift} = of;
  if (overdue.length > 0) return 'overdue';
  if (drift && drift.worse > 0) return 'drifted';
  if (isSignedOff) return changedSince > 0 ? 'changed since acceptance' : 'accepted';
  return /declined/u.test(acceptance) ? 'declined' : 'in time';
}

function rowOf(of: Outlook, days: number, now: string): ReportRow {
  const entries = dueEntries([of], {days, now});
  const overdue = entries.filter(({isOverdue}) => isOverdue);
  const last = new Date(Date.parse(now) + days * day).toISOString().slice(0, 10);
  const waivers = (of.gate?.waived ?? []).flatMap(({text, expires}) =>
    expires === undefined || expires > last ? [] : [{text, expires}],
  );
  return {
    of,
    state: stateOf(of, overdue),
    ageDays: ageOf(of, now),
    overdue,
    ahead: entries.filter(({isOverdue}) => !isOverdue),
    waivers: waivers.toSorted((a, b) => (a.expires < b.expires ? -1 : 1)),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[half]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function lengths(outlooks: readonly Outlook[]): PhaseLength[] {
  return (['preparation', 'session', 'afterwards'] as const).map((phase) => {
    const took = outlooks.flatMap((of) => of.took[phase] ?? []);
    return {phase, median: median(took), count: took.length};
  });
}

/** In how many handoffs each thing is met, the most first. */
function counted<Key>(keys: readonly Key[]): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

function shutBy(outlooks: readonly Outlook[]): ShutBy[] {
  const met = outlooks.map(({gate}) => [...(gate?.missing ?? []), ...(gate?.waived ?? [])]);
  const mistakes = counted(met.flatMap((all) => [...new Set(all.map(({mistake}) => mistake))]));
  return mistakes.flatMap(([mistake, handoffs]): ShutBy[] => {
    const ofIt = met.map((all) => all.filter((one) => one.mistake === mistake));
    const [most] = counted(ofIt.flatMap((all) => [...new Set(all.map(({id}) => id))]));
    const text = most && ofIt.flat().find(({id}) => id === most[0])?.text;
    return most && text !== undefined ? [{mistake, handoffs, most: {text, handoffs: most[1]}}] : [];
  });
}

/** One of each where the same handoff lies in the store and in a shared folder: the one worked on last. */
function once(outlooks: readonly Outlook[]): Outlook[] {
  const latest = new Map<string, Outlook>();
  for (const of of outlooks) {
    const key = `${of.id} ${of.createdAt}`;
    const known = latest.get(key);
    if (!known || known.updatedAt < of.updatedAt) latest.set(key, of);
  }
  return [...latest.values()];
}

/** What needs somebody first, then what was worked on last; what was accepted comes last. */
function compareRows(a: ReportRow, b: ReportRow): number {
  return (
    Number(a.of.isSignedOff && a.state === 'accepted') -
      Number(b.of.isSignedOff && b.state === 'accepted') ||
    b.overdue.length - a.overdue.length ||
    (a.of.updatedAt < b.of.updatedAt ? 1 : -1)
  );
}

/**
 * Where all handoffs stand, how long their phases take, and what keeps their gates shut.
 *
 * @param days how far ahead it looks
 */
export function makeReport(all: readonly Outlook[], days: number, now: string): Report {
  const outlooks = once(all);
  return {
    now,
    days,
    rows: outlooks.map((of) => rowOf(of, days, now)).toSorted(compareRows),
    phases: lengths(outlooks),
    gates: outlooks.filter(({gate}) => gate !== undefined).length,
    shutBy: shutBy(outlooks),
  };
}
