import {allItems, stepsOf} from '../../playbook/walk.ts';
import type {RegisterName, Screen} from '../../playbook/model.ts';
import type {FollowUpState} from '../model/follow-up-state.ts';
import type {Handoff} from '../model/handoff.ts';
import {lastCheckRun} from '../items/progress.ts';
import {fieldText, recordTitle, recordsOf} from '../registers/records.ts';
import {addBusinessDays, isOverdue, sessionDay, type Due} from '../time/schedule.ts';
import {nextCheckIn, repeatsOf, transitionOwner} from './transition.ts';

export const followUpKinds = [
  'question',
  'action',
  'check',
  'demonstration',
  'runbook change',
  'risk',
  'tie',
  'condition',
] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** Something left to do after the session, made by itself from what it is about. */
export interface FollowUp {
  /** Stays the same for as long as its source is there. */
  readonly id: string;
  readonly kind: FollowUpKind;
  readonly text: string;
  readonly owner: string;
  /** Absent until the session has ended, unless somebody set a day. */
  readonly due?: Due;
  readonly state: FollowUpState;
  /** Where it is settled at its source. */
  readonly step?: string;
  /** The selected line there: an item, or what else the screen lists. */
  readonly item?: string;
}

type Source = Omit<FollowUp, 'owner' | 'due' | 'state'> & {
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

function stepWith(handoff: Handoff, screen: Screen): {step?: string} {
  const found = stepsOf(handoff.playbook).find(({step}) => step.screen === screen)?.step.id;
  return found === undefined ? {} : {step: found};
}

function noteSources(handoff: Handoff): Source[] {
  return handoff.session.notes.flatMap(({id, kind, text, answer}): Source[] => {
    const place = {...stepWith(handoff, 'agenda'), item: `note ${id}`};
    if (kind === 'action') return [{id: `action ${id}`, kind, text, ...place}];
    if (kind === 'question' && answer === undefined)
      return [{id: `question ${id}`, kind, text: `Answer: ${text}`, ...place}];
    return [];
  });
}

function checkSources(handoff: Handoff): Source[] {
  const results = lastCheckRun(handoff)?.results ?? [];
  return results
    .filter(({outcome}) => outcome !== 'pass' && outcome !== 'waived')
    .map(({name, outcome, message}) => ({
      id: `check ${name}`,
      kind: 'check',
      text: `Check "${name}" gave ${outcome}: ${message}`,
      ...stepWith(handoff, 'checks'),
      item: `check ${name}`,
    }));
}

function titleOf(handoff: Handoff, item: string): string {
  return allItems(handoff.playbook).find((place) => place.item.id === item)?.item.text ?? item;
}

function demonstrationSources(handoff: Handoff): Source[] {
  const place = stepWith(handoff, 'demonstrations');
  const due = nextCheckIn(handoff)?.due;
  const repeats = repeatsOf(handoff).map(({item, result}): Source => {
    const title = titleOf(handoff, item);
    const text =
      result === 'failed'
        ? `Teach "${title}" again, then have it performed unaided`
        : `Have "${title}" performed unaided at a check-in`;
    const at = due === undefined ? {} : {due};
    return {id: `demonstration ${item}`, kind: 'demonstration', text, ...at, ...place, item};
  });
  const changes = handoff.demonstrations.flatMap(({id, item, result, remark}): Source[] =>
    remark && result !== 'unaided'
      ? [
          {
            id: `runbook change ${id}`,
            kind: 'runbook change',
            text: `Change the runbook of "${titleOf(handoff, item)}": ${remark}`,
            ...place,
            item,
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
  const places = allItems(handoff.playbook);
  return recordsOf(handoff, register)
    .filter(
      (record) =>
        !['closed', 'moved', 'accepted'].includes(fieldText(record, 'state')) ||
        // Closed as an open point, with an outcome that is worth keeping in sight.
        handoff.followUps[`${kind} ${record.id}`]?.closedAt !== undefined,
    )
    .map((record) => {
      const owner = fieldText(record, 'owner');
      const due = fieldText(record, dueField);
      const step = places.find(({item}) => item.id === record.item)?.step.id;
      const text = recordTitle(record);
      return {
        id: `${kind} ${record.id}`,
        kind,
        text: kind === 'tie' ? `Move to the receiver: ${text}` : `Solve: ${text}`,
        item: `record ${record.id}`,
        ...(step === undefined ? {} : {step}),
        ...(owner ? {owner} : {}),
        ...(due ? {due} : {}),
      };
    });
}

/** Each condition under which the system was accepted. */
function conditionSources(handoff: Handoff): Source[] {
  return handoff.signOffs.flatMap(({name, conditions = [], at}) =>
    conditions.map((text, index) => ({
      id: `condition ${at} ${index + 1}`,
      kind: 'condition' as const,
      text: `Condition of ${name}: ${text}`,
      ...stepWith(handoff, 'sign-off'),
    })),
  );
}

function toFollowUp(handoff: Handoff, source: Source): FollowUp {
  const {owner, due, ...rest} = source;
  const state = handoff.followUps[source.id] ?? {};
  const start = sessionDay(handoff);
  const rule = start && addBusinessDays(start, businessDays[source.kind], handoff.holidays);
  const date = state.due ?? due ?? rule;
  return {
    ...rest,
    owner: state.owner ?? owner ?? transitionOwner(handoff),
    ...(date === undefined ? {} : {due: {date}}),
    state,
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
