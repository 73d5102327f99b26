import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {buildFixture, type Fixture} from '../../harness/build-fixture.ts';
import {ctrl, keys, pasted} from '../../harness/keys.ts';
import {makeStoreHome, type StoreHome} from '../../harness/store-home.ts';
import {openTerminal, type OpenTerminal} from '../../harness/terminal.ts';

let program: Fixture;

beforeAll(async () => {
  program = await buildFixture(fileURLToPath(new URL('editor-program.tsx', import.meta.url)));
});

afterAll(async () => program.remove());

function fileIn(home: StoreHome): string {
  return path.join(home.path, 'text');
}

async function openEditor(home: StoreHome): Promise<OpenTerminal> {
  const terminal = openTerminal({
    command: process.execPath,
    args: [program.path, fileIn(home)],
  });
  await terminal.waitFor('Write here');
  return terminal;
}

/** The text in view, without the head line and the scroll bar. */
function textInView(rows: readonly string[]): readonly string[] {
  return rows.slice(1).map((row) => row.slice(0, 78).trimEnd());
}

async function finish(terminal: OpenTerminal): Promise<void> {
  terminal.write(keys.escape);
  await terminal.waitFor('ended with');
  expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
}

function words(count: number): string {
  return Array.from({length: count}, (_, index) => `w${index}`).join(' ');
}

describe('nothing typed is lost', () => {
  test('2,000 characters and keys in one piece', async () => {
    await using home = makeStoreHome();
    await using terminal = await openEditor(home);
    const line = `${'x'.repeat(40)}${keys.backspace}${keys.left}${keys.right}${keys.enter}`;
    terminal.write(`${line.repeat(50)}end`);
    await terminal.waitFor(/^end/mu);
    await finish(terminal);
    const expected = `${`${'x'.repeat(39)}\n`.repeat(50)}end`;
    expect(readFileSync(fileIn(home), 'utf8')).toBe(expected);
  });

  test('a paste of 500 lines, with what is typed right behind it', async () => {
    await using home = makeStoreHome();
    await using terminal = await openEditor(home);
    const lines = Array.from(
      {length: 500},
      (_, index) => `${index}\tcafé 日本 ${'z'.repeat(index)}`,
    );
    terminal.write(`${pasted(lines.join('\r\n'))}typed`);
    await terminal.waitFor('ztyped');
    await finish(terminal);
    expect(readFileSync(fileIn(home), 'utf8')).toBe(`${lines.join('\n')}typed`);
  });
});

test('after kill -9 in the middle of typing, all that was drawn is in the file', async () => {
  await using home = makeStoreHome();
  await using terminal = await openEditor(home);
  for (const letter of words(250)) terminal.write(letter);
  await terminal.waitFor('w50');
  terminal.kill('SIGKILL');
  await terminal.exited;
  const shown = textInView(terminal.screen()).join('');
  const kept = readFileSync(fileIn(home), 'utf8');
  expect(shown).toContain('w50');
  expect(kept.replaceAll(' ', '')).toContain(shown.replaceAll(' ', ''));
});

test('a resize while editing wraps the text anew and loses no key', async () => {
  await using home = makeStoreHome();
  await using terminal = await openEditor(home);
  terminal.write('one two three four five six seven eight nine ten');
  await terminal.waitFor('nine ten');
  terminal.resize(60, 16);
  terminal.write(' eleven');
  terminal.resize(24, 10);
  terminal.write(' twelve');
  const rows = await terminal.waitFor(/Editing in 24[^]*twelve/u);
  expect(rows.slice(1, 5)).toEqual([
    'one two three four',
    'five six seven eight',
    'nine ten eleven twelve',
    '',
  ]);
  await finish(terminal);
  expect(readFileSync(fileIn(home), 'utf8')).toMatch(/ten eleven twelve$/u);
});

test('wide characters, tabs and accents are drawn and edited in their cells', async () => {
  await using home = makeStoreHome();
  await using terminal = await openEditor(home);
  terminal.write(`日本語${keys.left}${keys.left}x${keys.end} e\u{301}`);
  terminal.write(`${keys.enter}${pasted('a\tb')}${keys.up}${keys.home}${ctrl('k')}${ctrl('_')}`);
  await terminal.waitFor((rows) => rows[1] === '日x本語 e\u{301}' && rows[2] === 'a   b');
  await finish(terminal);
  expect(readFileSync(fileIn(home), 'utf8')).toBe('日x本語 e\u{301}\na\tb');
});
