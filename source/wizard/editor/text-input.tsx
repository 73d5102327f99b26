import {useRef, useState} from 'react';
import {Box, useInput} from 'ink';
import {CursorLine} from './cursor-line.tsx';
import {fieldCommand} from './editor-keys.ts';
import {reduceEditor, type EditorCommand} from './editor-model.ts';
import {createEditorState, currentLine, textOf} from './editor-state.ts';
import {drawField, scrollField} from './field-view.ts';
import {Placeholder} from './placeholder.tsx';
import {cleanLine} from './text-lines.ts';
import {useEditorKeys} from './use-editor-keys.ts';
import {glyphs} from '../theme/glyphs.ts';

interface TextInputProps {
  /** The text to begin with; later values are ignored. */
  readonly initialText: string;
  readonly isActive: boolean;
  /** Cells, with the cursor's. */
  readonly width: number;
  /** Whether a dot stands for each character. */
  readonly isSecret?: boolean;
  /** Shown while there is no text. */
  readonly placeholder?: string;
  /** A text that begins as the typed one does; its rest is shown, and → at the end takes it as it is. */
  readonly completion?: string;
  /** Called with the whole text whenever a key or paste has changed it. */
  readonly onChange?: (text: string) => void;
  /** Called with the whole text on Enter. */
  readonly onSubmit?: (text: string) => void;
}

/**
 * A field of one line. Every key counts at once, however fast they come. Line breaks and tabs in a
 * paste become spaces; moves up and down, Tab and Esc are left to the form.
 */
export function TextInput(props: TextInputProps) {
  const {initialText, isActive, isSecret = false, placeholder = '', completion = ''} = props;
  const {onChange, onSubmit} = props;
  const area = {width: Math.max(1, props.width), height: 1};
  const [shown, setShown] = useState(() => createEditorState(cleanLine(initialText)));
  const current = useRef(shown);

  function apply(command: EditorCommand): void {
    const clean = command.type === 'insert' ? {...command, text: cleanLine(command.text)} : command;
    const before = current.current;
    const next = reduceEditor(before, clean, area);
    current.current = next;
    setShown(next);
    if (next.lines !== before.lines) onChange?.(textOf(next));
  }

  useEditorKeys({isActive, commandFor: fieldCommand, onCommand: apply});
  useInput(
    (_, key) => {
      if (key.return) onSubmit?.(textOf(current.current));
      const isAtEnd = shown.cursor.column === currentLine(shown).length;
      if (!key.rightArrow || !isAtEnd || completion === '') return;
      apply({type: 'delete', to: 'lineStart'});
      apply({type: 'insert', text: completion});
    },
    {isActive},
  );

  const typed = currentLine(shown);
  const cursor = isActive ? shown.cursor.column : undefined;
  // As many characters as were typed, so that the cursor stands where it does.
  const line = isSecret ? glyphs.dot.repeat(typed.length) : typed;
  const [lastFirst, setFirst] = useState(0);
  const first = scrollField(line, cursor, lastFirst, area.width);
  if (first !== lastFirst) setFirst(first);
  return (
    <Box aria-role="textbox" width={area.width} height={1} overflow="hidden">
      {line === '' && placeholder !== '' ? (
        <Placeholder text={placeholder} area={area} hasCursor={isActive} />
      ) : (
        <CursorLine
          parts={drawField(line, cursor, first, area.width)}
          behind={isActive && cursor === line.length ? completion.slice(line.length) : ''}
        />
      )}
    </Box>
  );
}
