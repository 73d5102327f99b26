import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ctrl} from '../../harness/keys.ts';
import type {OpenTerminal} from '../../harness/terminal.ts';
import {makePlace, type Place} from '../place.ts';
import {expectGone, pidsWrittenTo} from '../processes.ts';
import {openFirstText} from '../steps.ts';

/** Appends a page to the last argument, then does what `then` says. */
const editor = (then: string) =>
  `#!/bin/sh\nfor f; do :; done\necho "a page of text" >> "$f"\n${then}\n`;

/** What is on the screen, as one line. */
const said = (rows: readonly string[]) => rows.join(' ').replaceAll(/\s+/g, ' ');

async function openEditor(
  place: Place,
  env: Readonly<Record<string, string>>,
): Promise<OpenTerminal> {
  await place.start();
  const wizard = place.open(['resume'], {env});
  await openFirstText(wizard);
  wizard.write('x');
  await wizard.waitFor(/ {2}x$/m);
  wizard.write(ctrl('x'));
  return wizard;
}

/** What stands in the one file that was kept. */
async function keptText(place: Place): Promise<string> {
  const kept = (await place.files(place.temporary)).filter((name) => name.endsWith('text.md'));
  expect(kept).toHaveLength(1);
  return readFile(path.join(place.temporary, kept[0] ?? ''), 'utf8');
}

test.concurrent.each([
  ['fails', 'exit 1', /exit code 1/],
  ['is killed', 'kill -KILL $$', /a signal/],
])('what an editor wrote that %s is kept, and the person is told where', async (_, then, how) => {
  await using place = makePlace();
  const ed = await place.write('ed', editor(then), 0o755);
  await using wizard = await openEditor(place, {EDITOR: ed});
  const rows = await wizard.waitFor(/What the editor wrote is kept in/);
  expect(said(rows)).toMatch(how);
  expect(rows.join('').replaceAll(' ', '')).toMatch(/kept.*text\.md/);
  expect(await keptText(place)).toBe('xa page of text\n');
  // Said once more as the wizard is left, and whole, however long the line is.
  wizard.write(ctrl('c'));
  await wizard.exited;
  expect(wizard.screen().join('').replaceAll(' ', '')).toMatch(/keptin\S*text\.md\([^)]+\)/);
});

test.concurrent('Ctrl+C in an editor is the editor’s, and what it wrote is kept', async () => {
  await using place = makePlace();
  const ed = await place.write('ed', editor('echo it waits; exec sleep 1000'), 0o755);
  await using wizard = await openEditor(place, {EDITOR: ed});
  await wizard.waitFor('it waits');
  wizard.write(ctrl('c'));
  await wizard.waitFor(/What the editor wrote is kept in/);
  expect(await keptText(place)).toBe('xa page of text\n');
});

test.concurrent('SIGTERM ends the editor with all it has started, and says where its text is', async () => {
  await using place = makePlace();
  const script = editor(
    'echo $$ > pids.txt; sleep 1000 & echo $! >> pids.txt; echo it waits; wait',
  );
  const ed = await place.write('ed', script, 0o755);
  await using wizard = await openEditor(place, {EDITOR: ed});
  await wizard.waitFor('it waits');
  const pids = await pidsWrittenTo(path.join(place.workspace, 'pids.txt'));
  wizard.kill('SIGTERM');
  expect(await wizard.exited).toMatchObject({exitCode: 143});
  await expectGone(pids);
  expect(wizard.screen().join('').replaceAll(' ', '')).toMatch(/keptin.*text\.md/);
  expect(await keptText(place)).toBe('xa page of text\n');
});

test.concurrent('what an editor saves after it has come back is told at the end', async () => {
  await using place = makePlace();
  await using wizard = await openEditor(place, {EDITOR: 'true'});
  await wizard.waitFor('Nothing was changed. If the editor is still open');
  const name = (await place.files(place.temporary)).find((one) => one.endsWith('.md')) ?? '';
  await writeFile(path.join(place.temporary, name), 'written late');
  wizard.write(ctrl('c'));
  await wizard.exited;
  expect(wizard.screen().join('').replaceAll(' ', '')).toContain(name);
  expect(await keptText(place)).toBe('written late');
});

test.concurrent('an editor that changes nothing leaves nothing behind', async () => {
  await using place = makePlace();
  await using wizard = await openEditor(place, {EDITOR: 'true'});
  await wizard.waitFor('Nothing was changed.');
  wizard.write(ctrl('c'));
  await wizard.exited;
  expect(await place.files(place.temporary)).toEqual([]);
});

test.concurrent('an editor in a folder with a blank, in quotes and with an argument', async () => {
  await using place = makePlace();
  await mkdir(path.join(place.workspace, 'My Editor'));
  const ed = await place.write('My Editor/ed', editor('exit 0'), 0o755);
  await using wizard = await openEditor(place, {EDITOR: `"${ed}" --wait`});
  const rows = await wizard.waitFor('Written: Architecture overview');
  expect(rows.join('\n')).toContain('✔ Architecture overview');
  expect(await place.files(place.temporary)).toEqual([]);
});
