import type {Binding} from '../../keys/binding.ts';

export const title = 'Texts';

export const textBindings = {
  write: {keys: ['enter', 'w'], label: 'write', help: 'Write the text for this item.'},
  writeText: {keys: ['w'], label: 'write', help: 'Write a text for this item.'},
  editExternally: {
    keys: ['E'],
    label: 'open in $EDITOR',
    help: 'Write the text in the editor of $VISUAL or $EDITOR.',
  },
  finishWriting: {keys: ['escape', 'ctrl+s'], label: 'done', help: 'Keep the text and go back.'},
  externalEditor: {
    keys: ['ctrl+x'],
    label: '$EDITOR',
    help: 'Go on in the editor that $VISUAL or $EDITOR names.',
  },
} as const satisfies Record<string, Binding>;
