import {expect, it} from 'vitest';
import {bindings} from '../../../source/wizard/keys/bindings.ts';
import {keyGroups} from '../../../scripts/docs/key-groups.ts';
import {findKey, keyOf, type KeyLayer} from '../../../source/wizard/keys/layer.ts';

it('every binding has a group, so that the page of all keys has it', () => {
  const grouped = new Set<string>(Object.values(keyGroups).flat());
  const missing = Object.keys(bindings).filter((name) => !grouped.has(name));
  expect(missing, 'Add them to scripts/docs/key-groups.ts').toEqual([]);
});

it('every binding has a key, a label and a whole sentence', () => {
  for (const [name, {keys, label, help}] of Object.entries(bindings)) {
    expect(keys.length, name).toBeGreaterThan(0);
    expect(label, name).toMatch(/^[a-z$]/);
    expect(help, name).toMatch(/^[A-Z].*\.$/);
  }
});

it('of two actions on one key the first in the layer wins, and the other shows no key', () => {
  const run = () => undefined;
  const layer: KeyLayer = [
    {action: 'sessionNote', run},
    {action: 'note', run},
  ];
  expect(findKey(layer, 't')?.action).toBe('sessionNote');
  expect(layer.map((entry) => keyOf(layer, entry))).toEqual(['t', undefined]);
});
