import type {CheckIn} from '../../../handoff/afterwards/transition-period.ts';
import type {HandoffRecord} from '../../../handoff/model/handoff-record.ts';
import {stepWith} from '../../../handoff/model/place.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {allItems} from '../../../playbook/walk.ts';
import type {KeyAction, KeyLayer} from '../../keys/layer.ts';
import {addRecordKeys, openRecordForm} from '../../records/record-keys.tsx';
import type {View} from '../../view.ts';
import {askToExtend} from './asks.ts';
import {itemBindings} from '../items/item-bindings.ts';
import {recordBindings} from '../../records/record-bindings.ts';
import {transitionBindings} from './bindings.ts';

/** The item whose table is the log of contacts; nothing where the playbook keeps none. */
function logItem({handoff}: View) {
  return allItems(handoff.playbook).find(({item}) => item.register === 'check-ins')?.item;
}

/** Opens the form of a contact: a new one is a check-in held today. */
function logContact(view: View, record?: HandoffRecord): void {
  const log = logItem(view);
  if (!log) return;
  const date = dayIn(view.handoff.timeZone, view.now());
  openRecordForm(view, {
    register: 'check-ins',
    item: log.id,
    ...(record ? {record} : {initial: {date, kind: 'check-in'}}),
  });
}

/** Enter on a check-in: logs it, or changes what was heard. */
export function checkInKey(view: View, {record}: CheckIn): KeyAction {
  return {
    binding: itemBindings.goToSource,
    run: () => logContact(view, record),
    isPrimary: true,
    label: record ? 'edit' : 'log it',
    ...(logItem(view) ? {} : {offBecause: 'This playbook keeps no log of contacts.'}),
  };
}

/** Enter on an item that keeps a table: a contact goes into the log as a check-in held today. */
export function addFirstKeys(view: View, item: Item): KeyLayer {
  const binding = recordBindings.addFirstRecord;
  if (item.register !== 'check-ins')
    return addRecordKeys(view, item).map((entry) => ({...entry, binding}));
  return [{binding, run: () => logContact(view), isPrimary: true, label: 'add contact'}];
}

/** The keys that work on every line of the transition. */
export function transitionKeys(view: View): KeyLayer {
  const checks = stepWith(view.handoff.playbook, 'checks');
  return [
    {
      binding: transitionBindings.addContact,
      run: () => logContact(view),
      isPrimary: true,
      ...(logItem(view) ? {} : {offBecause: 'This playbook keeps no log of contacts.'}),
    },
    {
      binding: transitionBindings.extendTransition,
      run: () => void askToExtend(view),
      isPrimary: true,
    },
    {
      binding: transitionBindings.goToChecks,
      run: () => checks && view.goTo({step: checks.id}, {isDetour: true}),
      isPrimary: true,
      ...(checks ? {} : {offBecause: 'This playbook has no step with checks.'}),
    },
  ];
}
