import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {loadPlaybook} from '../../source/playbook/load.ts';
import {parsePlaybook} from '../../source/playbook/parse.ts';
import {PlaybookError} from '../../source/playbook/playbook-error.ts';
import {Problem} from '../../source/problem.ts';
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

  test('refuses text that is not UTF-8', async () => {
    const message = '/latin.md: The file is not UTF-8 text; save it as UTF-8.';
    expect(await refusal('latin.md', Uint8Array.of(0x2d, 0x20, 0xfc, 0x0a))).toBe(message);
  });

  test('refuses a file over 5 MiB without parsing it', async () => {
    const message = await refusal('large.md', '- a\n'.repeat(1_400_000));
    expect(message).toContain('The file has 5.3 MiB, which is over the limit of 5 MiB');
  });

  test.each([
    ['empty.md', '', 'The file is empty'],
    ['blank.md', '\uFEFF \r\n\n', 'The file is empty'],
    ['prose.md', '# T\n\nOnly words.\n', 'There is no list to work through'],
    ['commented.md', '# T\n\n<!--\n- a\n-->\n', 'There is no list to work through'],
    ['gotchas.md', '# T\n\n## Gotchas\n\n- a\n', 'There is no list to work through'],
  ])('refuses %s, which has nothing to settle', async (name, content, what) => {
    expect(await refusal(name, content)).toBe(
      `/${name}:1:1: ${what}; write each thing to settle on a line that starts with "- [ ]".`,
    );
  });

  test('refuses lists nested beyond any use instead of crashing', () => {
    expect(() => parsePlaybook(`${'> '.repeat(600)}- a`, 'deep.md')).toThrow(
      'deep.md: The lists or quotations are nested too deeply',
    );
  });
});
