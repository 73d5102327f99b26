import {entry} from '../entry.ts';
import {optional, text, words} from '../change-fields.ts';

export const passOnChanges = {
  /** From then on another engineer is responsible for it. */
  'handoff/passed-on': entry({
    since: 6,
    fields: {
      to: words(),
      /** What they should know first. */
      note: optional(text()),
    },
    undo: 'free',
    words: ({to}) => `that it is passed on to ${to}`,
    reduce(draft, {to, note = '', at, actor}) {
      draft.holder = {name: to, ...(note.trim() === '' ? {} : {note}), at, by: actor};
    },
  }),
};
