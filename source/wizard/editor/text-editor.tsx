import {useImperativeHandle, useLayoutEffect, useState, type Ref} from 'react';
import {Box, type Key} from 'ink';
import {CursorLine} from './cursor-line.tsx';
import {editorCommand} from './editor-keys.ts';
import {reduceEditor, type EditorCommand} from './editor-model.ts';
import {createEditorState, type EditorState} from './editor-state.ts';
import {createKeeper} from './keeper.ts';
import {drawRow} from './layout.ts';
import type {Motion} from './motions.ts';
import {Placeholder} from './placeholder.tsx';
import {ScrollBar} from './scroll-bar.tsx';
import {useEditorKeys} from './use-editor-keys.ts';
import {
  isSamePlace,
  moveRows,
  placeOf,
  rowsInView,
  scrollTo,
  topOfText,
  type Area,
} from './viewport.ts';

export interface TextEditorHandle {
  /**
   * Gives the text once all of it has been kept. Rejects with the reason when it cannot be kept;
   * the text stays in the editor, and calling again tries again.
   */
  readonly settle: () => Promise<string>;
}

interface TextEditorProps {
  readonly ref?: Ref<TextEditorHandle>;
  /** The text to begin with, which counts as kept; later values are ignored. */
  readonly initialText: string;
  /** Cells, with the cursor's and the scroll bar's. */
  readonly width: number;
  readonly height: number;
  readonly isActive: boolean;
  /** Shown while there is no text. */
  readonly placeholder?: string;
  /** What a key does here; {@link editorCommand} where not given. */
  readonly commandFor?: (input: string, key: Key) => EditorCommand | undefined;
  /** Told of a move up in the first row or down in the last one; without it, such a move goes to the end of the text. */
  readonly onEdge?: (direction: 'up' | 'down') => void;
  /** Keeps a text safe. A change is drawn only when the promise for it has resolved. */
  readonly onKeep: (text: string) => Promise<void>;
  /** Told why keeping failed. The editor holds the text and tries again on the next key. */
  readonly onProblem?: (error: Error) => void;
}

/** Two cells of the width belong to the cursor at the end of a row and to the scroll bar. */
const besidesText = 2;

/** Whether a move leads out of the text. */
function edgeOf(state: EditorState, to: Motion, area: Area): 'up' | 'down' | undefined {
  if (to !== 'up' && to !== 'down') return undefined;
  const {lines, cursor} = state;
  const place = placeOf(lines, cursor, area.width);
  const next = moveRows(lines, place, to === 'up' ? -1 : 1, area.width);
  return isSamePlace(place, next) ? to : undefined;
}

/** An editor for a text of many lines. What it shows has been kept. */
export function TextEditor(props: TextEditorProps) {
  const {ref, initialText, isActive, placeholder = '', onKeep, onProblem} = props;
  const {commandFor = editorCommand, onEdge} = props;
  const area: Area = {
    width: Math.max(2, props.width - besidesText),
    height: Math.max(1, props.height),
  };
  const [initial] = useState(() => createEditorState(initialText));
  const [keeper] = useState(() => createKeeper(initial, initialText));
  const [shown, setShown] = useState(initial);
  useLayoutEffect(() => {
    keeper.attach({onKeep, onShow: setShown, onProblem: onProblem ?? (() => undefined)});
  }, [keeper, onKeep, onProblem]);
  useImperativeHandle(ref, () => ({settle: keeper.settle}), [keeper]);

  function apply(command: EditorCommand): void {
    const before = keeper.current();
    const edge = command.type === 'move' ? edgeOf(before, command.to, area) : undefined;
    if (edge && onEdge) onEdge(edge);
    else keeper.change(reduceEditor(before, command, area));
  }

  useEditorKeys({
    isActive,
    commandFor,
    onCommand: apply,
  });

  const [lastTop, setTop] = useState(topOfText);
  const top = scrollTo(shown, lastTop, area);
  if (!isSamePlace(top, lastTop)) setTop(top);

  const {lines, cursor} = shown;
  const rows = rowsInView(lines, top, area);
  const place = placeOf(lines, cursor, area.width);
  const isEmpty = lines.length === 1 && lines[0] === '';
  return (
    <Box
      aria-role="textbox"
      aria-state={{multiline: true}}
      width={props.width}
      height={area.height}
    >
      <Box flexDirection="column" flexGrow={1} overflow="hidden">
        {isEmpty && placeholder !== '' ? (
          <Placeholder text={placeholder} area={area} hasCursor={isActive} />
        ) : (
          rows.map((row) => {
            const isAtCursor = isActive && isSamePlace(row, place);
            const column = isAtCursor ? cursor.column : undefined;
            return (
              <CursorLine key={`${row.line}:${row.row}`} parts={drawRow(row.text, row, column)} />
            );
          })
        )}
      </Box>
      <ScrollBar lines={lines} top={top} rows={rows} area={area} />
    </Box>
  );
}
