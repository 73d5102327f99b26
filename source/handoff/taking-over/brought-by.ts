import type {Item} from '../../playbook/playbook.ts';
import {untouched, type ItemState} from '../model/item-state.ts';

/** Why an item does not apply that is struck out in the playbook's own text. */
const struckOut = 'It is struck out in the playbook.';

/**
 * What the playbook's own text says of an item when a handoff takes it up: ticked, struck out, who has
 * it, by when, and proof. Nothing where it only names the item.
 */
export function broughtBy(
  item: Item,
  {at, actor}: {readonly at: string; readonly actor: string},
): ItemState | undefined {
  const {isChecked, isStruck = false, owner, dueOn, evidence = []} = item;
  if (!isChecked && !isStruck && !owner && !dueOn && evidence.length === 0) return undefined;
  const by = {settledAt: at, settledBy: actor, changedAt: at, changedBy: actor};
  return {
    ...untouched,
    ...(isStruck ? {...by, status: 'not-applicable', reason: struckOut} : {}),
    ...(isChecked && !isStruck ? {...by, status: 'done'} : {}),
    ...(owner ? {owner} : {}),
    ...(dueOn ? {due: dueOn} : {}),
    evidence,
  };
}

/**
 * The same of an item that comes to a handoff that goes on: a tick in the file is nobody's word of
 * this handoff, so the item comes open.
 */
export function broughtLater(item: Item): ItemState | undefined {
  const state = broughtBy({...item, isChecked: false}, {at: '', actor: ''});
  if (!state) return undefined;
  const {settledAt: _, settledBy: _by, changedAt: _at, changedBy: _who, ...said} = state;
  return said;
}

/** What the new text says otherwise of who has an item and by when, where nobody said it here. */
export function broughtAnew(state: ItemState, before: Item, after: Item): ItemState {
  const {owner, due, ...rest} = state;
  const isOwner = (owner ?? '') === (before.owner ?? '');
  const isDue = (due ?? '') === (before.dueOn ?? '');
  const nextOwner = isOwner ? after.owner : owner;
  const nextDue = isDue ? after.dueOn : due;
  const links = (after.evidence ?? []).filter((link) => !state.evidence.includes(link));
  return {
    ...rest,
    ...(nextOwner === undefined ? {} : {owner: nextOwner}),
    ...(nextDue === undefined ? {} : {due: nextDue}),
    evidence: [...state.evidence, ...links],
  };
}
