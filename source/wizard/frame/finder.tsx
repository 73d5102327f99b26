import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import type {View} from '../view.ts';
import {commandChoice} from './command-palette.tsx';
import {findable} from './findable.ts';
import {Picker} from './picker.tsx';
import type {Size} from './size.ts';
import {stepBindings} from '../steps/step-bindings.ts';

interface FinderProps {
  readonly view: View;
  /** The keys of the screen, which are found by what they do. */
  readonly layer: KeyLayer;
  readonly size: Size;
  readonly onClose: () => void;
  readonly onRun: (entry: KeyAction) => void;
}

/** Finds what a handoff holds, and what can be done here, by any of its words; goes there, or does it. */
export function Finder({view, layer, size, onClose, onRun}: FinderProps) {
  const found = findable(view);
  const commands = layer
    .filter(({binding}) => binding !== stepBindings.find)
    .map((entry) => {
      const {where = '', ...choice} = commandChoice(layer, entry);
      return {entry, choice: {...choice, id: `do ${choice.id}`, where: `command ${where}`.trim()}};
    });
  return (
    <Picker
      title="Find:"
      choices={[...found.map(({choice}) => choice), ...commands.map(({choice}) => choice)]}
      size={size}
      onPick={(id) => {
        onClose();
        const place = found.find(({choice}) => choice.id === id)?.place;
        const command = commands.find(({choice}) => choice.id === id);
        if (place) view.goTo(place);
        else if (command) onRun(command.entry);
      }}
    />
  );
}
