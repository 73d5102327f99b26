import {allItems} from '../../playbook/walk.ts';
import type {RegisterName} from '../../playbook/model.ts';
import {followUpId, type FollowUpKind} from './follow-up-id.ts';
import type {FollowUpState} from '../model/follow-up-state.ts';
import type {Handoff} from '../model/handoff.ts';
import {placeOn, rowPlace, type Place} from '../model/place.ts';
import {checkStandings, type CheckState} from '../standing/check-standing.ts';
import {fieldText, recordTitle, recordsOf} from '../registers/records.ts';
import {addBusinessDays, isOverdue, sessionDay, type Due} from '../time/schedule.ts';
import {nextCheckIn, repeatsOf, transitionOwner} from './transition.ts';

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
  readonly state: FollowUpState;
  /** Where it is settled at its source; absent where the playbook has no step for that. */
  readonly place?: Place;
}

type Source = Pick<FollowUp, 'kind' | 'subject' | 'text'> & {
  readonly place: Place | undefined;
  readonly owner?: string;
  readonly due?: string;
};

/** Business days after the session; an answer is wanted sooner than an improvement. */
const businessDays: Readonly<Record<FollowUpKind, number>> = {
  question: 2,
  action: 5,
  check: 5,
  demonstration: 5,
  'runbook change': 5,
  risk: 10,
  tie: 10,
  condition: 10,
};

function noteSources({playbook, session}: Handoff): Source[] {
  return session.notes.flatMap(({id: subject, kind, text, answer}): Source[] => {
    const place = placeOn(playbook, 'agenda', {kind: 'note', id: subject});
    if (kind === 'action') return [{kind, subject, text, place}];
    if (kind === 'question' && answer === undefined)
      return [{kind, subject, text: `Answer: ${text}`, place}];
    return [];
  });
}

const leavingPoints: ReadonlySet<CheckState> = new Set(['warns', 'fails', 'unknown', 'skipped']);

/** Checks without a pass. How long ago one passed leaves no point: the next run is no work. */
function checkSources(handoff: Handoff): Source[] {
  // Time alone makes no open point, so what counts is how it stood when something last happened.
  return checkStandings(handoff, handoff.updatedAt)
    .filter(
      ({state, isWeaker, isBlocking}) =>
        leavingPoints.has(state) || isWeaker || (state === 'gone' && isBlocking),
    )
    .map(({name, record, why = ''}) => ({
      kind: 'check',
      subject: name,
      text:
        record && why === record.message
          ? `Check "${name}" gave ${record.outcome}: ${why}`
          : `Check "${name}": ${why}`,
      place: placeOn(handoff.playbook, 'checks', {kind: 'check', name}),
    }));
}

function titleOf(handoff: Handoff, item: string): string {
  return allItems(handoff.playbook).find((place) => place.item.id === item)?.item.text ?? item;
}

function demonstrationSources(handoff: Handoff): Source[] {
  const placeOf = (id: string) => placeOn(handoff.playbook, 'demonstrations', {kind: 'item', id});
  const due = nextCheckIn(handoff)?.due;
  const repeats = repeatsOf(handoff).map(({item, result}): Source => {
    const title = titleOf(handoff, item);
    const text =
      result === 'failed'
        ? `Teach "${title}" again, then have it performed unaided`
        : `Have "${title}" performed unaided at a check-in`;
    const at = due === undefined ? {} : {due};
    return {kind: 'demonstration', subject: item, text, place: placeOf(item), ...at};
  });
  const changes = handoff.demonstrations.flatMap(({id, item, result, remark}): Source[] =>
    remark && result !== 'unaided'
      ? [
          {
            kind: 'runbook change',
            subject: id,
            text: `Change the runbook of "${titleOf(handoff, item)}": ${remark}`,
            place: placeOf(item),
          },
        ]
      : [],
  );
  return [...repeats, ...changes];
}

/** Rows that still stand open, each with the day that its own field names. */
function recordSources(
  handoff: Handoff,
  register: RegisterName,
  kind: 'risk' | 'tie',
  dueField: string,
): Source[] {
  return recordsOf(handoff, register)
    .filter(
      (record) =>
        !['closed', 'moved', 'accepted'].includes(fieldText(record, 'state')) ||
        // Closed as an open point, with an outcome that is worth keeping in sight.
        handoff.followUps[followUpId({kind, subject: record.id})]?.closedAt !== undefined,
    )
    .map((record) => {
      const owner = fieldText(record, 'owner');
      const due = fieldText(record, dueField);
      const text = recordTitle(record);
      return {
        kind,
        subject: record.id,
        text: kind === 'tie' ? `Move to the receiver: ${text}` : `Solve: ${text}`,
        place: rowPlace(handoff.playbook, record),
        ...(owner ? {owner} : {}),
        ...(due ? {due} : {}),
      };
    });
}

/** Each condition under which the system was accepted. */
function conditionSources(handoff: Handoff): Source[] {
  return handoff.signOffs.flatMap(({name, conditions = [], at}) =>
    conditions.map((text, index) => ({
      kind: 'condition' as const,
      subject: `${at} ${index + 1}`,
      text: `Condition of ${name}: ${text}`,
      place: placeOn(handoff.playbook, 'sign-off'),
    })),
  );
}

function toFollowUp(handoff: Handoff, source: Source): FollowUp {
  const {kind, subject, text, owner, due, place} = source;
  const id = followUpId({kind, subject});
  const state = handoff.followUps[id] ?? {};
  const start = sessionDay(handoff);
  const rule = start && addBusinessDays(start, businessDays[kind], handoff.holidays);
  const date = state.due ?? due ?? rule;
  return {
    id,
    kind,
    subject,
    text,
    owner: state.owner ?? owner ?? transitionOwner(handoff),
    ...(date === undefined ? {} : {due: {date}}),
    state,
    ...(place ? {place} : {}),
  };
}

/**
 * Everything that is left to do, owned and dated by itself: open questions, actions, checks without
 * a pass, demonstrations to repeat, runbook changes, risks, ties and conditions. What its source
 * settles, such as an answer, is gone from the list.
 */
export function followUps(handoff: Handoff): FollowUp[] {
  const sources = [
    ...noteSources(handoff),
    ...checkSources(handoff),
    ...demonstrationSources(handoff),
    ...recordSources(handoff, 'risks', 'risk', 'due'),
    ...recordSources(handoff, 'ties', 'tie', 'ends'),
    ...conditionSources(handoff),
  ];
  return sources.map((source) => toFollowUp(handoff, source));
}

/** Follow-ups that nobody has closed, the soonest first. */
export function openFollowUps(handoff: Handoff): FollowUp[] {
  return followUps(handoff)
    .filter(({state}) => state.closedAt === undefined)
    .toSorted((a, b) => ((a.due?.date ?? '~') < (b.due?.date ?? '~') ? -1 : 1));
}

/** Open follow-ups whose day has passed. `now` is an ISO 8601 instant. */
export function overdueFollowUps(handoff: Handoff, now: string): FollowUp[] {
  return openFollowUps(handoff).filter(
    ({due}) => due !== undefined && isOverdue(due, handoff.timeZone, now),
  );
}
