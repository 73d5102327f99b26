import type {Binding} from '../../keys/binding.ts';

export const title = 'Sign-off';

export const signOffBindings = {
  signOff: {
    keys: ['enter', 's'],
    label: 'sign off',
    help: 'Record a decision of the receiver.',
    needsYes: true,
  },
  signOffWay: {
    keys: ['h'],
    label: 'how it came',
    help: 'Say how a decision came: in person, by mail, in a ticket or a file, and where it is.',
  },
  closeOut: {
    keys: ['K'],
    label: 'what is left to keep',
    help: 'Show the documents, the archive and its verification, each in one key.',
  },
  closingDocuments: {keys: ['1'], label: 'documents', help: 'Write the documents.'},
  closingArchive: {keys: ['2'], label: 'archive', help: 'Write the archive into the workspace.'},
  closingVerify: {
    keys: ['3'],
    label: 'verify',
    help: 'Check every hash of the archive that was written last.',
  },
} as const satisfies Record<string, Binding>;
