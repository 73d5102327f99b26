import {keepState} from '../../standing/issued/issued-state.ts';
import {draftOf} from '../draft.ts';
import {entry} from '../entry.ts';
import {digest, ids, instant, oneOf, optional, word} from '../change-fields.ts';

/** What left the program for people to read. */
export const documentChanges = {
  'documents/written': entry({
    since: 2,
    fields: {
      asOf: instant(),
      digest: digest(),
      audience: optional(oneOf(['customer', 'internal'])),
      formats: ids(),
      folder: word(),
      documents: ids(),
    },
    undo: 'never',
    words: () => 'the writing of the documents',
    isTelling: true,
    reduce(draft, {asOf, digest: madeFrom, audience, formats, folder, documents, at, actor}) {
      const made = {asOf, digest: madeFrom, formats, folder, documents, at, by: actor};
      const set = {...made, ...(audience ? {audience} : {})};
      keepState(set, draftOf(draft));
      draft.documentSets = [...draft.documentSets, set];
    },
  }),
  /** The team's own file says how its items stand, and is what the handoff knows from then on. */
  'playbook/exported': entry({
    since: 6,
    fields: {path: word(), sha256: digest()},
    undo: 'never',
    words: () => 'the export of the playbook',
    isTelling: true,
    reduce(draft, {path, sha256}) {
      draft.playbookFiles = draft.playbookFiles.map((file) =>
        file.path === path ? {path, sha256} : file,
      );
    },
  }),
};
