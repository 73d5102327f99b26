import {keyLabel} from '../keys/key-label.ts';
import {keyOf, labelOf, type KeyAction, type KeyLayer} from '../keys/layer.ts';
import {Picker, type Choice} from './picker.tsx';
import type {Size} from './size.ts';
import {frameBindings} from './frame-bindings.ts';

interface CommandPaletteProps {
  readonly layer: KeyLayer;
  readonly size: Size;
  readonly onClose: () => void;
  readonly onRun: (entry: KeyAction) => void;
}

/** A command of a screen to choose, with its key at the right. */
export function commandChoice(layer: KeyLayer, entry: KeyAction): Choice {
  const key = keyOf(layer, entry);
  return {
    id: String(layer.indexOf(entry)),
    label: labelOf(entry),
    detail: entry.binding.help,
    ...(key === undefined ? {} : {where: keyLabel(key)}),
  };
}

/** Every command of the screen by its name, for those who do not know its key yet. */
export function CommandPalette({layer, size, onClose, onRun}: CommandPaletteProps) {
  const entries = layer.filter(({binding}) => binding !== frameBindings.palette);
  return (
    <Picker
      title="Command:"
      choices={entries.map((entry) => commandChoice(layer, entry))}
      size={size}
      onPick={(id) => {
        onClose();
        const entry = layer[Number(id)];
        if (entry) onRun(entry);
      }}
    />
  );
}
