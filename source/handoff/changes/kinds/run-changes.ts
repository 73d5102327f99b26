import {itemState} from '../../model/item-state.ts';
import {
  digests,
  fact,
  figure,
  flag,
  instant,
  item,
  optional,
  text,
  whole,
  word,
} from '../change-fields.ts';
import {keptOutputSchema} from '../check-run-schema.ts';
import {setItem} from '../draft.ts';
import {entry} from '../entry.ts';
import {itemWords} from '../item-words.ts';

/** Commands of an item that were run, with what came of them. */
export const runChanges = {
  'item/ran': entry({
    since: 6,
    fields: {
      item: item(),
      of: digests(),
      command: text(),
      isChanging: flag(),
      isMet: flag(),
      expected: optional(text()),
      actual: text(),
      code: optional(whole()),
      duration: figure(),
      evidence: optional(fact(keptOutputSchema)),
      host: word(),
      folder: word(),
      ranAt: instant(),
    },
    undo: 'claim',
    words: (change, handoff) => `the run at ${itemWords(handoff, change.item)}`,
    // What ran is evidence; that the item is done stays a person's word.
    reduce(draft, action) {
      const {id, at, actor, item: ran, of, command, isChanging, isMet, expected = ''} = action;
      const {actual, code, duration, evidence, host, folder, ranAt} = action;
      const {runs = []} = itemState(draft, ran);
      const run = {
        id,
        of,
        command,
        isChanging,
        isMet,
        expected,
        actual,
        ...(code === undefined ? {} : {code}),
        duration,
        ...(evidence === undefined ? {} : {evidence}),
        host,
        folder,
        ranAt,
        at,
        by: actor,
      };
      setItem(draft, action, ran, {runs: [...runs, run]});
    },
  }),
};
