import {expect, it} from 'vitest';
import {keyRooms} from '../../../scripts/docs/keys-page.ts';
import {findKey, keyOf, type KeyLayer} from '../../../source/wizard/keys/layer.ts';
import {agendaBindings} from '../../../source/wizard/steps/agenda/bindings.ts';
import {itemBindings} from '../../../source/wizard/steps/items/item-bindings.ts';

it('every binding has a key, a label and a whole sentence', async () => {
  for (const {title, bindings} of await keyRooms())
    for (const {keys, label, help} of bindings) {
      const name = `${title}: ${label}`;
      expect(keys.length, name).toBeGreaterThan(0);
      expect(label, name).toMatch(/^[a-z$]/);
      expect(help, name).toMatch(/^[A-Z].*\.$/);
    }
});

it('of two actions on one key the first in the layer wins, and the other shows no key', () => {
  const run = () => undefined;
  const layer: KeyLayer = [
    {binding: agendaBindings.sessionNote, run},
    {binding: itemBindings.note, run},
  ];
  expect(findKey(layer, 't')?.binding).toBe(agendaBindings.sessionNote);
  expect(layer.map((entry) => keyOf(layer, entry))).toEqual(['t', undefined]);
});
