import {render} from 'ink-testing-library';
import {describe, expect, it} from 'vitest';
import {EntryList, type Entry} from '../../../source/wizard/list/entry-list.tsx';
import {line} from '../../../source/wizard/list/line.ts';

function entries(count: number, rowsEach = 1): Entry[] {
  return Array.from({length: count}, (_, index) => ({
    id: `e${index}`,
    isSelectable: true,
    lines: Array.from({length: rowsEach}, (_, row) => line(`entry ${index} row ${row}`)),
  }));
}

function rowsOf(frame: string | undefined): string[] {
  return (frame ?? '').split('\n').map((row) => row.trimEnd());
}

describe('a list', () => {
  it('shows everything when everything fits, without a word about more', () => {
    const {lastFrame, unmount} = render(
      <EntryList entries={entries(3)} selected="e2" height={3} />,
    );
    expect(rowsOf(lastFrame())).toEqual(['entry 0 row 0', 'entry 1 row 0', 'entry 2 row 0']);
    unmount();
  });

  it('keeps every row of the selected entry in view and counts what is hidden', () => {
    const {lastFrame, unmount} = render(
      <EntryList entries={entries(10, 2)} selected="e6" height={8} />,
    );
    const rows = rowsOf(lastFrame());
    expect(rows).toHaveLength(8);
    expect(rows).toContain('entry 6 row 0');
    expect(rows).toContain('entry 6 row 1');
    const above = Number(/(\d+) more above/.exec(rows[0] ?? '')?.[1]);
    const below = Number(/(\d+) more below/.exec(rows[7] ?? '')?.[1]);
    expect(above + below + 6).toBe(20);
    unmount();
  });

  it('scrolls no further than it must when the selection moves', () => {
    const list = entries(20);
    const {lastFrame, rerender, unmount} = render(
      <EntryList entries={list} selected="e10" height={8} />,
    );
    const before = rowsOf(lastFrame());
    rerender(<EntryList entries={list} selected="e9" height={8} />);
    expect(rowsOf(lastFrame())).toEqual(before);
    unmount();
  });

  it('shows the last entry at the very end', () => {
    const {lastFrame, unmount} = render(
      <EntryList entries={entries(20)} selected="e19" height={8} />,
    );
    expect(rowsOf(lastFrame()).findLast(Boolean)).toBe('entry 19 row 0');
    unmount();
  });
});
