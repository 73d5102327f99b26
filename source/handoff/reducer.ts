import type {Action} from './actions.ts';
import type {BlockTime, Handoff, ItemState, Pause, Session} from './model.ts';

import {allItems} from '../playbook/walk.ts';

const untouched: ItemState = {status: 'open', evidence: []};

/** What is known of an item; an item nobody touched is open. */
export function itemState(handoff: Handoff, item: string): ItemState {
  return handoff.items[item] ?? untouched;
}

/** The first state. Items ticked in the playbook's own text start as done. */
export function createHandoff(action: Action & {type: 'handoff/created'}): Handoff {
  const ticked = allItems(action.playbook).filter(({item}) => item.isChecked);
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
      ticked.map(({item}) => [item.id, {...untouched, status: 'done', ...changed(action)}]),
    ),
    checkRuns: [],
    session: {blocks: [], pauses: [], notes: []},
    signOffs: [],
  };
}

function changed(action: Action) {
  return {changedAt: action.at, changedBy: action.actor};
}

function withItem(handoff: Handoff, action: Action, id: string, part: Partial<ItemState>): Handoff {
  const next = {...itemState(handoff, id), ...part, ...changed(action)};
  return {...handoff, items: {...handoff.items, [id]: next}};
}

function withoutReason({reason: _, ...item}: ItemState): ItemState {
  return item;
}

function settle(handoff: Handoff, action: Action & {type: 'item/settled'}): Handoff {
  const id = action.item;
  if (action.status === 'not-applicable') {
    return withItem(handoff, action, id, {
      status: action.status,
      reason: action.reason ?? '',
    });
  }
  const bare = withoutReason(itemState(handoff, id));
  const items = {...handoff.items, [id]: {...bare, status: action.status, ...changed(action)}};
  return {...handoff, items};
}

/** Writing an answer settles its item; taking the answer away opens it again. */
function write(handoff: Handoff, action: Action & {type: 'item/written'}): Handoff {
  const {status} = itemState(handoff, action.item);
  const isEmpty = action.text.trim() === '';
  const written = withItem(handoff, action, action.item, {text: action.text});
  if (isEmpty && status !== 'done') return written;
  return settle(written, {
    ...action,
    type: 'item/settled',
    status: isEmpty ? 'open' : 'done',
  });
}

function closeLast<T extends BlockTime | Pause>(list: readonly T[], at: string): readonly T[] {
  return list.map((entry, index) =>
    index === list.length - 1 && entry.endedAt === undefined ? {...entry, endedAt: at} : entry,
  );
}

function reduceSession(session: Session, action: Action): Session {
  const {at} = action;
  switch (action.type) {
    case 'session/started':
      return {...session, startedAt: session.startedAt ?? at};
    case 'session/block-entered':
      return {
        ...session,
        pauses: closeLast(session.pauses, at),
        blocks: [...closeLast(session.blocks, at), {block: action.block, startedAt: at}],
      };
    case 'session/paused':
      return {...session, pauses: [...closeLast(session.pauses, at), {startedAt: at}]};
    case 'session/resumed':
      return {...session, pauses: closeLast(session.pauses, at)};
    case 'session/noted': {
      const {id, kind, text, block, actor} = action;
      const note = {id, kind, text, at, by: actor, ...(block === undefined ? {} : {block})};
      return {...session, notes: [...session.notes, note]};
    }
    case 'session/answered':
      return {
        ...session,
        notes: session.notes.map((note) =>
          note.id === action.note ? {...note, answer: action.answer} : note,
        ),
      };
    case 'session/ended':
      return {
        ...session,
        endedAt: at,
        blocks: closeLast(session.blocks, at),
        pauses: closeLast(session.pauses, at),
      };
    default:
      return session;
  }
}

function apply(handoff: Handoff, action: Action): Handoff {
  switch (action.type) {
    case 'item/settled':
      return settle(handoff, action);
    case 'item/written':
      return write(handoff, action);
    case 'item/noted':
      return withItem(handoff, action, action.item, {note: action.note});
    case 'item/assigned':
      return withItem(handoff, action, action.item, {owner: action.owner});
    case 'item/scheduled':
      return withItem(handoff, action, action.item, {due: action.due});
    case 'item/evidenced': {
      const {evidence} = itemState(handoff, action.item);
      return evidence.includes(action.link)
        ? handoff
        : withItem(handoff, action, action.item, {evidence: [...evidence, action.link]});
    }
    case 'checks/recorded':
      return {...handoff, checkRuns: [...handoff.checkRuns, action.run]};
    case 'sign-off/recorded': {
      const {name, role, decision, remarks, at} = action;
      const entry = {name, role, decision, at, ...(remarks === undefined ? {} : {remarks})};
      return {...handoff, signOffs: [...handoff.signOffs, entry]};
    }
    default:
      return {...handoff, session: reduceSession(handoff.session, action)};
  }
}

/** The one way a handoff changes. Pure; an action it does not know leaves the state as it is. */
export function reduce(handoff: Handoff, action: Action): Handoff {
  return {...apply(handoff, action), updatedAt: action.at};
}
