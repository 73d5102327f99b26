import type {Change} from '../handoff/actions.ts';

import {allItems} from '../playbook/walk.ts';
import type {Handoff} from '../handoff/model.ts';

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
    case 'handoff/created':
    case 'checks/recorded':
    case 'undone':
      return change.type;
  }
}
