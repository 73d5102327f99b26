import {describe, expect, it} from 'vitest';
import {joinSpans} from '../../../source/wizard/list/join-spans.ts';
import {
  line,
  lineWidth,
  span,
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

  it('are the same in fewer spans, where blanks have any colour but none that shows on them', () => {
    const lead = [span('❯ ', 'accent'), span('  '), span('○ '), span('text')];
    expect(joinSpans(lead)).toEqual([span('❯   ', 'accent'), span('○ text')]);
    expect(joinSpans([span('a'), span(' ', 'inverse'), span('b')])).toHaveLength(3);
    expect(joinSpans([span('  ', 'muted'), span('b', 'danger')])).toEqual([span('  b', 'danger')]);
  });

  it('put the right part at the edge', () => {
    const spans = spread(line('left'), line('right'), 20);
    expect(lineWidth(spans)).toBe(20);
    expect(textOf(spans)).toMatch(/^left +right$/);
  });
});
