import {audiences, type Audience} from '../../../playbook/playbook.ts';
import {audienceLoss} from '../../rules/losses/audience-loss.ts';
import {recordTitle} from '../../registers/records.ts';
import {item, note, oneOf, optional, row, text, word} from '../change-fields.ts';
import {setItem, type Draft} from '../draft.ts';
import {entry} from '../entry.ts';
import type {Line} from '../../model/place.ts';
import type {Stamp} from '../stamp.ts';
import {itemWords} from '../item-words.ts';
import {forgetUntold, remember} from '../remember.ts';

const audience = () => oneOf(audiences);

/** Why it is kept from a customer who was told of it. */
const reason = () => optional(text());

function wordsFor(what: string, to: Audience): string {
  return to === 'internal' ? `that ${what} is internal` : `that the customer may read ${what}`;
}

/** Keeps a line of what the customer was told of; of what they were not, nothing is told them. */
function keep(
  draft: Draft,
  action: Stamp & {readonly audience: Audience; readonly reason?: string},
  line: Line,
): void {
  const loss = audienceLoss(draft, line, action.audience);
  if (loss) remember(draft, action, loss);
  else if (action.audience === 'internal') forgetUntold(draft, line);
}

/** Who may read what. */
export const audienceChanges = {
  'item/addressed': entry({
    since: 3,
    fields: {item: item(), audience: audience(), reason: reason()},
    undo: 'free',
    words: (change, handoff) => wordsFor(itemWords(handoff, change.item), change.audience),
    reduce(draft, action) {
      keep(draft, action, {kind: 'item', id: action.item});
      setItem(draft, action, action.item, {
        audience: action.audience,
        addressedAt: action.at,
      });
    },
  }),
  'record/addressed': entry({
    since: 3,
    fields: {record: row(), audience: audience(), reason: reason()},
    undo: 'free',
    words(change, {records}) {
      const found = records.find(({id}) => id === change.record);
      return wordsFor(found ? `"${recordTitle(found)}"` : 'a row', change.audience);
    },
    reduce(draft, action) {
      const {record: id, audience: to} = action;
      keep(draft, action, {kind: 'row', id});
      // It says nothing else than before, so the time of its last change stays.
      draft.records = draft.records.map((record) =>
        record.id === id ? {...record, audience: to, addressedAt: action.at} : record,
      );
    },
  }),
  'note/addressed': entry({
    since: 3,
    fields: {note: note(), audience: audience(), reason: reason()},
    undo: 'free',
    // What is taken back with a reason is printed, and the note may be internal.
    words: (change) => wordsFor('what was noted', change.audience),
    reduce(draft, action) {
      const {note: id, audience: to} = action;
      keep(draft, action, {kind: 'note', id});
      const notes = draft.session.notes.map((noted) =>
        noted.id === id ? {...noted, audience: to, addressedAt: action.at} : noted,
      );
      draft.session = {...draft.session, notes};
    },
  }),
  'follow-up/addressed': entry({
    since: 3,
    fields: {followUp: word(), audience: audience(), reason: reason()},
    undo: 'free',
    words: (change) => wordsFor('an open point', change.audience),
    reduce(draft, action) {
      const {followUp: id, audience: to} = action;
      keep(draft, action, {kind: 'follow-up', id});
      const state = {...draft.followUps[id], audience: to, addressedAt: action.at};
      draft.followUps = {...draft.followUps, [id]: state};
    },
  }),
};
