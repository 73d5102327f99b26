import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ctrl, keys} from '../harness/keys.ts';
import {openTerminal} from '../harness/terminal.ts';
import {makePlace, program, type Place} from './place.ts';
import {stepRows} from './steps.ts';
import {registers} from '../../source/handoff/registers/registers.ts';
import {registerNames} from '../../source/playbook/playbook.ts';

interface Item {
  readonly text: string;
  readonly children: readonly Item[];
}

/** The text of every item that has a state: those with items below them are headings. */
function texts(items: readonly Item[]): readonly string[] {
  return items.flatMap(({text, children}) => (children.length > 0 ? texts(children) : [text]));
}

async function builtInTexts(place: Place): Promise<readonly string[]> {
  const {stdout} = await place.run(['playbook', 'show', '--json']);
  const {phases} = JSON.parse(stdout) as {phases: {steps: {items: Item[]}[]}[]};
  return phases.flatMap(({steps}) => steps.flatMap(({items}) => texts(items)));
}

test.concurrent('demo --auto plays the journey, and its document tells the system, the checks and every item', async () => {
  await using place = makePlace();
  const out = path.join(place.path, 'out');
  const {exitCode, stdout, stderr} = await place.run(['demo', '--auto', '--out', out]);
  expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
  const items = await builtInTexts(place);
  // A table that is only offered is settled by its rows, and counts as no work.
  const offered = registerNames.filter((register) => registers[register].lacking !== undefined);
  const work = items.length - offered.length;
  expect(stdout).toContain(`${work}/${work} settled`);
  expect(await place.files(out)).toContain('customer/handoff-document.md');

  const document = await readFile(path.join(out, 'customer', 'handoff-document.md'), 'utf8');
  expect(document).toContain('# Orders service: handoff to Corner Shop Cooperative');
  expect(document).toMatch(/^\*\*accepted\*\* Accepted on [^|\n]* by Mina Okafor/m);
  expect(document).not.toMatch(/recorded against|crossed with/i);
  const names = [...stdout.matchAll(/^ ✔ pass +(.+?) {2,}[\d.]+ m?s/gm)].map(([, name]) => name);
  expect(names).toHaveLength(5);
  for (const name of names)
    expect(document).toMatch(
      new RegExp(`^\\|[^\\n]*${name}[^\\n]*pass[^\\n]*\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d`, 'm'),
    );

  const states = await readFile(path.join(out, 'internal', 'state-of-items.md'), 'utf8');
  const settled = states
    .split('\n')
    .filter((row) => /\| (?:done|not applicable)[^|]*\|.*\d{4}-\d\d-\d\d/.test(row));
  expect(items.filter((text) => !settled.some((row) => row.includes(`${text} `)))).toEqual([]);

  expect(await place.files(place.temporary)).toEqual([]);
  expect(await place.files(place.path)).not.toContain('store');
});

test.concurrent('demo shows the sample in the wizard, and Ctrl+C gives back a sane terminal and leaves nothing', async () => {
  await using place = makePlace();
  const line = `stty -a > before; '${process.execPath}' '${program}' demo; echo "ended with $?"; stty -a > after; cat`;
  await using terminal = openTerminal({
    command: '/bin/sh',
    args: ['-c', line],
    env: place.env,
    cwd: place.workspace,
  });
  await terminal.waitFor(
    /Corner Shop Cooperative · Orders service[^]*Readiness checklist[^]*\? all keys/,
  );
  expect(terminal.terminal.buffer.active.type).toBe('alternate');
  terminal.write(ctrl('c'));
  await terminal.waitFor(/ended with (?:0|130)$/m);
  expect(terminal.terminal.buffer.active.type).toBe('normal');
  expect(terminal.terminal.modes.bracketedPasteMode).toBe(false);
  terminal.write('typed\r');
  await terminal.waitFor(/typed\ntyped/);
  const state = (name: string) => readFile(path.join(place.workspace, name), 'utf8');
  expect(await state('after')).toBe(await state('before'));
  expect(await place.files(place.temporary)).toEqual([]);
  expect(await place.files(place.path)).not.toContain('store');
});

test.concurrent.each(['SIGTERM', 'SIGHUP'])(
  '%s ends the demo without leaving its service or its folder',
  async (signal) => {
    await using place = makePlace();
    await using terminal = place.open(['demo']);
    await terminal.waitFor(/Readiness checklist[^]*\? all keys/);
    expect(await place.files(place.temporary)).not.toEqual([]);
    terminal.kill(signal);
    await terminal.exited;
    expect(terminal.terminal.buffer.active.type).toBe('normal');
    expect(await place.files(place.temporary)).toEqual([]);
  },
);

test.concurrent('demo without a terminal says how to play it through, and gives 2', async () => {
  await using place = makePlace();
  const {exitCode, stderr} = await place.run(['demo']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('demo --auto --out');
  expect(await place.files(place.temporary)).toEqual([]);
});

test.concurrent('the first screen offers the sample, which has a store of its own', async () => {
  await using place = makePlace();
  await using wizard = place.open();
  await wizard.waitFor('❯ Start a handoff');
  wizard.write(keys.down);
  await wizard.waitFor('❯ Look at a sample');
  wizard.write(keys.enter);
  await wizard.waitFor(/Corner Shop Cooperative · Orders service[^]*❯ ○/);
  wizard.write(keys.right);
  await wizard.waitFor((rows) => stepRows(rows)[0]?.startsWith('What was deployed') === true);
  wizard.write(ctrl('c'));
  expect((await wizard.exited).exitCode).toBe(0);
  expect(await place.files(place.temporary)).toEqual([]);
  expect(await place.files(place.home)).toEqual(['settings.json']);
});
