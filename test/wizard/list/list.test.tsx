import {useState} from 'react';
import {useIsScreenReaderEnabled} from 'ink';
import {expect, test} from 'vitest';
import {drawRows} from '../../../source/wizard/list/draw-rows.ts';
import {span} from '../../../source/wizard/list/line.ts';
import {List} from '../../../source/wizard/list/list.tsx';
import {gap, headingRow, type Row} from '../../../source/wizard/list/row.ts';
import {usePane} from '../../../source/wizard/list/use-pane.ts';
import {keys} from '../../harness/keys.ts';
import {openPart, type Part, type PartOptions} from '../../harness/part.tsx';
import {bodyOf, InFrame} from '../in-frame.tsx';

function Listed({rows}: {readonly rows: readonly Row[]}) {
  const isSpoken = useIsScreenReaderEnabled();
  const list = usePane();
  const [at, setAt] = useState(() => rows.find(({key}) => key !== undefined)?.key);
  return (
    <InFrame layer={list.keys}>
      {({width, height}) => (
        <List
          ref={list.ref}
          drawn={drawRows(rows, {selected: at, width, isSpoken})}
          selected={at}
          onSelect={setAt}
          height={height}
        />
      )}
    </InFrame>
  );
}

function open(rows: readonly Row[], options?: PartOptions): Promise<Part> {
  return openPart(<Listed rows={rows} />, options);
}

function numbered(count: number): Row[] {
  return Array.from({length: count}, (_, index) => ({
    key: `row ${index}`,
    text: `Row ${index}`,
  }));
}

const selected = (part: Part) => part.screenText().filter((row) => row.includes('❯'));
const body = (part: Part) => bodyOf(part.screenText());

test('a list of nothing is empty, and its keys do no harm', async () => {
  await using part = await open([]);
  await part.press(keys.down, keys.up, keys.pageDown, keys.pageUp, 'gGjk');
  expect(body(part)).toEqual([]);
});

test('rows are drawn with sign, figure, remarks and what stands below them', async () => {
  const rows: readonly Row[] = [
    headingRow('Components'),
    {
      key: 'orders',
      sign: {glyph: '◐', word: 'begun', token: 'accent'},
      text: 'Orders service',
      remarks: [span('1 field missing'), span('nobody has it')],
      figure: [span('2 of 3')],
      below: [span('Still missing: runs on.')],
    },
    gap,
    {key: 'cache', depth: 1, text: 'Cache'},
  ];
  await using part = await open(rows);
  expect(body(part)).toEqual([
    '  Components',
    `❯ ◐ Orders service${' '.repeat(54)}2 of 3`,
    '    1 field missing · nobody has it',
    '    Still missing: runs on.',
    '',
    '    Cache',
  ]);
});

test('what is too long is wrapped below itself, and only a row that says so is cut', async () => {
  const text =
    'Restart the orders service after the cache has been emptied by hand, and not before';
  await using part = await open(
    [
      {key: 'a', text},
      {key: 'b', text, isCut: true},
    ],
    {cols: 60, rows: 16},
  );
  expect(body(part)).toEqual([
    '❯ Restart the orders service after the cache has been',
    '  emptied by hand, and not before',
    '  Restart the orders service after the cache has been emp…',
  ]);
});

test('up and down go row by row over headings, and stop at the ends', async () => {
  await using part = await open([
    headingRow('One'),
    ...numbered(2),
    headingRow('Two'),
    {key: 'z', text: 'Last'},
  ]);
  await part.press(keys.down);
  expect(selected(part)).toEqual([' ❯ Row 1']);
  await part.press('j');
  expect(selected(part)).toEqual([' ❯ Last']);
  await part.press(keys.down, 'jj', keys.up, 'k');
  expect(selected(part)).toEqual([' ❯ Row 0']);
  await part.press('k');
  expect(selected(part)).toEqual([' ❯ Row 0']);
});

test.each([
  {cols: 80, rows: 24},
  {cols: 60, rows: 16},
])(
  'a long list at $cols×$rows says how much is out of sight, and pages through all of it',
  async (size) => {
    await using part = await open(numbered(60), size);
    expect(body(part).at(-1)).toMatch(/^ {2}↓ \d+ more below$/);
    const seen = new Set(body(part));
    for (let page = 0; page < 8; page += 1) {
      await part.press(keys.pageDown);
      for (const row of body(part)) seen.add(row.replace('❯', ' '));
    }
    expect(selected(part)).toEqual([' ❯ Row 59']);
    for (const {text} of numbered(60))
      expect(seen).toContain(text === 'Row 0' ? '❯ Row 0' : `  ${text}`);
    await part.press(keys.home);
    expect(selected(part)).toEqual([' ❯ Row 0']);
    await part.press('G');
    expect(body(part)[0]).toMatch(/^ {2}↑ \d+ more above$/);
    await part.press(keys.pageUp, 'g');
    expect(body(part)[0]).toBe('');
    await part.press(keys.end);
    expect(selected(part)).toEqual([' ❯ Row 59']);
  },
);

test('the selected row stays in sight when the terminal gets small and large again', async () => {
  await using part = await open(numbered(60));
  await part.press(...Array.from({length: 30}, () => keys.down));
  await part.resize(60, 16);
  expect(selected(part)).toEqual([' ❯ Row 30']);
  await part.resize(120, 50);
  expect(selected(part)).toEqual([' ❯ Row 30']);
});

test('a row longer than the screen scrolls by itself before the selection goes on', async () => {
  const words = Array.from({length: 40}, (_, index) => `line-${index}`);
  await using part = await open([
    {key: 'long', text: 'Long', below: words.map((word) => span(word))},
    {key: 'next', text: 'Next'},
  ]);
  const seen = new Set(body(part));
  while (selected(part)[0] !== ' ❯ Next') {
    await part.press(keys.down);
    for (const row of body(part)) seen.add(row);
  }
  for (const word of words) expect(seen).toContain(`  ${word}`);
});

test('lines that no selection reaches can be scrolled to, at both ends', async () => {
  const many = (name: string) =>
    Array.from({length: 30}, (_, index) => headingRow(`${name} ${index}`));
  await using part = await open([
    ...many('Above'),
    {key: 'one', text: 'The one'},
    ...many('Below'),
  ]);
  await part.press('G');
  expect(body(part)).toContain('  Below 29');
  await part.press('g');
  expect(body(part)).toContain('  Above 0');
});

test('a list for the ear says the word of each sign, and which row is selected', async () => {
  await using part = await open(
    [
      headingRow('Components'),
      {
        key: 'a',
        sign: {glyph: '✔', word: 'done', token: 'success'},
        text: 'Cache',
        remarks: [span('7.4')],
      },
      {
        key: 'b',
        sign: {glyph: '○', word: 'open', token: 'plain'},
        text: 'Queue',
        figure: [span('0 of 2')],
      },
    ],
    {isScreenReader: true},
  );
  const heard = part.screenText().join('\n');
  expect(heard).toContain('selected, done, Cache, 7.4');
  expect(heard).toContain('open, Queue, 0 of 2');
  expect(heard).not.toMatch(/[❯✔○]/);
});
