import {useState} from 'react';
import {expect, test} from 'vitest';
import {line} from '../../../source/wizard/list/line.ts';
import {Pager} from '../../../source/wizard/list/pager.tsx';
import {usePane} from '../../../source/wizard/list/use-pane.ts';
import {keys} from '../../harness/keys.ts';
import {openPart, type Part} from '../../harness/part.tsx';
import {checksBindings} from '../../../source/wizard/steps/checks/bindings.ts';
import {bodyOf, InFrame} from '../in-frame.tsx';

interface PagedProps {
  readonly count: number;
  readonly hint?: string;
  readonly follows?: boolean;
}

/** Lines to read; `r` adds one, as a command that goes on printing does. */
function Paged({count, hint, follows = false}: PagedProps) {
  const pane = usePane();
  const [length, setLength] = useState(count);
  const lines = Array.from({length}, (_, index) => line(`line ${index}`));
  const grow = () => setLength((before) => before + 1);
  return (
    <InFrame layer={[...pane.keys, {binding: checksBindings.runChecks, run: grow}]}>
      {({height}) => (
        <Pager lines={lines} height={height} ref={pane.ref} hint={hint} follows={follows} />
      )}
    </InFrame>
  );
}

const body = (part: Part) => bodyOf(part.screenText());

test('what fits is shown whole, without a word about more', async () => {
  await using part = await openPart(<Paged count={3} hint="PgDn" />);
  await part.press(keys.down, keys.pageDown, 'G');
  expect(body(part)).toEqual(['line 0', 'line 1', 'line 2']);
});

test.each([
  {cols: 80, rows: 24},
  {cols: 60, rows: 16},
])(
  'at $cols×$rows every line of a long text comes into sight, one by one and by pages',
  async (size) => {
    await using part = await openPart(<Paged count={50} hint="PgUp PgDn" />, size);
    const room = size.rows - 6;
    expect(body(part)[0]).toBe('line 0');
    expect(body(part).at(-1)).toBe(`↓ ${50 - room} more · PgUp PgDn`);
    await part.press(keys.down);
    expect(body(part)[0]).toBe('line 1');
    await part.press('kk');
    expect(body(part)[0]).toBe('line 0');
    const seen = new Set(body(part));
    while (body(part).at(-1)?.includes('more')) {
      await part.press(keys.pageDown);
      for (const row of body(part)) seen.add(row);
    }
    for (let index = 0; index < 50; index += 1) expect(seen).toContain(`line ${index}`);
    expect(body(part).at(-1)).toBe(`↑ ${50 - room} above · PgUp PgDn`);
    await part.press('g');
    expect(body(part)[0]).toBe('line 0');
    await part.press(keys.end, keys.down);
    expect(body(part).at(-2)).toBe('line 49');
  },
);

test('what goes on shows its end, until somebody reads further up, and again from there', async () => {
  await using part = await openPart(<Paged count={40} follows />);
  expect(body(part).at(-2)).toBe('line 39');
  await part.press('rr');
  expect(body(part).at(-2)).toBe('line 41');
  await part.press(keys.up, 'r');
  expect(body(part).at(-2)).toBe('line 40');
  expect(body(part).at(-1)).toMatch(/2 more$/);
  await part.press('G', 'r');
  expect(body(part).at(-2)).toBe('line 43');
});

test('a terminal that is made smaller at the end of a text still shows its end', async () => {
  await using part = await openPart(<Paged count={50} />);
  await part.press('G');
  await part.resize(60, 16);
  await part.press('G');
  expect(body(part).at(-2)).toBe('line 49');
  await part.resize(80, 60);
  expect(body(part)[0]).toBe('line 0');
});
