import {bindings, keyLabel} from '../keys/bindings.ts';
import {keyOf, type KeyAction, type KeyLayer} from '../keys/layer.ts';
import type {Size} from './size.ts';
import {Picker} from './picker.tsx';

interface CommandPaletteProps {
  readonly layer: KeyLayer;
  readonly size: Size;
  readonly onClose: () => void;
  readonly onRun: (entry: KeyAction) => void;
}

/** Every command of the screen by its name, for those who do not know its key yet. */
export function CommandPalette({layer, size, onClose, onRun}: CommandPaletteProps) {
  const entries = layer.filter(({action}) => action !== 'palette');
  const choices = entries.map((entry) => {
    const key = keyOf(layer, entry);
    return {
      id: entry.action,
      label: entry.label ?? bindings[entry.action].label,
      detail: `${key ? `${keyLabel(key)}  ` : ''}${bindings[entry.action].help}`,
    };
  });
  return (
    <Picker
      title="Command:"
      choices={choices}
      size={size}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        const entry = entries.find(({action}) => action === id);
        if (entry) onRun(entry);
      }}
    />
  );
}
