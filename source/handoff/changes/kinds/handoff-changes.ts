import {stepsOf} from '../../../playbook/walk.ts';
import {stepItems} from '../../items/items.ts';
import {calendarOf, usualCalendar} from '../../time/business-calendar.ts';
import type {Handoff} from '../../model/handoff.ts';
import {untouched} from '../../model/item-state.ts';
import {noSession} from '../../model/session.ts';
import {calendarLoss} from '../../rules/losses/calendar-loss.ts';
import {entry} from '../entry.ts';
import {remember} from '../remember.ts';
import {
  action,
  days,
  flag,
  ids,
  optional,
  text,
  typed,
  weekend,
  word,
  words,
  zone,
  type Values,
} from '../change-fields.ts';
import {playbookSchema} from '../playbook-schema.ts';
import type {Stamp} from '../stamp.ts';

const createdFields = {
  handoff: word(),
  customer: words(),
  system: words(),
  workspace: word(),
  timeZone: zone(),
  playbook: typed(playbookSchema),
  playbookSource: word(),
};

/** The first state. Items ticked in the playbook's own text start as done. */
export function createHandoff(created: Values<typeof createdFields> & Stamp): Handoff {
  const {at, actor, handoff, customer, system, workspace, timeZone, playbook, playbookSource} =
    created;
  const ticked = stepsOf(playbook).flatMap(({step}) =>
    stepItems(step).filter(({isChecked}) => isChecked),
  );
  const by = {settledAt: at, settledBy: actor, changedAt: at, changedBy: actor};
  const done = {...untouched, ...by, status: 'done'} as const;
  return {
    id: handoff,
    customer,
    system,
    workspace,
    timeZone,
    createdAt: at,
    createdBy: actor,
    updatedAt: at,
    actors: [actor],
    people: [],
    playbook,
    playbookSource,
    items: Object.fromEntries(ticked.map(({id}) => [id, done])),
    checkRuns: [],
    seenChecks: [],
    foundEvidence: [],
    records: [],
    proofs: [],
    session: noSession,
    demonstrations: [],
    followUps: {},
    extensions: [],
    gateWaivers: [],
    ...usualCalendar,
    hasOwnCalendar: false,
    signOffs: [],
    history: [],
    corrections: [],
    documentSets: [],
    marks: [],
    misdated: [],
  };
}

export const handoffChanges = {
  'handoff/created': entry({
    since: 1,
    fields: createdFields,
    undo: 'never',
    words: () => 'the start of the handoff',
    misfit: () => 'a handoff is created once',
    // It makes the state that all others change.
    reduce: () => undefined,
  }),
  'calendar/set': entry({
    since: 1,
    fields: {
      holidays: days(),
      /** Saturday and Sunday where it is not said; these four are known since version 5. */
      weekend: optional(weekend()),
      worked: optional(days()),
      /** It is of this handoff alone, and not what somebody's settings say. */
      isOwn: optional(flag()),
      /** Needed where it moves days that the customer was told. */
      reason: optional(text()),
    },
    undo: 'free',
    words: ({weekend: ends, worked}) =>
      ends === undefined && worked === undefined ? 'the holidays' : 'the business days',
    reduce(draft, action) {
      const next = calendarOf({...usualCalendar, ...action});
      remember(draft, action, calendarLoss(draft, next, action.at));
      Object.assign(draft, next);
      draft.hasOwnCalendar = action.isOwn ?? false;
    },
  }),
  /** Takes an action back, or, where that action did so itself, puts back what it took. */
  undone: entry({
    since: 1,
    fields: {
      action: action(),
      /** Needed where somebody proved, performed, agreed, was told or accepted something. */
      reason: optional(text()),
      /** Actions of others that go with it, once the person has agreed to that. */
      along: optional(ids()),
    },
    undo: 'never',
    words: () => 'what was taken back',
    // The fold leaves out what is undone.
    reduce: () => undefined,
  }),
};
