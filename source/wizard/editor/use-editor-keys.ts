import {useInput, usePaste, type Key} from 'ink';
import type {EditorCommand} from './editor-model.ts';

interface EditorKeysOptions {
  readonly isActive: boolean;
  readonly commandFor: (input: string, key: Key) => EditorCommand | undefined;
  readonly onCommand: (command: EditorCommand) => void;
}

/** Turns keys and pastes into commands while the editor or field has the keys. */
export function useEditorKeys({isActive, commandFor, onCommand}: EditorKeysOptions): void {
  useInput(
    (input, key) => {
      const command = commandFor(input, key);
      if (command) onCommand(command);
    },
    {isActive},
  );
  usePaste((text) => onCommand({type: 'insert', text}), {isActive});
}
