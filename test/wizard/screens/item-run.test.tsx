import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {itemState} from '../../../source/handoff/model/item-state.ts';
import {parsePlaybook} from '../../../source/playbook/parse.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {expectGone, pidsWrittenTo} from '../../e2e/processes.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, type SessionPlace} from './session-place.tsx';

const {enter, escape, down} = keys;

const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;

function placeOf(...commands: readonly string[]): Promise<SessionPlace> {
  const block = commands.map((command) => `  ${command}`).join('\n');
  const playbook = parsePlaybook(
    `# A\n\n## Preparation\n\n- [ ] Pods run\n\n  \`\`\`sh\n${block}\n  \`\`\`\n- [ ] Next one\n`,
    'a.md',
  );
  return makeSessionPlace([], 'Europe/Madrid', playbook);
}

async function open(place: SessionPlace) {
  const screen = await place.open('preparation', {cols: 100, rows: 30});
  await screen.waitFor(/❯ +○ Pods run/);
  return screen;
}

function runsOf(place: SessionPlace) {
  return itemState(readSnapshot(place.home, place.id).handoff, 'pods-run').runs ?? [];
}

test('what was shown runs on Enter, and Enter keeps it as evidence, which ticks nothing', async () => {
  await using place = await placeOf('echo pod one', 'echo pod two');
  await using screen = await open(place);
  await screen.waitFor(/\$ echo pod one\n +\$ echo pod two/);
  await screen.press('r');
  await screen.waitFor(/❯ All 2, in their order/);
  await screen.press(enter);
  await screen.waitFor(/\$ echo pod one\n +\$ echo pod two[^]*❯ It only looks/);
  await screen.press(enter);
  await screen.waitFor(/Pods run +only looks[^]*Runs in [^]*\$ echo pod two[^]*run exactly this/);
  expect(place.journal()).toHaveLength(1);
  await screen.press(enter);
  await screen.waitFor(/Exit code 0[^]*pod one\n +pod two[^]*keep as evidence/);
  expect(runsOf(place)).toEqual([]);
  await screen.press(enter);
  await screen.waitFor(/❯ +○ Pods run · ran today \d\d:\d\d[^]*Kept as evidence: Pods run/);
  const [run] = runsOf(place);
  expect(run).toMatchObject({
    command: 'echo pod one\necho pod two',
    isMet: true,
    isChanging: false,
  });
  const file = path.join(place.home, 'evidence', run?.evidence?.stored ?? '');
  expect(await readFile(file, 'utf8')).toBe('pod one\npod two\n');
});

test('nothing runs on opening, on Enter of the item, on moving or on what is pasted', async () => {
  await using place = await placeOf('touch ran');
  await using screen = await open(place);
  await screen.press(down, keys.up, enter);
  await screen.waitFor(/Done: Pods run/);
  await screen.press('\u001B[200~r\r\r\ryes\r\u001B[201~');
  await screen.press(keys.up);
  await screen.waitFor(/❯ +✔ Pods run/);
  expect(existsSync(path.join(place.home, 'ran'))).toBe(false);
  expect(runsOf(place)).toEqual([]);
});

test('what looks as if it changed the system wants a yes, whatever a person says of it', async () => {
  await using place = await placeOf('touch ran');
  await using screen = await open(place);
  await screen.press('r');
  await screen.waitFor(/looks as if it changed the system: touch[^]*❯ It changes the system/);
  await screen.press(down, enter);
  await screen.waitFor(/Run exactly this:[^]*touch[^]*Type yes/);
  await screen.press('y', enter);
  await screen.waitFor(/Run exactly this: y/);
  expect(existsSync(path.join(place.home, 'ran'))).toBe(false);
  await screen.press('\u0015yes', enter);
  await screen.waitFor(/Exit code 0/);
  expect(existsSync(path.join(place.home, 'ran'))).toBe(true);
  await screen.press(escape);
  await screen.waitFor('Nothing was kept.');
  expect(runsOf(place)).toEqual([]);
});

test('a run that hangs is stopped with all that it started, and kept as failed', async () => {
  await using place = await placeOf('sleep 600 & echo $! > child', 'echo waits; sleep 600');
  await using screen = await open(place);
  await screen.press('r');
  await screen.waitFor('❯ All 2');
  await screen.press(enter);
  await screen.waitFor('What it does');
  await screen.press(down, enter);
  await screen.waitFor('Type yes');
  await screen.press('yes', enter);
  await screen.waitFor(/waits[^]*Running for/);
  const children = await pidsWrittenTo(path.join(place.home, 'child'));
  await screen.press(escape);
  await screen.waitFor(/It was stopped[^]*keep as failed/);
  await expectGone(children);
  await screen.press(enter);
  await screen.waitFor(/Pods run · run failed today/);
  expect(runsOf(place)).toMatchObject([{isMet: false}]);
});

test('what to expect is asked once and offered again', async () => {
  await using place = await placeOf('echo pod one');
  await using screen = await open(place);
  await screen.press('r');
  await screen.waitFor('❯ It only looks');
  await screen.press(enter);
  await screen.waitFor('what to expect');
  await screen.press('e');
  await screen.waitFor('What its output has to show');
  await screen.press('pod two', enter);
  await screen.waitFor('exit 0, and pod two');
  await screen.press(enter);
  await screen.waitFor(/"pod two" is not in the output[^]*keep as failed/);
  await screen.press(enter);
  await screen.waitFor(/run failed today[^]*what was expected did not\s+show/);
  await screen.press('r');
  await screen.waitFor('❯ It only looks');
  await screen.press(enter);
  await screen.waitFor('exit 0, and pod two');
  expect(runsOf(place)).toMatchObject([{expected: 'pod two', isMet: false, code: 0}]);
});

test('a blank is asked for, a secret is typed unseen, and neither output nor journal has it', async () => {
  await using place = await placeOf(
    `printf '%s|%s|%s\\n' <namespace> <password> ${token.slice(0, 8)}"${token.slice(8)}"`,
  );
  await using screen = await open(place);
  await screen.press('r');
  await screen.waitFor('namespace:');
  await screen.press(enter);
  await screen.waitFor('Type what it stands for');
  await screen.press('pay', enter);
  await screen.waitFor('password:');
  await screen.press('correct-horse-7', enter);
  const asked = await screen.waitFor(/pay \[redacted: password\][^]*❯ It only looks/);
  expect(asked.join('\n')).not.toContain('correct-horse');
  await screen.press(enter);
  await screen.waitFor('run exactly this');
  await screen.press(enter);
  await screen.waitFor(/pay\|\[redacted/);
  await screen.press(enter);
  await screen.waitFor('Kept as evidence');
  const kept = JSON.stringify(runsOf(place));
  const [run] = runsOf(place);
  const output = await readFile(
    path.join(place.home, 'evidence', run?.evidence?.stored ?? ''),
    'utf8',
  );
  expect(`${kept}${output}`).not.toContain('correct-horse');
  expect(`${kept}${output}`).not.toContain(token);
  expect(run?.command).toContain('pay [redacted: password]');
});

test('the commands are copied through the terminal', async () => {
  await using place = await placeOf('echo pod one', 'echo pod two');
  await using screen = await open(place);
  await screen.press('y');
  await screen.waitFor('Copy which command');
  await screen.press(down, enter);
  await screen.waitFor('Copied, if your terminal allows it.');
  expect(place.journal()).toHaveLength(1);
});

test('what is for another shell is shown and not run', async () => {
  const playbook = parsePlaybook(
    '# A\n\n## Preparation\n\n- [ ] Look\n\n  ```powershell\n  Get-Service pay\n  ```\n',
    'a.md',
  );
  await using place = await makeSessionPlace([], 'Europe/Madrid', playbook);
  await using screen = await place.open('preparation', {cols: 100, rows: 30});
  await screen.waitFor(/\$ Get-Service pay\n +For PowerShell: shown and copied, not run/);
  await screen.press('r');
  await screen.waitFor('It is for PowerShell, and only commands of a shell are run.');
  expect(place.journal()).toHaveLength(1);
});
