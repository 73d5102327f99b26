// What each kind of place looks like once it is written.
import {describe, expect, test} from 'vitest';
import {readPlaybookBytes} from '../../../source/playbook/load.ts';
import {allItems} from '../../../source/playbook/walk.ts';
import type {ItemToWrite} from '../../../source/playbook/writing-back/standing.ts';
import {writeBack} from '../../../source/playbook/writing-back/write-back.ts';

type Said = Partial<Pick<ItemToWrite, 'status' | 'owner' | 'dueOn' | 'evidence'>>;

/** Writes back what is said of the item of that text. */
async function written(
  source: string | Uint8Array,
  said: Readonly<Record<string, Said>>,
  options: {readonly hasBoxes?: boolean} = {},
) {
  const bytes = Buffer.from(source);
  const items = allItems((await readPlaybookBytes(bytes, 'x.md')).playbook).map(
    ({item}): ItemToWrite => {
      const {id, text, position, isChecked, isStruck, owner, dueOn, evidence = []} = item;
      const status = isStruck ? 'not-applicable' : isChecked ? 'done' : 'open';
      return {id, text, position, status, owner, dueOn, evidence, ...said[text]};
    },
  );
  const back = await writeBack('x.md', bytes, items, options);
  const unwritten = back.unwritten.map(({text, aspect, why}) => `${text}: ${aspect} ${why}`);
  return {bytes: back.bytes, text: Buffer.from(back.bytes).toString(), unwritten};
}

const done = {status: 'done'} as const;
const open = {status: 'open'} as const;
const not = {status: 'not-applicable'} as const;

describe('boxes', () => {
  test.each([
    ['- [ ] a', done, '- [x] a'],
    ['- [x] a', open, '- [ ] a'],
    ['- [X] z\n- [ ] a', done, '- [X] z\n- [X] a'],
    ['*  [ ]   a  ', done, '*  [x]   a  '],
    ['1) [ ] a', done, '1) [x] a'],
    ['> * [ ] a', done, '> * [x] a'],
    ['-[ ] a', done, '-[x] a'],
    ['- [] a', done, '- [x] a'],
    ['- [ x ] z\n- [   ] a', done, '- [ x ] z\n- [ x ] a'],
    ['- [/] a', done, '- [x] a'],
    ['- \\[ \\] a', done, '- \\[x\\] a'],
    ['- ☐ a', done, '- ☑ a'],
    ['☐ a', done, '☑ a'],
    ['- ⬜ a', done, '- ✅ a'],
    ['- ✔️ z\n- ⬜ a', done, '- ✔️ z\n- ✔️ a'],
    ['- ✅ a\n- ⬜ z', open, '- ⬜ a\n- ⬜ z'],
    ['- :white_large_square: a', done, '- :white_check_mark: a'],
    ['- <input type="checkbox"> a', done, '- <input type="checkbox" checked> a'],
    ['- <input type="checkbox" checked /> a', open, '- <input type="checkbox" /> a'],
    ['- [ ] a', not, '- [ ] ~~a~~'],
    ['- ☐ a', not, '- ☐ ~~a~~'],
    ['- [-] z\n- [ ] a', not, '- [-] z\n- [-] a'],
    ['- [ ] ~~a~~', open, '- [ ] a'],
    ['- [x] ~~a~~', open, '- [ ] a'],
    ['- [ ] ~~a~~', done, '- [x] a'],
    ['- [-] a', done, '- [x] a'],
    ['- ~a~', {}, '- ~a~'],
  ])('%j %o', async (line, said, expected) => {
    const rest = '\n\n- [ ] other';
    expect(await written(line + rest, {a: said})).toMatchObject({
      text: expected + rest,
      unwritten: [],
    });
  });

  test('an entry without one stays as it is, unless all get one', async () => {
    const source = '# A\n\n- one\n- two\n\n# B\n\n- [ ] three\n';
    expect(await written(source, {one: done})).toMatchObject({
      text: source,
      unwritten: ['one: status no-place'],
    });
    expect(await written(source, {one: done}, {hasBoxes: true})).toMatchObject({
      text: '# A\n\n- [x] one\n- [ ] two\n\n# B\n\n- [ ] three\n',
      unwritten: [],
    });
  });

  test('it is struck out without one', async () => {
    expect(await written('1. Stop **it** now\n2. go\n', {'Stop it now': not})).toMatchObject({
      text: '1. ~~Stop **it** now~~\n2. go\n',
    });
  });
});

describe('tables', () => {
  const table = (heads: string, ...rows: readonly string[]) =>
    [heads, heads.replaceAll(/[^|]+/gu, '---'), ...rows].join('\n');

  test.each([
    ['|Task|Status|', ['|a|Open|', '|z|Done|'], done, ['|a|Done|', '|z|Done|']],
    ['| Task | Status |', ['| a | Open   |'], done, ['| a | Done   |']],
    ['| Task | Status |', ['| a |        |'], done, ['| a | Done   |']],
    ['| Aufgabe | Stand |', ['| a | offen |'], done, ['| a | erledigt |']],
    ['| Task | Done |', ['| a | no |'], done, ['| a | yes |']],
    ['| Task | Status |', ['| a | Done |', '| z | Open |'], open, ['| a | Open |', '| z | Open |']],
    ['| Task | Status |', ['| a | Open |'], not, ['| a | N/A  |']],
    ['|  | Task |', ['| [ ] | a |', '| [ ] | z |'], done, ['| [x] | a |', '| [ ] | z |']],
    ['|  | Task |', ['| [ ] | a |'], done, ['| [x] | a |']],
    ['| Box | Text |', ['| ⬜ | a |'], done, ['| ☑ | a |']],
    ['| Box | Text |', ['| ⬜ | a |', '| ⬜ | z |'], done, ['| ✅ | a |', '| ⬜ | z |']],
    [
      '| Task | Owner | Due |',
      ['| a |  |  |'],
      {owner: 'Lee|x', dueOn: '2027-01-02'},
      ['| a | Lee\\|x | 2027-01-02 |'],
    ],
    ['Task | Owner', ['a | tbd'], {owner: 'Lee'}, ['a | Lee']],
    ['| Task | Owner |', ['| a | @sam |'], {owner: 'lee'}, ['| a | @lee |']],
    [
      '| Task | Evidence |',
      ['| a |  |'],
      {evidence: ['https://b.example/x?a=1|2']},
      ['| a | https://b.example/x?a=1%7C2 |'],
    ],
  ])('%s %j', async (heads, rows, said, expected) => {
    const back = await written(table(heads, ...rows), {a: said});
    expect(back).toMatchObject({text: table(heads, ...expected)});
  });
});

describe('what makes a file another one', () => {
  test('rows that are struck out do not turn the bullets beside them into notes', async () => {
    const rows = ['| Task |', '|---|', '| a |', '| b |'].join('\n');
    const source = `# One\n\n${rows}\n\n# Two\n\n- c\n- d\n`;
    const back = await written(source, {a: not, b: not, c: not});
    expect(back.unwritten).toEqual([]);
    expect(back.text).toBe(
      source.replace('| a |', '| ~~a~~ |').replace('| b |', '| ~~b~~ |').replace('- c', '- ~~c~~'),
    );
  });

  test('what cannot be said of a row is told', async () => {
    const rows = ['| Done |  |  |', '|---|---|---|', '|  |  | ☐ |', '|  |  | x |'].join('\n');
    const back = await written(`- [ ] a\n\n${rows}\n`, {x: open});
    expect(back.unwritten).toEqual(['x: status no-place']);
  });
});

describe('owner, day and evidence', () => {
  test.each([
    ['- [ ] a @sam', {owner: 'lee'}, '- [ ] a @lee'],
    ['- [ ] a (@sam)', {owner: 'lee'}, '- [ ] a (@lee)'],
    ['- [ ] a (owner: Sam Ito)', {owner: 'Ana Bell'}, '- [ ] a (owner: Ana Bell)'],
    ['- [ ] a (owner: )', {owner: 'Ana Bell'}, '- [ ] a (owner: Ana Bell)'],
    ['- [ ] a [owner:: ]', {owner: 'Ana'}, '- [ ] a [owner:: Ana]'],
    ['- [ ] a - Owner: ____', {owner: 'Ana'}, '- [ ] a - Owner: Ana'],
    ['- [ ] a 📅 2026-01-02', {dueOn: '2027-01-02'}, '- [ ] a 📅 2027-01-02'],
    ['- [ ] a (due: TBD)', {dueOn: '2027-01-02'}, '- [ ] a (due: 2027-01-02)'],
    [
      '- [ ] a [due:: 2026-01-02] @sam',
      {dueOn: '2027-01-02', ...not},
      '- [ ] ~~a [due:: 2027-01-02] @sam~~',
    ],
    [
      '- [ ] a\n  - Owner:\n  - Due: ____',
      {owner: 'Ana', dueOn: '2027-01-02'},
      '- [ ] a\n  - Owner: Ana\n  - Due: 2027-01-02',
    ],
    [
      '- [ ] a\n\n  **Evidence:** ',
      {evidence: ['https://b.example']},
      '- [ ] a\n\n  **Evidence:** https://b.example',
    ],
  ])('%j %o', async (line, said, expected) => {
    const rest = '\n- [ ] other';
    expect(await written(line + rest, {a: said})).toMatchObject({
      text: expected + rest,
      unwritten: [],
    });
  });

  test('what the file has no place for is told', async () => {
    const said = {owner: 'Ana', dueOn: '2027-01-02', evidence: ['https://b.example'], ...done};
    expect(await written('- [ ] a\n', {a: said})).toMatchObject({
      text: '- [x] a\n',
      unwritten: ['a: owner no-place', 'a: date no-place', 'a: evidence no-place'],
    });
  });
});

describe('the bytes of a file', () => {
  test.each([
    ['a mark and Windows line ends', Buffer.from('\uFEFF- [ ] a\r\n- [ ] ü\r\n')],
    ['UTF-16, little end first', Buffer.from('\uFEFF- [ ] a\r\n- [ ] ü \u2603', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFF- [ ] a\n- [ ] ü\u0A0D', 'utf16le').swap16()],
    ['Latin-1', Buffer.from('- [ ] a\n- [ ] größer für Käse\n', 'latin1')],
    [
      'MacRoman',
      Buffer.from([
        ...Buffer.from('- [ ] a\r- [ ] f'),
        0x9f,
        ...Buffer.from('r Gr'),
        0x9a,
        0xa7,
        0x65,
      ]),
    ],
    ['bytes that mean nothing', Buffer.from([...Buffer.from('- [ ] a\n- [ ] äöü ß'), 0xff, 10])],
  ])('%s', async (_name, bytes) => {
    const back = await written(bytes, {a: done});
    const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
    const at = bytes.indexOf(
      isWide && bytes[0] === 0xff
        ? Buffer.from('[ ]', 'utf16le')
        : isWide
          ? Buffer.from('[ ]', 'utf16le').swap16()
          : '[ ]',
    );
    const tick = at + (isWide ? (bytes[0] === 0xff ? 2 : 3) : 1);
    const expected = Buffer.from(bytes);
    expected[tick] = 0x78;
    expect(Buffer.compare(back.bytes, expected)).toBe(0);
  });

  test('a sign that the encoding does not have is told', async () => {
    const bytes = Buffer.from(
      '| Task | ok |\n|---|---|\n| a | \xA0 |\n| größer | für Käse |\n\n- [ ] b\n',
      'latin1',
    );
    const back = await written(bytes, {b: done, a: {owner: '漢'}});
    expect(Buffer.from(back.bytes).toString('latin1')).toContain('- [x] b');
    expect(Buffer.from(back.bytes).toString('latin1')).toContain('größer');
  });

  test('a secret in the file stays there, and is not told', async () => {
    const source = '- [ ] Log in with password: hunter2Xk9Lq77\n- [ ] a\n';
    const back = await written(source, {a: done});
    expect(back.text).toBe(source.replace('[ ] a', '[x] a'));
  });

  test('columns behind a secret are those of the file', async () => {
    const source =
      '| Task | Login | Status |\n|---|---|---|\n| a | password=hunter2Xk9Lq77 | Open |\n';
    expect((await written(source, {a: done})).text).toBe(source.replace('Open', 'Done'));
  });
});
