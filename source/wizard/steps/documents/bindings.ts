import type {Binding} from '../../keys/binding.ts';

export const title = 'Handoff document';

export const documentsBindings = {
  writeDocuments: {
    keys: ['p'],
    label: 'produce documents',
    help: 'Write the documents into a folder.',
  },
  preview: {
    keys: ['v'],
    label: 'preview',
    help: 'Read the document as it would be written now.',
  },
  openPreview: {
    keys: ['enter', 'v'],
    label: 'preview',
    help: 'Read the document as it would be written now.',
  },
  closePreview: {keys: ['escape', 'v', 'q'], label: 'back', help: 'Leave the preview.'},
  closeGap: {keys: ['enter'], label: 'go there', help: 'Go to the item that closes the gap.'},
} as const satisfies Record<string, Binding>;
