import type {Item, Playbook, Step} from '../../playbook/playbook.ts';
import {isSameSaid} from '../../playbook/comparing/likeness.ts';
import {inSteps, withItemsOf} from '../../playbook/placing.ts';
import {allItems, stepsOf} from '../../playbook/walk.ts';
import type {Draft} from '../changes/draft.ts';
import {itemState, untouched, type ItemState} from '../model/item-state.ts';
import {broughtAnew, broughtLater} from './brought-by.ts';
import {isTouched, namedIn} from './named-in.ts';

/** An item that the file has no more: to be read, with all that was said of it, and asking for nothing. */
function goneItem(item: Item): Item {
  const {settledBy: _, due: _due, ...rest} = item;
  return {...rest, isOptional: true, isGone: true};
}

/** An item that stays although the file does not have it: of its own, or only as something that was. */
const staying = (item: Item): Item => (item.isAdded ? item : goneItem(item));

/** What was settled in other words is open, and says in which words it was settled. */
function heldAgainst(state: ItemState, before: Item, after: Item): ItemState {
  const {status, reason, settledAt, settledBy, ...rest} = state;
  if (status === 'open' || isSameSaid(before.text, after.text)) return state;
  return {
    ...rest,
    status: 'open',
    settledFor: {
      text: before.text,
      status,
      ...(reason === undefined ? {} : {reason}),
      ...(settledAt === undefined ? {} : {at: settledAt}),
      ...(settledBy === undefined ? {} : {by: settledBy}),
    },
  };
}

/** What was said in the words that an item has again holds as it did. */
function heldAgain(state: ItemState, after: Item): ItemState {
  const {settledFor, ...rest} = state;
  if (!settledFor || state.status !== 'open' || !isSameSaid(settledFor.text, after.text))
    return state;
  const {status, reason, at, by} = settledFor;
  return {
    ...rest,
    status,
    ...(reason === undefined ? {} : {reason}),
    ...(at === undefined ? {} : {settledAt: at}),
    ...(by === undefined ? {} : {settledBy: by}),
  };
}

/** A step keeps the screen, and an item the table, on which something was said already. */
function keepingRoom(draft: Draft, next: Playbook, isSaid: (id: string) => boolean): Playbook {
  const items = new Map(allItems(draft.playbook).map(({item}) => [item.id, item]));
  const steps = new Map(stepsOf(draft.playbook).map(({step}) => [step.id, step]));
  const saidIn = new Set(
    allItems(draft.playbook).flatMap(({step, item}) => (isSaid(item.id) ? [step.id] : [])),
  );
  const keepTable = (item: Item): Item => {
    const register = items.get(item.id)?.register;
    const hasRows = register !== undefined && draft.records.some((row) => row.item === item.id);
    return {
      ...item,
      ...(hasRows ? {register} : {}),
      children: item.children.map(keepTable),
    };
  };
  return inSteps(next, (step): Step => ({
    ...step,
    ...(saidIn.has(step.id) ? {screen: steps.get(step.id)?.screen ?? step.screen} : {}),
    items: step.items.map(keepTable),
  }));
}

/** The parts that each state has. */
const known = Object.keys(untouched).length;

/** Sets the state of an item; what nobody and nothing has said anything of has none. */
function setState(draft: Draft, id: string, state: ItemState): void {
  if (Object.keys(state).length === known && state.status === 'open' && state.evidence.length === 0)
    delete draft.items[id];
  else draft.items[id] = state;
}

/**
 * Takes over a new version of the playbook, in which all that is known has the id that it has. What
 * was said of an item goes on with it. What the file has no more stays in its step where anything was
 * said of it or speaks of it, and is left behind otherwise.
 */
export function takeOver(draft: Draft, next: Playbook): void {
  const before = draft.playbook;
  const now = new Map(allItems(next).map(({item}) => [item.id, item]));
  const named = namedIn(draft);
  const isSaid = (id: string) => named.has(id) || isTouched(draft, id);
  const stays = new Set<string>();
  const left: string[] = [];
  const old = new Set<string>();
  for (const {item} of allItems(before)) {
    const after = now.get(item.id);
    old.add(item.id);
    if (after) {
      const state = broughtAnew(itemState(draft, item.id), item, after);
      setState(draft, item.id, heldAgain(heldAgainst(state, item, after), after));
    } else if (item.isAdded || item.isGone || isSaid(item.id)) stays.add(item.id);
    else left.push(item.id);
  }
  for (const {item} of allItems(next)) {
    const brought = old.has(item.id) ? undefined : broughtLater(item);
    if (brought) draft.items[item.id] = brought;
  }
  for (const id of left) delete draft.items[id];
  draft.playbook = withItemsOf(keepingRoom(draft, next, isSaid), before, stays, staying);
  draft.leftBehind = [
    ...draft.leftBehind.filter(({item}) => !now.has(item)),
    ...left.map((item) => ({item, from: before})),
  ];
}

/**
 * Brings back an item that was left behind because nobody had said anything of it: somebody who did
 * not know that it had gone has now.
 */
export function bringBack(draft: Draft, id: string): void {
  const found = draft.leftBehind.find(({item}) => item === id);
  if (!found) return;
  draft.leftBehind = draft.leftBehind.filter((one) => one !== found);
  draft.playbook = withItemsOf(draft.playbook, found.from, new Set([id]), staying);
}
