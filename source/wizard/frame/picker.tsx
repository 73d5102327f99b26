import {useRef, useState} from 'react';
import {Box, Text, useInput, useIsScreenReaderEnabled} from 'ink';
import {TextInput} from '../editor/text-input.tsx';
import {keyName} from '../keys/key-name.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {drawRows} from '../list/draw-rows.ts';
import {span} from '../list/line.ts';
import {List} from '../list/list.tsx';
import {headingRow, type Row} from '../list/row.ts';
import type {PaneHandle} from '../list/use-pane.ts';
import type {Sign} from '../theme/glyphs.ts';
import type {Size} from './size.ts';
import {askBindings} from '../asking/ask-bindings.ts';
import {frameBindings} from './frame-bindings.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly sign?: Sign;
  /** Said behind the label. */
  readonly detail?: string;
  /** Said at the right: what it is, and where. */
  readonly where?: string;
  /** What else it is found by. */
  readonly words?: string;
}

interface PickerProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly size: Size;
  readonly onPick: (id: string) => void;
}

/** The keys of a list that is narrowed down by typing; the list itself acts on Enter. */
export function pickerKeys(label: string, close: () => void): KeyLayer {
  return [
    {binding: askBindings.choose, run: () => undefined, label, isPrimary: true},
    {binding: frameBindings.back, run: close, label: 'close', isPrimary: true},
  ];
}

/** Every word typed must occur somewhere; case does not matter. What the label says comes first. */
function matching(choices: readonly Choice[], query: string): readonly Choice[] {
  const typed = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isIn = (text: string) => typed.every((word) => text.toLowerCase().includes(word));
  const found = choices.filter(({label, detail = '', where = '', words = ''}) =>
    isIn(`${label} ${detail} ${where} ${words}`),
  );
  const byLabel = found.filter(({label}) => isIn(label));
  return [...byLabel, ...found.filter(({label}) => !isIn(label))];
}

function choiceRow({id, label, sign, detail, where}: Choice): Row {
  return {
    key: id,
    sign,
    text: label,
    ...(detail ? {remarks: [span(detail, 'muted')]} : {}),
    ...(where ? {figure: [span(where, 'muted')]} : {}),
  };
}

/** Type to narrow a list down, Enter to take the selected line. */
export function Picker({title, choices, size, onPick}: PickerProps) {
  const isSpoken = useIsScreenReaderEnabled();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState<string>();
  const list = useRef<PaneHandle>(null);
  const found = matching(choices, query);
  const selected = (found.find(({id}) => id === at) ?? found[0])?.id;
  useInput((input, key) => {
    const name = keyName(input, key);
    if (name === 'up') list.current?.step(-1);
    if (name === 'down') list.current?.step(1);
    if (name === 'pageup') list.current?.page(-1);
    if (name === 'pagedown') list.current?.page(1);
  });
  const rows = found.length > 0 ? found.map(choiceRow) : [headingRow('Nothing matches.')];
  return (
    <Box flexDirection="column">
      <Box>
        <Text>{title} </Text>
        <TextInput
          initialText=""
          isActive
          width={size.width - title.length - 1}
          onChange={(text) => {
            setQuery(text);
            setAt(undefined);
          }}
          onSubmit={() => selected !== undefined && onPick(selected)}
        />
      </Box>
      <Text> </Text>
      <List
        ref={list}
        drawn={drawRows(rows, {selected, width: size.width, isSpoken})}
        selected={selected}
        onSelect={setAt}
        height={size.height - 2}
      />
    </Box>
  );
}
