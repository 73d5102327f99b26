import type {Item, SettlingFact} from '../../playbook/playbook.ts';
import {allItems, type ItemPlace} from '../../playbook/walk.ts';
import {openFollowUps} from '../afterwards/follow-ups.ts';
import {checkInPlan} from '../afterwards/transition-period.ts';
import {documentationMissing} from '../gates/documentation-missing.ts';
import {waiverOfCheck} from '../gates/check-waiver.ts';
import type {Requirement} from '../gates/requirement.ts';
import {partOf} from '../items/part-of.ts';
import {recordingConsents} from '../session/held.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemState} from '../model/item-state.ts';
import {recordsFor, recordTitle} from '../registers/records.ts';
import {itemPlace, placeOn, rowPlace, type Place} from '../model/place.ts';
import {lastTry} from '../session/demonstrations.ts';
import {blockingWords} from './of-checks/blocking-words.ts';
import {checkFacts} from './of-checks/check-facts.ts';
import {checkStandings} from './of-checks/check-standing.ts';
import {teachBackQuestions, teachBackStanding} from '../teaching/teach-back-standing.ts';
import {writtenSince} from './written-since.ts';
import {isSignedOff} from './signed-off.ts';

/** What has to happen before something is settled. */
export interface Waiting {
  /** In a sentence. */
  readonly text: string;
  /** Where it happens; nothing where the playbook has no step for it. */
  readonly place?: Place;
}

/** How a fact stands. */
export type FactReading =
  /** It holds; since when (an instant or a day) and through whom, where that is known. */
  | {readonly state: 'holds'; readonly since?: string; readonly by?: string}
  /** No program can know it: a person may say so. */
  | {readonly state: 'said'}
  /** There is nothing to do, and never will be; why, in a sentence without its full stop. */
  | {readonly state: 'void'; readonly why: string; readonly since: string}
  | ({readonly state: 'waits'} & Waiting);

type Fact = (handoff: Handoff, at: ItemPlace) => FactReading;

const said: FactReading = {state: 'said'};

function waits(text: string, place: Place | undefined): FactReading {
  return {state: 'waits', text, ...(place ? {place} : {})};
}

const counted = (count: number, one: string, more: string) =>
  count === 1 ? one : `${count} ${more}`;

/** The first of what is missing, and how much more there is. */
function missingFirst(missing: readonly Requirement[]): FactReading | undefined {
  const [first] = missing;
  if (!first) return undefined;
  const more = missing.length > 1 ? ` ${missing.length - 1} more are missing.` : '';
  return waits(`${first.text}${more}`, first.place);
}

/** Whether all that is prepared in writing, of the items that a test lets through, is there. */
function written(handoff: Handoff, isMeant: (place: ItemPlace) => boolean): FactReading {
  const places = allItems(handoff.playbook).filter(
    (place) =>
      place.phase.kind === 'preparation' &&
      place.step.screen === 'text' &&
      !place.item.isGone &&
      isMeant(place),
  );
  // None of none is not all of them, nor is what nobody has to write and nobody has written.
  const isSaid = ({id}: Item) =>
    itemState(handoff, id).status !== 'open' || recordsFor(handoff, id).length > 0;
  if (!places.some(({item}) => !item.isOptional || isSaid(item))) return said;
  const ids = new Set(places.map(({item}) => item.id));
  const rows = handoff.records.filter(({item}) => ids.has(item));
  const isOfThem = ({place: {line}}: Requirement) =>
    line?.kind === 'item'
      ? ids.has(line.id)
      : rows.some(({id}) => line?.kind === 'row' && line.id === id);
  const missing = missingFirst(documentationMissing(handoff).filter(isOfThem));
  if (missing) return missing;
  const last = [...[...ids].map((id) => itemState(handoff, id)), ...rows]
    .flatMap(({changedAt, changedBy}) =>
      changedAt === undefined ? [] : [{since: changedAt, ...(changedBy ? {by: changedBy} : {})}],
    )
    .toSorted((one, other) => (one.since < other.since ? -1 : 1))
    .at(-1);
  return {state: 'holds', ...last};
}

/** Each check of the handoff's own file has run; what came of it is another question. */
function checksRan(handoff: Handoff): FactReading {
  const {lastRun, measured, today} = checkFacts(handoff);
  if (!lastRun || today.length === 0)
    return waits('The checks have never been run.', placeOn(handoff.playbook, 'checks'));
  const left = today.find(({name}) => !measured.has(name));
  return left
    ? waits(
        `The check "${left.name}" has never run.`,
        placeOn(handoff.playbook, 'checks', {kind: 'check', name: left.name}),
      )
    : {state: 'holds', since: lastRun.startedAt, by: lastRun.actor};
}

function outcomesReviewed(handoff: Handoff): FactReading {
  const ran = checksRan(handoff);
  if (ran.state !== 'holds') return ran;
  // As of the last change: that time passes opens nothing again, it only tells in the gate.
  const standings = checkStandings(handoff, handoff.updatedAt);
  // A waiver by name is what became of an outcome, as the item itself has it.
  const blocking = standings.find(
    (standing) => standing.isBlocking && !waiverOfCheck(handoff, standing, handoff.updatedAt),
  );
  if (blocking)
    return waits(
      blockingWords(blocking),
      placeOn(handoff.playbook, 'checks', {kind: 'check', name: blocking.name}),
    );
  const isEachGood = standings.every(({state}) => state === 'holds' || state === 'waived');
  return isEachGood ? ran : said;
}

function sessionPlanned({playbook, plan, session}: Handoff): FactReading {
  if (plan) return {state: 'holds', since: plan.at, by: plan.by};
  if (session.startedAt) return {state: 'holds', since: session.startedAt};
  return waits('No session is planned.', placeOn(playbook, 'plan'));
}

function checkInHeld(handoff: Handoff): FactReading {
  const [first] = checkInPlan(handoff);
  const place = placeOn(handoff.playbook, 'transition', {kind: 'check-in', number: 1});
  if (!handoff.session.endedAt) return waits('The session has not ended.', place);
  if (!first?.record) return waits('The first check-in was not held.', place);
  return {
    state: 'holds',
    since: first.record.addedAt,
    by: first.record.addedBy,
  };
}

function performed(handoff: Handoff, {step, item}: ItemPlace): FactReading {
  const shown = lastTry(handoff, item.id);
  if (shown?.result === 'unaided' || shown?.result === 'prompted')
    return {
      state: 'holds',
      by: shown.performer,
      ...(shown.endedAt === undefined ? {} : {since: shown.endedAt}),
    };
  const text = shown ? 'It failed when it was performed.' : 'It was never performed.';
  return waits(text, {step: step.id, line: {kind: 'item', id: item.id}});
}

/** Each question of the training is known, with help or without; of none asked nothing is so. */
function answered(handoff: Handoff, {step, item}: ItemPlace): FactReading {
  const all = teachBackQuestions(handoff).map((row) => ({
    row,
    ...teachBackStanding(handoff, row),
  }));
  if (all.length === 0) return waits('There is no question to ask back.', itemPlace(step, item));
  const open = all.filter(({state}) => state !== 'right' && state !== 'with-help');
  const [first] = open;
  if (first) {
    const how = first.state === 'not-known' ? 'was not known' : 'was not answered';
    const more = open.length > 1 ? ` ${open.length - 1} more are open.` : '';
    const text = `"${recordTitle(first.row)}" ${how}.${more}`;
    return waits(text, rowPlace(handoff.playbook, first.row));
  }
  const last = all.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1)).at(-1);
  return {
    state: 'holds',
    ...(last?.since === undefined ? {} : {since: last.since}),
    ...(last?.answerer === undefined ? {} : {by: last.answerer}),
  };
}

function pointsClosed(handoff: Handoff): FactReading {
  const place = placeOn(handoff.playbook, 'follow-ups');
  const {endedAt} = handoff.session;
  const open = openFollowUps(handoff);
  const [first] = open;
  if (first)
    return waits(
      `${counted(open.length, 'One point is', 'points are')} still open.`,
      placeOn(handoff.playbook, 'follow-ups', {kind: 'follow-up', id: first.id}),
    );
  // None of none is not all of them; without a session, a person says that there are none.
  if (!endedAt)
    return placeOn(handoff.playbook, 'agenda') ? waits('The session has not ended.', place) : said;
  const closed = Object.values(handoff.followUps).flatMap(({closedAt, closedBy}) =>
    closedAt === undefined ? [] : [{since: closedAt, ...(closedBy ? {by: closedBy} : {})}],
  );
  const last = closed.toSorted((a, b) => (a.since < b.since ? -1 : 1)).at(-1);
  return {state: 'holds', ...(last && last.since > endedAt ? last : {since: endedAt})};
}

function signed(handoff: Handoff): FactReading {
  const last = handoff.signOffs.at(-1);
  return last && isSignedOff(handoff)
    ? {state: 'holds', since: last.at, by: last.name}
    : waits('Nobody has signed yet.', placeOn(handoff.playbook, 'sign-off'));
}

function setWritten(handoff: Handoff): FactReading {
  const {playbook, session} = handoff;
  const {endedAt} = session;
  if (!endedAt) return waits('The session has not ended.', placeOn(playbook, 'agenda'));
  // An invitation to another part tells of no session.
  const tells = ['handoff-document', 'session-summary', 'follow-up-email'] as const;
  return tells.some((name) => writtenSince(handoff, endedAt, name))
    ? said
    : waits('No documents were written since the session.', placeOn(playbook, 'documents'));
}

/** Whether the outcome has reached a target since the session; what a person records by hand, they say. */
function outcomePublished({playbook, session, published}: Handoff): FactReading {
  const {endedAt} = session;
  if (!endedAt && placeOn(playbook, 'agenda')) return said;
  const last = published.findLast(
    ({kind, at}) => kind === 'outcome' && (endedAt === undefined || at >= endedAt),
  );
  return last ? {state: 'holds', since: last.at, by: last.by} : said;
}

function recordingAgreed(handoff: Handoff): FactReading {
  const {endedAt} = handoff.session;
  const consents = recordingConsents(handoff);
  const refused = consents.find(({consent}) => consent === 'no');
  const why = refused && `${refused.name} did not agree to a recording, so there is none`;
  // Before the end of the session somebody may still agree.
  if (why && endedAt) return {state: 'void', why, since: endedAt};
  const unasked = endedAt ? consents.find(({consent}) => consent !== 'yes') : undefined;
  const [who, text] = refused
    ? [refused, `${why}.`]
    : [unasked, `${unasked?.name} is not known to have agreed to a recording.`];
  if (!who) return said;
  return waits(text, placeOn(handoff.playbook, 'plan', {kind: 'row', id: who.row}));
}

/** Every fact that can settle an item. */
export const facts: Readonly<Record<SettlingFact, Fact>> = {
  checks: checksRan,
  outcomes: outcomesReviewed,
  plan: sessionPlanned,
  'check-in': checkInHeld,
  demonstration: performed,
  'teach-back': answered,
  'open-points': pointsClosed,
  'sign-off': signed,
  set: setWritten,
  recording: recordingAgreed,
  part: (handoff, {step, item}) => {
    const part = partOf(step, item, item.register);
    return written(
      handoff,
      (other) => partOf(other.step, other.item, other.item.register) === part,
    );
  },
  documentation: (handoff) => written(handoff, () => true),
  published: outcomePublished,
  access: (handoff) => written(handoff, ({item}) => item.register === 'access'),
};
