import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ctrl, keys} from '../harness/keys.ts';
import type {Wizard} from '../harness/wizard.tsx';
import {makePlace, type Place} from './place.ts';
import {eventually} from './eventually.ts';
import {expectGone, linesOf, pidsWrittenTo} from './processes.ts';
import {goToChecks, hasFrame, stepRows} from './steps.ts';

const failing = `checks:
  - name: It is ready
    command: echo ran >> ran.txt; echo no; exit 7
    expect: {exit: 0}
    fix: Start it.
`;

const endless = `checks:
  - name: Never ends
    command: sleep 1000 & echo $$ $! | tr ' ' '\\n' > pids.txt; wait
    expect: {exit: 0}
`;

test.concurrent('an untrusted file is not run but listed; T runs it, and a failed check stays in the frame', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', failing);
  const id = await place.start();
  const ran = path.join(place.workspace, 'ran.txt');
  await using wizard = await place.openHere(['resume']);
  await goToChecks(wizard);
  const listed = await wizard.waitFor(/T trust and run/);
  expect(stepRows(listed).join(' ')).toContain(
    'It is ready: command echo ran >> ran.txt; echo no; exit 7',
  );
  expect(hasFrame(listed, 'Validation')).toBe(true);
  wizard.write(`r${keys.enter}`);
  await wizard.waitFor('press T to trust this file');
  expect(await linesOf(ran)).toEqual([]);

  wizard.write('T');
  const shown = await wizard.waitFor(/It is ready +fail[^]*evidence are kept/);
  expect(hasFrame(shown, 'Validation')).toBe(true);
  expect(shown.join('\n')).toMatch(/^ ❯ ▲ Validation/m);
  expect(stepRows(shown).join('\n')).toMatch(/required, fail: exit: expected 0, was 7/);
  expect(stepRows(shown)).toContain('Fix: Start it.');
  expect(await linesOf(ran)).toEqual(['ran']);
  expect((await place.stored(id)).journal.at(-1)).toMatchObject({
    type: 'checks/recorded',
    run: {results: [{name: 'It is ready', outcome: 'fail', evidence: {bytes: 3}}]},
  });

  wizard.write('r');
  await eventually(async () => expect(await linesOf(ran)).toEqual(['ran', 'ran']));
});

test.concurrent('T typed before the file has been read is not lost', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', failing);
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('❯ ○ Validate every success criterion');
  wizard.write(`${keys.right.repeat(7)}T`);
  await wizard.waitFor(/It is ready +fail/);
  expect(await linesOf(path.join(place.workspace, 'ran.txt'))).toEqual(['ran']);
});

test.concurrent('a bad handoff.yaml is shown in the frame with line and column, and read again once mended', async () => {
  await using place = makePlace();
  const file = await place.write('handoff.yaml', 'checks:\n  - name: A\n    comand: "true"\n');
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await goToChecks(wizard);
  const shown = await wizard.waitFor(/r read again/);
  expect(hasFrame(shown, 'Validation')).toBe(true);
  expect(stepRows(shown).join('')).toContain(`${file}:3:5`);
  expect(stepRows(shown).join(' ')).toContain('command');
  await place.write('handoff.yaml', failing);
  wizard.write('r');
  await wizard.waitFor(/It is ready +not run/);
});

test.concurrent('a missing file offers the sample, and c puts it there', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await goToChecks(wizard);
  const shown = await wizard.waitFor('c create handoff.yaml');
  expect(hasFrame(shown, 'Validation')).toBe(true);
  expect(stepRows(shown).join('')).toContain(`${place.workspace}/handoff.yaml`);
  wizard.write('c');
  await wizard.waitFor(/T trust and run/);
  const sample = new URL('../../templates/handoff.yaml', import.meta.url);
  const created = path.join(place.workspace, 'handoff.yaml');
  expect(await readFile(created, 'utf8')).toBe(await readFile(sample, 'utf8'));
});

test.concurrent('c never writes over a file that came in the meantime', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await goToChecks(wizard);
  await wizard.waitFor('c create handoff.yaml');
  const file = await place.write('handoff.yaml', failing);
  wizard.write('c');
  await wizard.waitFor(/is[^]*there[^]*already\.[^]*Press[^]*r to read it\./);
  expect(await readFile(file, 'utf8')).toBe(failing);
});

/** Opens the wizard on a check that never ends, runs it, and gives the processes it started. */
async function runEndless(place: Place, wizard: Wizard): Promise<readonly number[]> {
  await goToChecks(wizard);
  await wizard.waitFor('T trust and run');
  wizard.write('T');
  const pids = await pidsWrittenTo(path.join(place.workspace, 'pids.txt'));
  await wizard.waitFor(/Never ends +running/);
  return pids;
}

async function expectStopped(place: Place, id: string, pids: readonly number[]): Promise<void> {
  await eventually(() => expectGone(pids));
  const last = async () => (await place.stored(id)).journal.at(-1);
  await eventually(async () => expect(await last()).toMatchObject({run: {isInterrupted: true}}));
}

test.concurrent.each([
  ['Esc', keys.escape, 'Stopped.'],
  ['going to the next step', keys.right, /^[^\n]* {2}Handoff document +0\/6 settled/m],
] as const)('%s stops a running check and leaves no process', async (_, key, shown) => {
  await using place = makePlace();
  await place.write('handoff.yaml', endless);
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  const pids = await runEndless(place, wizard);
  wizard.write(key);
  await wizard.waitFor(shown);
  expect(pids).toHaveLength(2);
  await expectStopped(place, id, pids);
});

test.concurrent('Ctrl+C stops a running check, leaves no process, and keeps that it ran', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', endless);
  const id = await place.start();
  await using wizard = place.open(['resume']);
  const pids = await runEndless(place, wizard);
  wizard.write(ctrl('c'));
  expect(await wizard.exited).toEqual({exitCode: 0, signal: 0});
  await expectStopped(place, id, pids);
});
