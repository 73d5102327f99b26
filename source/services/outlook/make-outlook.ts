import {tellChange} from '../../checks/diff/tell-diff.ts';
import {driftRuns} from '../../handoff/afterwards/drift.ts';
import {datedOf} from '../../handoff/ahead/dated.ts';
import {gateTitles, nextGate, readGate} from '../../handoff/gates/gates.ts';
import type {Requirement} from '../../handoff/gates/requirement.ts';
import {currentPhase, handoffProgress} from '../../handoff/items/progress.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {shownName} from '../../handoff/people/shown-name.ts';
import {acceptanceStanding, acceptanceWords} from '../../handoff/standing/acceptance-standing.ts';
import {isSignedOff} from '../../handoff/standing/signed-off.ts';
import {addDays, dayIn} from '../../handoff/time/schedule.ts';
import {instantsOf} from '../../handoff/time/zoned-time.ts';
import {judgeDrift} from '../drift/judge-drift.ts';
import type {Outlook, OutlookDrift, OutlookGate} from './outlook.ts';

/** More of a sentence is read where it is settled. */
const longest = 200;

/** As many differences as are told of one handoff among many. */
const toldChanges = 5;

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function told({id, mistake, text}: Requirement) {
  return {id, mistake, text: cut(text)};
}

function gateOf(handoff: Handoff, now: string): OutlookGate | undefined {
  const name = nextGate(handoff);
  if (!name) return undefined;
  const {missing, waived} = readGate(handoff, name, now);
  return {
    name,
    title: gateTitles[name],
    missing: missing.map(told),
    waived: waived.map(({requirement, waiver: {expires}}) => ({
      ...told(requirement),
      ...(expires === undefined ? {} : {expires}),
    })),
  };
}

function driftOf(handoff: Handoff): OutlookDrift | undefined {
  const runs = driftRuns(handoff);
  if (!runs) return undefined;
  const {changes} = judgeDrift(runs.before, runs.after);
  const counted = changes.filter(({weight}) => weight === 'worse' || weight === 'changed');
  return {
    before: runs.before.startedAt,
    after: runs.after.startedAt,
    changed: counted.length,
    worse: counted.filter(({weight}) => weight === 'worse').length,
    words: counted.slice(0, toldChanges).map(({change}) => cut(tellChange(change))),
  };
}

function between(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}

/** How long each phase took that is over: up to the session, from its start to its end, and up to the signature. */
function tookOf({createdAt, session, signOffs}: Handoff): Outlook['took'] {
  const {startedAt, endedAt} = session;
  const signed = signOffs.findLast(({decision}) => decision !== 'declined')?.at;
  return {
    ...(startedAt === undefined ? {} : {preparation: between(createdAt, startedAt)}),
    ...(startedAt === undefined || endedAt === undefined
      ? {}
      : {session: between(startedAt, endedAt)}),
    ...(endedAt === undefined || signed === undefined
      ? {}
      : {afterwards: between(endedAt, signed)}),
  };
}

/** The midnight that comes next where the handoff is; a day later where clocks skip it. */
function nextMidnight({timeZone}: Handoff, now: string): string {
  const tomorrow = addDays(dayIn(timeZone, now), 1);
  const [midnight] = instantsOf(tomorrow, '00:00', timeZone);
  return midnight ?? new Date(Date.parse(`${tomorrow}T23:59:59Z`)).toISOString();
}

/** All that is told of a handoff among many. `now` is an ISO 8601 instant. */
export function makeOutlook(handoff: Handoff, now: string): Outlook {
  const acceptance = acceptanceWords(handoff);
  const gate = gateOf(handoff, now);
  const drift = driftOf(handoff);
  return {
    id: handoff.id,
    customer: handoff.customer,
    system: handoff.system,
    timeZone: handoff.timeZone,
    createdAt: handoff.createdAt,
    updatedAt: handoff.updatedAt,
    lead: shownName(handoff, handoff.createdBy),
    phase: currentPhase(handoff)?.title ?? '',
    ...handoffProgress(handoff),
    isSignedOff: isSignedOff(handoff),
    ...(acceptance === undefined ? {} : {acceptance}),
    changedSince: acceptanceStanding(handoff).changed.length,
    dates: datedOf(handoff),
    ...(gate ? {gate, until: nextMidnight(handoff, now)} : {}),
    ...(drift ? {drift} : {}),
    took: tookOf(handoff),
  };
}
