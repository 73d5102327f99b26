import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {keysPage} from '../../../docs/keys-page.ts';
import {bindings} from '../../../source/wizard/keys/bindings.ts';
import {findKey, keyOf, type KeyLayer} from '../../../source/wizard/keys/layer.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

it('the page of all keys is the one the table makes ("npm run keys" writes it)', () => {
  expect(readFileSync(path.join(root, 'docs', 'keys.md'), 'utf8')).toBe(keysPage());
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
    {action: 'notApplicable', run},
  ];
  expect(findKey(layer, 'n')?.action).toBe('sessionNote');
  expect(layer.map((entry) => keyOf(layer, entry))).toEqual(['n', undefined]);
});
