import type {Action} from '../model/actions.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemState, untouched, type ItemState} from '../model/item-state.ts';

import {stepsOf} from '../../playbook/walk.ts';
import {conditionsOf} from '../afterwards/conditions.ts';
import {stepItems} from '../items/items.ts';
import {reduceAfterwards} from './reduce-afterwards.ts';
import {reduceRecords} from './reduce-records.ts';
import {reduceSession} from './reduce-session.ts';
import {noSession} from '../model/session.ts';

/** The first state. Items ticked in the playbook's own text start as done. */
export function createHandoff(action: Action & {type: 'handoff/created'}): Handoff {
  const items = stepsOf(action.playbook).flatMap(({step}) => stepItems(step));
  const ticked = items.filter(({isChecked}) => isChecked);
  return {
    id: action.handoff,
    customer: action.customer,
    system: action.system,
    workspace: action.workspace,
    timeZone: action.timeZone,
    createdAt: action.at,
    createdBy: action.actor,
    updatedAt: action.at,
    playbook: action.playbook,
    playbookSource: action.playbookSource,
    items: Object.fromEntries(
      ticked.map((item) => [item.id, {...untouched, status: 'done', ...changed(action)}]),
    ),
    checkRuns: [],
    records: [],
    proofs: [],
    session: noSession,
    demonstrations: [],
    followUps: {},
    extensions: [],
    gateWaivers: [],
    holidays: [],
    signOffs: [],
  };
}

function changed(action: Action) {
  return {changedAt: action.at, changedBy: action.actor};
}

/** A handoff that nobody else has seen yet: a long journal is folded without a copy per action. */
export interface Draft extends Omit<Writable<Handoff>, 'items'> {
  readonly items: Record<string, ItemState>;
}
type Writable<T> = {-readonly [K in keyof T]: T[K]};

/** A copy to change. Of what lies in it, only `items` is copied. */
export function draftOf(handoff: Handoff): Draft {
  return {...handoff, items: {...handoff.items}};
}

function setItem(draft: Draft, action: Action, id: string, part: Partial<ItemState>): void {
  const item = itemState(draft, id);
  draft.items[id] = {...item, ...part, changedAt: action.at, changedBy: action.actor};
}

function withoutReason({reason: _, ...item}: ItemState): ItemState {
  return item;
}

function settle(draft: Draft, action: Action & {type: 'item/settled'}): void {
  const {item, status, reason = ''} = action;
  if (status === 'not-applicable') {
    setItem(draft, action, item, {status, reason});
  } else {
    draft.items[item] = {...withoutReason(itemState(draft, item)), status, ...changed(action)};
  }
}

/** The first row of a table settles its item; taking the last one away opens it again. */
function settleByRecords(draft: Draft, action: Action & {type: 'record/added' | 'record/removed'}) {
  const item =
    action.type === 'record/added'
      ? action.item
      : draft.records.find(({id}) => id === action.record)?.item;
  draft.records = reduceRecords(draft.records, action);
  if (item === undefined) return;
  const isAnswered =
    draft.records.some((record) => record.item === item) ||
    Boolean(itemState(draft, item).text?.trim());
  const status = isAnswered ? 'done' : 'open';
  if (itemState(draft, item).status !== status)
    settle(draft, {...action, type: 'item/settled', item, status});
}

/** Writing an answer settles its item; taking the answer away opens it again. */
function write(draft: Draft, action: Action & {type: 'item/written'}): void {
  const {status} = itemState(draft, action.item);
  const isEmpty = action.text.trim() === '';
  setItem(draft, action, action.item, {text: action.text});
  if (isEmpty && status !== 'done') return;
  settle(draft, {...action, type: 'item/settled', status: isEmpty ? 'open' : 'done'});
}

/**
 * A task that was performed is settled, also where help was needed: the repetition is an open point
 * of its own. One that failed is to be taught again and stays open.
 */
function settleByDemonstration(draft: Draft, action: Action & {type: 'demonstration/ended'}): void {
  const item = draft.demonstrations.find(({id}) => id === action.demonstration)?.item;
  if (item === undefined) return;
  const status = action.result === 'failed' ? 'open' : 'done';
  settle(draft, {...action, type: 'item/settled', item, status});
}

function apply(draft: Draft, action: Action): void {
  switch (action.type) {
    case 'item/settled':
      settle(draft, action);
      break;
    case 'item/written':
      write(draft, action);
      break;
    case 'item/noted':
      setItem(draft, action, action.item, {note: action.note});
      break;
    case 'item/assigned':
      setItem(draft, action, action.item, {owner: action.owner});
      break;
    case 'item/scheduled':
      setItem(draft, action, action.item, {due: action.due});
      break;
    case 'item/evidenced': {
      const {evidence} = itemState(draft, action.item);
      if (!evidence.includes(action.link))
        setItem(draft, action, action.item, {evidence: [...evidence, action.link]});
      break;
    }
    case 'checks/recorded':
      draft.checkRuns = [...draft.checkRuns, action.run];
      break;
    case 'sign-off/recorded': {
      const {name, role, decision, remarks, at} = action;
      const conditions = conditionsOf(action);
      const entry = {
        name,
        role,
        decision,
        at,
        ...(conditions.length === 0 ? {} : {conditions}),
        ...(remarks === undefined ? {} : {remarks}),
      };
      draft.signOffs = [...draft.signOffs, entry];
      break;
    }
    case 'record/added':
    case 'record/removed':
      settleByRecords(draft, action);
      break;
    case 'record/changed':
      draft.records = reduceRecords(draft.records, action);
      break;
    case 'runbook/proven': {
      const {type: _, order: _order, actor, ...proof} = action;
      draft.proofs = [...draft.proofs, {...proof, by: actor}];
      break;
    }
    case 'session/planned': {
      const {startsAt, timeZone, minutes, place} = action;
      const sequence = draft.plan ? draft.plan.sequence + 1 : 0;
      draft.plan = {startsAt, timeZone, minutes, sequence, ...(place ? {place} : {})};
      break;
    }
    case 'demonstration/ended':
      Object.assign(draft, reduceAfterwards(draft, action));
      settleByDemonstration(draft, action);
      break;
    default:
      draft.session = reduceSession(draft.session, action, draft.plan);
      Object.assign(draft, reduceAfterwards(draft, action));
  }
}

/** {@link reduce} on a draft, which it changes. */
export function reduceDraft(draft: Draft, action: Action): void {
  apply(draft, action);
  draft.updatedAt = action.at;
}

/** The one way a handoff changes. Pure; an action it does not know leaves the state as it is. */
export function reduce(handoff: Handoff, action: Action): Handoff {
  const draft = draftOf(handoff);
  reduceDraft(draft, action);
  return draft;
}
