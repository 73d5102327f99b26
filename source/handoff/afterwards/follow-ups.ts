import {openPointStanding, type OpenPointStanding} from '../standing/open-point-standing.ts';
import type {FollowUpState} from '../model/follow-up-state.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Place} from '../model/place.ts';
import {addBusinessDays} from '../time/business-days.ts';
import {dayIn, isOverdue, sessionDay, type Due} from '../time/schedule.ts';
import {followUpId, type FollowUpKind} from './follow-up-id.ts';
import {checkSources} from './sources/check-sources.ts';
import {conditionSources} from './sources/condition-sources.ts';
import {demonstrationSources} from './sources/demonstration-sources.ts';
import {noteSources} from './sources/note-sources.ts';
import {rowSources} from './sources/row-sources.ts';
import type {Source} from './sources/source.ts';
import {teachBackSources} from './sources/teach-back-sources.ts';
import {transitionOwner} from './transition-period.ts';

/** Something left to do after the session, made by itself from what it is about. */
export interface FollowUp {
  /** Stays the same for as long as its source is there. */
  readonly id: string;
  readonly kind: FollowUpKind;
  /** What it comes from, as its id says it. */
  readonly subject: string;
  readonly text: string;
  readonly owner: string;
  /** Absent until the session has ended, unless somebody set a day. */
  readonly due?: Due;
  /** What a person said of it, as far as that still holds. */
  readonly state: FollowUpState;
  readonly standing: OpenPointStanding;
  /** Where it is settled at its source; absent where the playbook has no step for that. */
  readonly place?: Place;
}

/** Business days after it came up; an answer is wanted sooner than an improvement. */
const businessDays: Readonly<Record<FollowUpKind, number>> = {
  question: 2,
  action: 5,
  check: 5,
  demonstration: 5,
  'teach-back': 5,
  'runbook change': 5,
  risk: 10,
  tie: 10,
  condition: 10,
};

/** The day by which it is to be done: as somebody said, as its source says, else by its kind. */
function dueDay(handoff: Handoff, source: Source, said: string | undefined): string | undefined {
  const raised = dayIn(handoff.timeZone, source.raisedAt);
  // A day from before it came up, or came up again, is no day for it.
  const named = [said, source.due].find((day) => day !== undefined && day !== '' && day >= raised);
  if (named !== undefined) return named;
  const ended = sessionDay(handoff);
  if (ended === undefined) return undefined;
  const from = raised > ended ? raised : ended;
  return addBusinessDays(from, businessDays[source.kind], handoff);
}

function toFollowUp(handoff: Handoff, source: Source): FollowUp {
  const {kind, subject, owner, place} = source;
  const id = followUpId(source);
  const said = handoff.followUps[id] ?? {};
  const standing = openPointStanding(source, said);
  const isAgain = standing.state === 'open again';
  const {closedAt: _, closedBy: _by, outcome: _outcome, ...open} = said;
  const state = isAgain ? open : said;
  const date = dueDay(handoff, source, state.due);
  return {
    id,
    kind,
    subject,
    text: isAgain ? `${source.text} (${standing.why})` : source.text,
    owner: state.owner ?? owner ?? transitionOwner(handoff),
    ...(date === undefined ? {} : {due: {date}}),
    state,
    standing,
    ...(place ? {place} : {}),
  };
}

/** Every follow-up that ever came up, also those that their source has settled. */
export function everyFollowUp(handoff: Handoff): FollowUp[] {
  const sources = [
    ...noteSources(handoff),
    ...checkSources(handoff),
    ...demonstrationSources(handoff),
    ...teachBackSources(handoff),
    ...rowSources(handoff),
    ...conditionSources(handoff),
  ];
  return sources.map((source) => toFollowUp(handoff, source));
}

/**
 * Everything that is left to do, owned and dated by itself: open questions, actions, checks without
 * a pass, demonstrations and questions to repeat, runbook changes, risks, ties and conditions. What its source
 * settles, such as an answer, is gone from the list, unless somebody has closed it with a word that
 * is worth keeping in sight.
 */
export function followUps(handoff: Handoff): FollowUp[] {
  return everyFollowUp(handoff).filter(
    ({standing, state}) => standing.state !== 'settled' || state.closedAt !== undefined,
  );
}

function isOpen({standing}: FollowUp): boolean {
  return standing.state === 'open' || standing.state === 'open again';
}

/** Follow-ups that nobody has closed, or that have come up again, the soonest first. */
export function openFollowUps(handoff: Handoff): FollowUp[] {
  return followUps(handoff)
    .filter(isOpen)
    .toSorted((a, b) => ((a.due?.date ?? '~') < (b.due?.date ?? '~') ? -1 : 1));
}

/** Open follow-ups whose day has passed. `now` is an ISO 8601 instant. */
export function overdueFollowUps(handoff: Handoff, now: string): FollowUp[] {
  return openFollowUps(handoff).filter(
    ({due}) => due !== undefined && isOverdue(due, handoff.timeZone, now),
  );
}
