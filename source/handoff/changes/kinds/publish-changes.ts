import {audiences} from '../../../playbook/playbook.ts';
import {arrivalWays, publishedKinds} from '../../publishing/published.ts';
import {digest, oneOf, optional, text, word} from '../change-fields.ts';
import {entry} from '../entry.ts';

/** What reached a tracker, a CRM or a wiki, and what was found there. */
export const publishChanges = {
  'publish/sent': entry({
    since: 6,
    fields: {
      sending: word(),
      target: word(),
      through: word(),
      kind: oneOf(publishedKinds),
      about: optional(word()),
      title: text(),
      audience: oneOf(audiences),
      digest: digest(),
      place: digest(),
      remote: optional(text()),
      url: optional(text()),
      known: oneOf(arrivalWays),
    },
    undo: 'never',
    words: ({kind, title, target, url}) =>
      `the sending of ${kind === 'outcome' ? 'the outcome' : `"${title}"`} to ${target}${url === undefined ? '' : `, ${url}`}`,
    isTelling: true,
    reduce(draft, action) {
      const {sending, target, through, kind, about, title, audience, at, actor} = action;
      // Two processes may have told of it at the same moment.
      if (draft.published.some((one) => one.sending === sending)) return;
      const {digest: sent, place, remote, url, known} = action;
      const published = {
        sending,
        target,
        through,
        kind,
        title,
        audience,
        digest: sent,
        place,
        known,
        at,
        by: actor,
        ...(about === undefined ? {} : {about}),
        ...(remote === undefined ? {} : {remote}),
        ...(url === undefined ? {} : {url}),
      };
      draft.published = [...draft.published, published];
    },
  }),
  'publish/seen': entry({
    since: 6,
    fields: {
      target: word(),
      about: word(),
      state: oneOf(['open', 'closed']),
      url: optional(text()),
      /** What the target answered, kept as evidence. */
      evidence: optional(digest()),
    },
    undo: 'never',
    words: ({target, state, url}) =>
      `the sight of an open point that is ${state} in ${target}${url === undefined ? '' : `, ${url}`}`,
    isTelling: true,
    reduce(draft, {target, about, state, at}) {
      draft.seenThere = [...draft.seenThere, {target, about, state, at}];
    },
  }),
};
