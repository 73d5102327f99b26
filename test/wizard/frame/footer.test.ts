import {describe, expect, it} from 'vitest';
import {footerLine} from '../../../source/wizard/frame/footer.ts';
import {frameBindings} from '../../../source/wizard/frame/frame-bindings.ts';
import type {KeyLayer} from '../../../source/wizard/keys/layer.ts';
import {lineWidth, type Line} from '../../../source/wizard/list/line.ts';
import {itemBindings} from '../../../source/wizard/steps/items/item-bindings.ts';
import {stepBindings} from '../../../source/wizard/steps/step-bindings.ts';

const run = () => undefined;

function textOf(spans: Line): string {
  return spans.map(({text}) => text).join('');
}

describe('the footer', () => {
  const layer: KeyLayer = [
    {binding: itemBindings.confirm, run, isPrimary: true},
    {binding: itemBindings.notApplicable, run, isPrimary: true},
    {binding: itemBindings.note, run},
    {binding: stepBindings.undo, run, isPrimary: true, offBecause: 'nothing was done'},
    {binding: frameBindings.help, run, isPrimary: true},
  ];

  it('shows what is primary and works now, and always the way to all keys', () => {
    expect(textOf(footerLine(layer, 80))).toBe(' ⏎ done, go on · n not applicable · ? all keys');
    expect(textOf(footerLine(layer, 34))).toBe(' ⏎ done, go on · ? all keys');
  });

  it('never is wider than the screen', () => {
    for (let width = 16; width < 80; width += 1)
      expect(lineWidth(footerLine(layer, width)), `at ${width}`).toBeLessThanOrEqual(width);
  });
});
