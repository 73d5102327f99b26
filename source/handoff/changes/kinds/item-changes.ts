import {itemState, itemStatuses} from '../../model/item-state.ts';
import {setItem, settleItem} from '../draft.ts';
import {entry} from '../entry.ts';
import {dayOrNone, item, oneOf, optional, text} from '../change-fields.ts';
import {settlingLoss} from '../../rules/losses/losses.ts';
import {itemWords} from '../item-words.ts';
import {seeTopic} from '../see-work.ts';
import {remember} from '../remember.ts';

export const itemChanges = {
  'item/settled': entry({
    since: 1,
    // The reason is there when the status is `not-applicable`.
    fields: {item: item(), status: oneOf(itemStatuses), reason: optional(text())},
    undo: 'free',
    words: (change, handoff) =>
      `${itemWords(handoff, change.item)} ${change.status.replace('-', ' ')}`,
    reduce(draft, action) {
      const {status, reason = ''} = action;
      remember(draft, action, settlingLoss(draft, action));
      seeTopic(draft, action.item, action.at);
      settleItem(draft, action, action.item, {
        status,
        ...(status === 'not-applicable' ? {reason} : {}),
      });
    },
  }),
  'item/noted': entry({
    since: 1,
    fields: {item: item(), note: text()},
    undo: 'free',
    words: (change, handoff) => `the note on ${itemWords(handoff, change.item)}`,
    reduce: (draft, action) => setItem(draft, action, action.item, {note: action.note}),
  }),
  'item/written': entry({
    since: 1,
    fields: {item: item(), text: text()},
    undo: 'free',
    words: (change, handoff) => `the text of ${itemWords(handoff, change.item)}`,
    // Writing an answer settles its item; taking the answer away opens it again.
    reduce(draft, action) {
      const {status} = itemState(draft, action.item);
      const isEmpty = action.text.trim() === '';
      setItem(draft, action, action.item, {text: action.text});
      if (isEmpty && status !== 'done') return;
      settleItem(draft, action, action.item, {status: isEmpty ? 'open' : 'done'});
    },
  }),
  'item/assigned': entry({
    since: 1,
    fields: {item: item(), owner: text()},
    undo: 'free',
    words: (change, handoff) => `the owner of ${itemWords(handoff, change.item)}`,
    reduce: (draft, action) => setItem(draft, action, action.item, {owner: action.owner}),
  }),
  'item/scheduled': entry({
    since: 1,
    fields: {item: item(), due: dayOrNone()},
    undo: 'free',
    words: (change, handoff) => `the due date of ${itemWords(handoff, change.item)}`,
    reduce: (draft, action) => setItem(draft, action, action.item, {due: action.due}),
  }),
  'item/evidenced': entry({
    since: 1,
    fields: {item: item(), link: text()},
    undo: 'free',
    words: (change, handoff) => `the evidence of ${itemWords(handoff, change.item)}`,
    reduce(draft, action) {
      const {evidence} = itemState(draft, action.item);
      if (!evidence.includes(action.link))
        setItem(draft, action, action.item, {evidence: [...evidence, action.link]});
    },
  }),
};
