import {drivers, noteKinds} from '../../model/session.ts';
import {entry} from '../entry.ts';
import {answerLoss} from '../../rules/losses/losses.ts';
import {remember} from '../remember.ts';
import {item, note, oneOf, optional, text} from '../change-fields.ts';

/** What was said in the session, and who had the keyboard. */
export const sessionTalkChanges = {
  'session/noted': entry({
    since: 1,
    fields: {kind: oneOf(noteKinds), text: text(), block: optional(item())},
    undo: 'free',
    // What is taken back with a reason is printed, and a note is internal.
    words: ({kind, text: said}) => (kind === 'note' ? 'the note' : `the ${kind} "${said}"`),
    reduce(draft, {id, kind, text: said, block, at, actor}) {
      const noted = {id, kind, text: said, at, by: actor, ...(block === undefined ? {} : {block})};
      draft.session = {...draft.session, notes: [...draft.session.notes, noted]};
    },
  }),
  'session/answered': entry({
    since: 1,
    fields: {note: note(), answer: text()},
    undo: 'free',
    words: () => 'the answer',
    reduce(draft, action) {
      const {note: answered, answer} = action;
      remember(draft, action, answerLoss(draft, action));
      const notes = draft.session.notes.map((noted) =>
        noted.id === answered ? {...noted, answer} : noted,
      );
      draft.session = {...draft.session, notes};
    },
  }),
  'session/driver-changed': entry({
    since: 1,
    fields: {driver: oneOf(drivers)},
    undo: 'free',
    words: ({driver}) => `that the ${driver} drives`,
    reduce(draft, {driver, at}) {
      const times = [...draft.session.drivers, {driver, startedAt: at}];
      draft.session = {...draft.session, drivers: times};
    },
  }),
};
