import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {loadPlaybook} from '../../source/playbook/load.ts';
import {PlaybookError} from '../../source/playbook/playbook-error.ts';
import {Problem} from '../../source/problem.ts';
import {allItems, phasesOfFile} from '../../source/playbook/walk.ts';
import {fixturePath} from './fixtures.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'playbook-'));
});

afterAll(async () => {
  await rm(folder, {recursive: true, force: true});
});

async function refusal(name: string, content?: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  if (content !== undefined) await writeFile(file, content);
  const error: unknown = await loadPlaybook(file).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(PlaybookError);
  expect(error).toBeInstanceOf(Problem);
  return error instanceof Error ? error.message.replace(folder, '') : '';
}

describe('loading a playbook', () => {
  test('reads a file', async () => {
    const playbook = await loadPlaybook(fixturePath('flat.md'));
    expect(playbook.title).toBe('Server move');
  });

  test('refuses a missing file and a folder in plain words', async () => {
    expect(await refusal('none.md')).toBe('/none.md: There is no such file; check the path.');
    expect(await refusal('.')).toMatch(/This is a folder; name the Markdown file in it\.$/u);
  });

  test('refuses a path through a file', async () => {
    await writeFile(path.join(folder, 'plain.md'), '- a');
    expect(await refusal('plain.md/list.md')).toContain('a part of the path is not a folder');
  });

  test('refuses a file without read permission, unless the tests run as root', async () => {
    const file = path.join(folder, 'locked.md');
    await writeFile(file, '- a');
    await chmod(file, 0o000);
    const isRoot = process.getuid?.() === 0;
    const outcome = await loadPlaybook(file).then(
      () => 'read',
      (error: unknown) => (error instanceof PlaybookError ? error.message : 'other'),
    );
    expect(outcome).toMatch(isRoot ? /^read$/u : /may not be read/u);
  });

  test('refuses a file over 5 MiB without parsing it', async () => {
    const message = await refusal('large.md', '- a\n'.repeat(1_400_000));
    expect(message).toContain('The file has 5.3 MiB, which is over the limit of 5 MiB');
  });

  test.each([
    ['empty.md', '', 'The file is empty'],
    ['blank.md', '\uFEFF \r\n\n', 'The file is empty'],
    ['commented.md', '# T\n\n<!--\n- a\n-->\n', 'The file is empty'],
  ])('refuses %s, which says nothing', async (name, content, what) => {
    expect(await refusal(name, content)).toBe(
      `/${name}:1:1: ${what}; write each thing to settle on a line that starts with "- [ ]".`,
    );
  });

  test.each([
    ['report.pdf', '%PDF-1.7\n%âãÏÓ', 'a PDF'],
    ['list.docx', 'PK\u0003\u0004\u0014', 'a zip file, such as a Word or Excel document'],
    ['old.rtf', '{\\rtf1\\ansi hello}', 'a rich text document'],
    ['odd.bin', '\u0001\u0002\u0003\u0000\u0001\u0002', 'a binary file'],
  ])('says what %s is', async (name, content, what) => {
    const message = await refusal(name, Buffer.from(content, 'latin1'));
    expect(message).toBe(
      `/${name}: This is ${what}, not Markdown; save its text as Markdown and name that file.`,
    );
  });
});

describe('encodings', () => {
  const text = '# Übergabe\n\n- [ ] Größe prüfen – „ja“\n- [ ] Café öffnen\n';

  async function load(name: string, bytes: Uint8Array) {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    const playbook = await loadPlaybook(file);
    return {
      ...playbook,
      phases: phasesOfFile(playbook),
      notices: playbook.notices.filter(({message}) => !message.includes('added')),
    };
  }

  // The characters of the sample that are not ASCII, in the encodings that have no writer here.
  const mac: Readonly<Record<string, number>> = {
    Ü: 0x86,
    ö: 0x9a,
    ß: 0xa7,
    ü: 0x9f,
    '–': 0xd0,
    '„': 0xe3,
    '“': 0xd2,
    é: 0x8e,
  };
  const latin: Readonly<Record<string, number>> = {
    Ü: 0xdc,
    ö: 0xf6,
    ß: 0xdf,
    ü: 0xfc,
    '–': 0x96,
    '„': 0x84,
    '“': 0x93,
    é: 0xe9,
  };
  const encode = (table: Readonly<Record<string, number>>) =>
    Uint8Array.from(text, (letter) => table[letter] ?? letter.codePointAt(0) ?? 0);
  const wide = (isBig: boolean, hasMark: boolean) => {
    const bytes = Buffer.from(`${hasMark ? '\uFEFF' : ''}${text}`, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };

  test.each([
    ['MacRoman', encode(mac)],
    ['Latin-1', encode(latin)],
    ['UTF-16LE', wide(false, true)],
    ['UTF-16BE', wide(true, true)],
    ['UTF-16LE', wide(false, false)],
  ])('%s is read, and a notice says so at the first line that shows it', async (name, bytes) => {
    const playbook = await load('wide.md', bytes);
    expect(playbook.title).toBe('Übergabe');
    expect(allItems(playbook).map(({item}) => item.text)).toEqual([
      'Größe prüfen – „ja“',
      'Café öffnen',
    ]);
    expect(playbook.notices).toEqual([
      {
        message: `The file is not UTF-8; it is read as ${name}. Save it as UTF-8.`,
        position: {line: 1, column: 3},
      },
    ]);
  });

  test('UTF-8 with a broken byte is read, and a notice names its line', async () => {
    const bytes = Buffer.concat([Buffer.from(text), Uint8Array.of(0x2d, 0x20, 0xff, 0x0a)]);
    const playbook = await load('broken.md', bytes);
    expect(playbook.title).toBe('Übergabe');
    expect(playbook.notices).toMatchObject([{position: {line: 5}}]);
  });
});
