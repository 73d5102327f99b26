import type {Change} from '../handoff/model/actions.ts';

import {allItems} from '../playbook/walk.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {recordTitle} from '../handoff/registers/records.ts';
import {registers} from '../handoff/registers/registers.ts';

function quoted(handoff: Handoff, id: string): string {
  const text = allItems(handoff.playbook).find(({item}) => item.id === id)?.item.text ?? id;
  return `"${text}"`;
}

/** A change in a few words, for the message line. */
export function changeWords(handoff: Handoff, change: Change): string {
  switch (change.type) {
    case 'item/settled':
      return `${quoted(handoff, change.item)} ${change.status.replace('-', ' ')}`;
    case 'item/noted':
      return `the note on ${quoted(handoff, change.item)}`;
    case 'item/written':
      return `the text of ${quoted(handoff, change.item)}`;
    case 'item/assigned':
      return `the owner of ${quoted(handoff, change.item)}`;
    case 'item/scheduled':
      return `the due date of ${quoted(handoff, change.item)}`;
    case 'item/evidenced':
      return `the evidence of ${quoted(handoff, change.item)}`;
    case 'session/noted':
      return `the ${change.kind} "${change.text}"`;
    case 'session/started':
      return 'the start of the session';
    case 'session/ended':
      return 'the end of the session';
    case 'session/block-entered':
      return `going to ${quoted(handoff, change.block)}`;
    case 'session/paused':
      return 'the pause';
    case 'session/resumed':
      return 'going on after the pause';
    case 'session/answered':
      return 'the answer';
    case 'sign-off/recorded':
      return `the sign-off by ${change.name}`;
    case 'record/added':
      return `the ${registers[change.register].one}`;
    case 'record/changed':
    case 'record/removed': {
      const record = handoff.records.find(({id}) => id === change.record);
      const what = change.type === 'record/changed' ? 'a change to' : 'the removal of';
      return record ? `${what} "${recordTitle(record)}"` : `${what} a row`;
    }
    case 'session/planned':
      return 'the plan of the session';
    case 'session/time-moved':
      return `moving ${change.minutes} min to ${quoted(handoff, change.to)}`;
    case 'session/driver-changed':
      return `that the ${change.driver} drives`;
    case 'session/break-counted':
      return 'the break';
    case 'demonstration/started':
      return `the demonstration of ${quoted(handoff, change.item)}`;
    case 'demonstration/ended':
      return `the result of the demonstration: ${change.result}`;
    case 'follow-up/changed':
      return 'a change to a follow-up';
    case 'follow-up/closed':
      return 'the closing of a follow-up';
    case 'follow-up/reopened':
      return 'the reopening of a follow-up';
    case 'transition/extended':
      return `the extension until ${change.until}`;
    case 'gate/waived':
      return `the waiver of "${change.text}"`;
    case 'calendar/set':
      return 'the holidays';
    case 'handoff/created':
    case 'checks/recorded':
    case 'runbook/proven':
    case 'undone':
      return change.type;
  }
}
