import {demonstrationResults} from '../../model/demonstration.ts';
import {runbookDigest} from '../../standing/runbook-digest.ts';
import {seeWork} from '../see-work.ts';
import {entry} from '../entry.ts';
import {demonstration, item, oneOf, optional, row, text, words} from '../change-fields.ts';
import {itemWords} from '../item-words.ts';

export const demonstrationChanges = {
  /** The demonstration gets the id of the action. */
  'demonstration/started': entry({
    since: 1,
    // Which runbook is followed is known since 2.
    fields: {item: item(), performer: words(), observer: words(), runbook: optional(row())},
    undo: 'free',
    words: (change, handoff) => `the demonstration of ${itemWords(handoff, change.item)}`,
    reduce(draft, {id, item: task, performer, observer, runbook, at}) {
      const followed = draft.records.find((record) => record.id === runbook);
      const read = followed && {runbook: followed.id, digest: runbookDigest(followed)};
      const started = {id, item: task, performer, observer, startedAt: at, ...read};
      draft.demonstrations = [...draft.demonstrations, started];
      seeWork(draft, at);
      const {startedAt, endedAt, drivers} = draft.session;
      const isOpen = startedAt !== undefined && endedAt === undefined;
      // Whoever performs a task has the keyboard.
      if (isOpen && drivers.at(-1)?.driver !== 'customer') {
        const times = [...drivers, {driver: 'customer' as const, startedAt: at}];
        draft.session = {...draft.session, drivers: times};
      }
    },
  }),
  'demonstration/ended': entry({
    since: 1,
    fields: {
      demonstration: demonstration(),
      result: oneOf(demonstrationResults),
      remark: optional(text()),
    },
    undo: 'claim',
    words: ({result}) => `the result of the demonstration: ${result}`,
    reduce(draft, {demonstration: id, result, remark, at}) {
      seeWork(draft, at);
      draft.demonstrations = draft.demonstrations.map((shown) =>
        shown.id === id ? {...shown, endedAt: at, result, ...(remark ? {remark} : {})} : shown,
      );
    },
  }),
};
