import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {keys} from '../../harness/keys.ts';
import {makePlace, type Place} from '../place.ts';
import {linesOf} from '../processes.ts';
import {goToChecks} from '../steps.ts';

const text =
  'checks:\n  - name: It runs\n    command: echo ran >> ran.txt\n    expect: {exit: 0}\n';

function runs(place: Place): Promise<readonly string[]> {
  return linesOf(path.join(place.workspace, 'ran.txt'));
}

test.concurrent('a checks file that nobody has trusted is not run; what it would run is said', async () => {
  await using place = makePlace();
  const file = await place.write('handoff.yaml', text);
  await place.start();
  const plain = await place.run(['check']);
  const asJson = await place.run(['check', '--file', 'handoff.yaml', '--json']);
  expect(plain).toMatchObject({exitCode: 2, stdout: ''});
  expect(asJson).toMatchObject({exitCode: 2});
  const {error} = JSON.parse(asJson.stdout) as {error: {message: string; try: string}};
  for (const said of [plain.stderr, `${error.message}\n${error.try}`]) {
    expect(said).toContain(path.basename(file));
    expect(said).toContain('echo ran >> ran.txt');
    expect(said).toContain('--trust');
  }
  expect(await runs(place)).toEqual([]);
});

test.concurrent('a trusted file runs, until one byte of it changes', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', text);
  await place.start();
  expect((await place.run(['check', '--trust'])).exitCode).toBe(0);
  expect((await place.run(['check'])).exitCode).toBe(0);
  expect(await runs(place)).toEqual(['ran', 'ran']);

  await place.write('handoff.yaml', `${text}\n`);
  expect((await place.run(['check'])).exitCode).toBe(2);
  expect(await runs(place)).toEqual(['ran', 'ran']);

  // What was trusted once is trusted again.
  await place.write('handoff.yaml', text);
  expect((await place.run(['check'])).exitCode).toBe(0);
  expect(await runs(place)).toHaveLength(3);
});

test.concurrent('in a terminal the question is asked, and only "yes" runs it', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', text);
  await place.start();
  {
    await using terminal = place.open(['check']);
    await terminal.waitFor(/echo ran >> ran\.txt[^]*Type yes:/);
    terminal.write(`y${keys.enter}`);
    expect(await terminal.exited).toMatchObject({exitCode: 2});
    await terminal.waitFor('Nothing was run.');
    expect(await runs(place)).toEqual([]);
  }
  await using terminal = place.open(['check']);
  await terminal.waitFor('Type yes:');
  terminal.write(`yes${keys.enter}`);
  await terminal.waitFor(/pass +It runs/);
  expect(await terminal.exited).toMatchObject({exitCode: 0});
  expect(await runs(place)).toEqual(['ran']);
});

/** Stands for goss: fills in nothing, and says of the one property of a gossfile that it holds. */
const goss = `#!/bin/sh
case "$*" in
  *render*) cat "$2" ;;
  *) echo '{"results": [{"resource-type": "Command", "resource-id": "true", "property": "exit-status", "successful": true}]}' ;;
esac
`;

test.concurrent('what a gossfile would run is shown and trusted with the checks file', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', 'checks: [{name: Host, goss: goss.yaml}]\n');
  await place.write('goss.yaml', 'command: {"true": {exit-status: 0}}\n');
  await mkdir(path.join(place.workspace, 'bin'));
  await place.write('bin/goss', goss, 0o755);
  await place.start();
  const env = {PATH: `${path.join(place.workspace, 'bin')}:${place.env['PATH'] ?? ''}`};
  const untrusted = await place.run(['check'], env);
  expect(untrusted.exitCode).toBe(2);
  expect(untrusted.stderr).toContain('command: {"true": {exit-status: 0}}');
  const explained = await place.run(['check', 'explain', 'Host'], env);
  expect(explained.stdout).toContain('command: {"true": {exit-status: 0}}');

  expect((await place.run(['trust', '--yes'], env)).exitCode).toBe(0);
  const run = await place.run(['check'], env);
  expect(run.stdout).toContain('1 property: 1 as wanted');
  expect(run.exitCode).toBe(0);

  await place.write('goss.yaml', 'command: {"false": {exit-status: 0}}\n');
  const changed = await place.run(['check'], env);
  expect(changed.exitCode).toBe(2);
  expect(changed.stderr).toContain('command: {"false": {exit-status: 0}}');
});

test.concurrent('the wizard shows it too, before it is trusted', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', 'checks: [{name: Host, goss: goss.yaml}]\n');
  await place.write('goss.yaml', 'command: {"echo shown first": {exit-status: 0}}\n');
  await place.start();
  await using terminal = await place.openHere(['resume']);
  await goToChecks(terminal);
  const shown = await terminal.waitFor('echo shown first');
  expect(shown.join('\n')).toContain('Host: goss goss.yaml');
});
