import {describe, expect, it} from 'vitest';
import {
  line,
  lineWidth,
  spread,
  truncate,
  wrap,
  type Line,
} from '../../../source/wizard/list/line.ts';

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
