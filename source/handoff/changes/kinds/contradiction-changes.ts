import {remember} from '../remember.ts';
import {entry} from '../entry.ts';
import {text, texts, word} from '../change-fields.ts';

export const contradictionChanges = {
  /** One of several answers that were given apart is chosen. What it says is kept as it was read. */
  'contradiction/settled': entry({
    since: 6,
    fields: {subject: word(), chosen: word(), about: text(), taken: text(), left: texts()},
    undo: 'free',
    words: ({about, taken}) => `the choice of "${taken}" for ${about}`,
    reduce(draft, change) {
      const {subject, about, taken, left} = change;
      remember(draft, change, {
        text: `of several answers to ${about}, "${taken}" was chosen, and not ${left.map((one) => `"${one}"`).join(' or ')}`,
        needsReason: false,
        concernsCustomer: false,
      });
      draft.contradictions = draft.contradictions.filter(({id}) => id !== subject);
    },
  }),
};
