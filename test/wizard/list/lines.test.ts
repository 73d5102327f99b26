import {describe, expect, it} from 'vitest';
import {footerLine} from '../../../source/wizard/frame/footer.ts';
import {
  line,
  lineWidth,
  spread,
  truncate,
  wrap,
  type Line,
} from '../../../source/wizard/list/line.ts';
import type {KeyLayer} from '../../../source/wizard/keys/layer.ts';
import {frameBindings} from '../../../source/wizard/frame/frame-bindings.ts';
import {itemBindings} from '../../../source/wizard/steps/items/item-bindings.ts';
import {stepBindings} from '../../../source/wizard/steps/step-bindings.ts';

const run = () => undefined;

function textOf(spans: Line): string {
  return spans.map(({text}) => text).join('');
}

describe('lines of the terminal', () => {
  it('wrap at words and lose nothing, also of words longer than the line', () => {
    expect(wrap('hand the system over', 8)).toEqual(['hand the', 'system', 'over']);
    expect(wrap('a'.repeat(20), 8).join('')).toBe('a'.repeat(20));
  });

  it('count wide characters as two cells when they cut', () => {
    expect(truncate('株式会社アペックス', 9)).toBe('株式会社…');
    expect(truncate('short', 9)).toBe('short');
  });

  it('put the right part at the edge', () => {
    const spans = spread(line('left'), line('right'), 20);
    expect(lineWidth(spans)).toBe(20);
    expect(textOf(spans)).toMatch(/^left +right$/);
  });
});

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
