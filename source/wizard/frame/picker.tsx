import {useState} from 'react';
import {Box, Text, useInput} from 'ink';
import {TextInput} from '../editor/text-input.tsx';
import {keyName} from '../keys/key-name.ts';
import {glyphs} from '../theme/glyphs.ts';
import {EntryList} from '../list/entry-list.tsx';
import type {Size} from './size.ts';
import {line, span, truncate} from '../list/line.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Shown muted at the right. */
  readonly detail?: string;
}

interface PickerProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly size: Size;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** Every word typed must occur somewhere in the line; case does not matter. */
function matching(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({label, detail = ''}) => {
    const text = `${label} ${detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Type to narrow a list down, Enter to take the selected line. */
export function Picker({title, choices, size, onPick, onClose}: PickerProps) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(choices, query);
  const index = Math.min(at, Math.max(0, found.length - 1));
  useInput((input, key) => {
    const name = keyName(input, key);
    if (name === 'escape') onClose();
    if (name === 'up') setAt(Math.max(0, index - 1));
    if (name === 'down') setAt(Math.min(found.length - 1, index + 1));
  });
  const entries = found.map((choice, position) => {
    const isSelected = position === index;
    const label = truncate(choice.label, size.width - 4);
    const detail = truncate(choice.detail ?? '', size.width - label.length - 6);
    return {
      id: choice.id,
      isSelectable: true,
      lines: [
        [
          span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'),
          span(label, isSelected ? 'selected' : 'plain'),
          span(`  ${detail}`, 'muted'),
        ],
      ],
    };
  });
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
            setAt(0);
          }}
          onSubmit={() => {
            const choice = found[index];
            if (choice) onPick(choice.id);
          }}
        />
      </Box>
      <Text> </Text>
      <EntryList
        entries={
          entries.length > 0
            ? entries
            : [{id: '', lines: [line('  Nothing matches.', 'muted')], isSelectable: false}]
        }
        selected={found[index]?.id}
        height={size.height - 2}
      />
    </Box>
  );
}
