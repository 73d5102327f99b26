import {stepItems} from '../../handoff/items/items.ts';
import {stepsOf} from '../../playbook/walk.ts';
import {itemPlace} from '../../handoff/model/place.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import {statusSigns} from '../theme/glyphs.ts';
import type {View} from '../view.ts';
import type {Size} from './size.ts';
import {Picker} from './picker.tsx';

interface FindItemProps {
  readonly view: View;
  readonly size: Size;
  readonly onClose: () => void;
}

/** Finds an item by any of its words, in whichever step it is, and goes there. */
export function FindItem({view, size, onClose}: FindItemProps) {
  const all = stepsOf(view.handoff.playbook).flatMap(({step}) =>
    stepItems(step).map((item) => ({step, item})),
  );
  const choices = all.map(({step, item}) => ({
    id: item.id,
    label: `${statusSigns[itemStanding(view.handoff, item.id).status].glyph} ${item.text}`,
    detail: step.title,
  }));
  return (
    <Picker
      title="Find:"
      choices={choices}
      size={size}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        const place = all.find(({item}) => item.id === id);
        if (place) view.goTo(itemPlace(place.step, place.item));
      }}
    />
  );
}
