import {readFile, stat} from 'node:fs/promises';
import {createHash} from 'node:crypto';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

const secret = ['ghp', 'J7dK2mQx9PvR4sT8wY1zA5bC6eF3gH0nL2kM'].join('_');
const password = 'correct-horse-7-battery';

const text = `checks:
  - name: Says too much
    command: cat output.txt; echo \${env.DB_PASSWORD}; exit 3
    expect: {exit: 0}
`;

test.concurrent('evidence lies in the store under its own hash, without secrets and without terminal escapes', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', text);
  await place.write(
    'output.txt',
    `\u{1B}]0;owned\u{7}\u{1B}[31mred\u{1B}[0m \u{9B}2J\ntoken ${secret}\npassword=${password}\nthe end\r\n`,
  );
  const id = await place.start();
  const {exitCode, stdout} = await place.run(['check', '--trust'], {DB_PASSWORD: password});
  expect(exitCode).toBe(3);

  const folder = path.join(place.home, 'evidence');
  const [name = '', ...others] = await place.files(folder);
  expect(others).toEqual([]);
  const file = path.join(folder, name);
  const evidence = await readFile(file, 'utf8');
  expect(name).toBe(createHash('sha256').update(evidence).digest('hex'));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(evidence).toContain('red');
  expect(evidence).toContain('the end');

  const {journal} = await place.stored(id);
  expect(journal.at(-1)).toMatchObject({run: {results: [{evidence: {stored: name}}]}});
  await place.run(['docs', '--out', 'documents']);
  const document = await readFile(
    path.join(place.workspace, 'documents', 'customer', 'handoff-document.md'),
    'utf8',
  );
  expect(document).toContain('Says too much');
  for (const shown of [evidence, JSON.stringify(journal), stdout, document]) {
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(password);
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(shown).not.toMatch(/[\u{0}-\u{8}\u{B}-\u{1F}\u{7F}-\u{9F}]/u);
  }
});
