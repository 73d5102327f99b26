import {blockers} from '../../handoff/blockers.ts';
import {glyphs} from '../theme/glyphs.ts';
import type {View} from '../view.ts';
import {Box} from 'ink';
import type {Size} from './frame.tsx';
import {line, Lines} from './lines.tsx';
import {Picker} from './picker.tsx';
import {useInput} from 'ink';

interface BlockersProps {
  readonly view: View;
  readonly size: Size;
  readonly onClose: () => void;
}

/** Everything between now and the end of the phase; Enter goes to where it is settled. */
export function Blockers({view, size, onClose}: BlockersProps) {
  const found = blockers(view.handoff, view.now());
  if (found.length === 0) return <NothingBlocks onClose={onClose} />;
  const choices = found.map(({text, why, isUrgent}, index) => ({
    id: String(index),
    label: `${isUrgent ? glyphs.alarm : glyphs.open} ${text}`,
    detail: why,
  }));
  return (
    <Picker
      title="In the way:"
      choices={choices}
      size={size}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        const blocker = found[Number(id)];
        if (blocker) view.goTo(blocker.step, blocker.item);
      }}
    />
  );
}

function NothingBlocks({onClose}: {readonly onClose: () => void}) {
  useInput(onClose);
  return (
    <Box>
      <Lines
        lines={[line('Nothing is in the way.', 'success'), [], line('Any key goes back.', 'muted')]}
      />
    </Box>
  );
}
