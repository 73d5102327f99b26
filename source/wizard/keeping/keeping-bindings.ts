import type {Binding} from '../keys/binding.ts';

export const title = 'What is left to keep';

export const keepingBindings = {
  keep: {
    keys: ['K'],
    label: 'what is left to keep',
    help: 'Write the documents, the archive, the kit for the receiver or an export of the checks, and verify an archive.',
  },
  keepDocuments: {keys: ['1'], label: 'documents', help: 'Write the documents.'},
  keepArchive: {
    keys: ['2'],
    label: 'archive',
    help: 'Write documents, evidence, checks and journal into one zip in the workspace.',
  },
  keepVerified: {
    keys: ['3'],
    label: 'verify',
    help: 'Check every hash of the archive that was written last.',
  },
  keepForCustomer: {
    keys: ['4'],
    label: 'for the customer',
    help: 'Write an archive without the journal and without what is internal.',
  },
  verifyOther: {
    keys: ['5'],
    label: 'verify another',
    help: 'Check every hash of an archive that lies elsewhere, as a zip or unpacked.',
  },
  keepExport: {
    keys: ['6'],
    label: 'export the checks',
    help: 'Write the checks that passed so that the receiver needs nothing of this program.',
  },
  keepKit: {
    keys: ['7'],
    label: 'kit',
    help: 'Write what the receiver gets into one zip, signed with a key of yours or not: to read, run, perform and answer.',
  },
} as const satisfies Record<string, Binding>;
