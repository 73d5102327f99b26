import {systemSizes} from '../../../playbook/playbook.ts';
import {allItems} from '../../../playbook/walk.ts';
import {calendarOf, usualCalendar} from '../../time/business-calendar.ts';
import type {Handoff} from '../../model/handoff.ts';
import type {ItemState} from '../../model/item-state.ts';
import {broughtBy} from '../../taking-over/brought-by.ts';
import {noSession} from '../../model/session.ts';
import {sizeWords} from '../../items/asked.ts';
import {calendarLoss} from '../../rules/losses/calendar-loss.ts';
import {sizeLoss} from '../../rules/losses/size-loss.ts';
import {entry} from '../entry.ts';
import {remember} from '../remember.ts';
import {
  action,
  days,
  fact,
  flag,
  ids,
  oneOf,
  optional,
  text,
  typed,
  weekend,
  word,
  words,
  zone,
  type Values,
} from '../change-fields.ts';
import {playbookFilesSchema, playbookSchema} from '../playbook-schema.ts';
import type {Stamp} from '../stamp.ts';

const createdFields = {
  handoff: word(),
  customer: words(),
  system: words(),
  workspace: word(),
  timeZone: zone(),
  playbook: typed(playbookSchema),
  playbookSource: word(),
  /** Known since version 6; the built-in playbook has none. */
  playbookFiles: optional(fact(playbookFilesSchema)),
  /** The commit of the checkout that the files lie in; known since version 6. */
  playbookVersion: optional(word()),
};

/** The first state, with what the playbook's own text says of its items. */
export function createHandoff(created: Values<typeof createdFields> & Stamp): Handoff {
  const {at, actor, handoff, customer, system, workspace, timeZone, playbook, playbookSource} =
    created;
  const {playbookFiles = [], playbookVersion} = created;
  const brought = allItems(playbook).flatMap(({item}): [string, ItemState][] => {
    const state = broughtBy(item, created);
    return state ? [[item.id, state]] : [];
  });
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
    playbookFiles,
    ...(playbookVersion === undefined ? {} : {playbookVersion}),
    leftBehind: [],
    items: Object.fromEntries(brought),
    checkRuns: [],
    seenChecks: [],
    foundEvidence: [],
    records: [],
    draftLooks: [],
    draftAnswers: [],
    proofs: [],
    session: noSession,
    demonstrations: [],
    teachBacks: [],
    followUps: {},
    extensions: [],
    gateWaivers: [],
    ...usualCalendar,
    hasOwnCalendar: false,
    signOffs: [],
    history: [],
    corrections: [],
    documentSets: [],
    kits: [],
    published: [],
    seenThere: [],
    answers: [],
    marks: [],
    contradictions: [],
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
  'handoff/sized': entry({
    since: 6,
    fields: {
      size: oneOf(systemSizes),
      /** Needed where less is asked than the session was held with. */
      reason: optional(text()),
    },
    undo: 'free',
    words: ({size}) => `the size, ${sizeWords[size]}`,
    reduce(draft, action) {
      remember(draft, action, sizeLoss(draft, action));
      draft.size = action.size;
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
