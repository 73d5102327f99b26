import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {itemState} from '../../../source/handoff/model/item-state.ts';
import {makePlace, type Place} from '../place.ts';

const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;

const playbook = `# Cluster

## Preparation

- [ ] Pods run

  \`\`\`sh
  $ touch "$PWD/ran"
  $ echo "pod one"
  \`\`\`
- [ ] Namespace \`echo <namespace> $REGION\`
- [ ] Windows \`Get-Service pay\`
- [ ] Fails \`sh -c "echo broken; exit 7"\`
- [ ] Logs in \`printf "user %s\\n" <password>\`
- [ ] Prints \`printf %s ${token.slice(0, 8)} ${token.slice(8)}\`
- [ ] Removes \`rm -f /var/lib/pay/old\`
- [ ] Tells
- [ ] Waits \`sleep 600\`
`;

async function start(place: Place): Promise<string> {
  await place.write('team.md', playbook);
  const made = ['new', '--customer', 'Apex', '--system', 'Pay', '--playbook', 'team.md'];
  expect(await place.run(made)).toMatchObject({exitCode: 0});
  return 'apex-pay';
}

const run = (place: Place, ...args: readonly string[]) => place.run(['item', 'run', ...args]);

async function runsOf(place: Place, item: string) {
  const {handoff} = await place.stored('apex-pay');
  return itemState(handoff, item).runs ?? [];
}

/** Everything in the store, whatever file it lies in. */
async function wholeStore(place: Place): Promise<string> {
  const names = await readdir(place.path, {recursive: true, withFileTypes: true});
  const files = names.filter((entry) => entry.isFile() && entry.name !== 'team.md');
  const texts = await Promise.all(
    files.map(({parentPath, name}) => readFile(path.join(parentPath, name), 'latin1')),
  );
  return texts.join('\n');
}

test.concurrent('nothing runs before a yes, and then exactly what was printed', async () => {
  await using place = makePlace();
  await start(place);
  const shown = await run(place, 'pods-run', '--changes');
  expect(shown).toMatchObject({exitCode: 2, stdout: ''});
  expect(shown.stderr).toMatch(
    /This changes the system[^]* {2}touch "\$PWD\/ran"\n {2}echo "pod one"\nNothing was run/,
  );
  const silent = await run(place, 'pods-run', '--yes');
  expect(silent.stderr).toMatch(/looks as if it changed the system \(touch\), so nothing was run/);
  expect(existsSync(path.join(place.workspace, 'ran'))).toBe(false);
  expect(await runsOf(place, 'pods-run')).toEqual([]);

  const done = await run(place, 'pods-run', '--changes', '--yes', '--expect', '/^pod \\w+$/');
  expect(done).toMatchObject({exitCode: 0});
  expect(done.stdout).toMatch(
    /^pod one\nIt ended with exit 0, after .*\n.*kept as evidence – Pods run/,
  );
  expect(existsSync(path.join(place.workspace, 'ran'))).toBe(true);
  const [kept] = await runsOf(place, 'pods-run');
  expect(kept).toMatchObject({
    command: 'touch "$PWD/ran"\necho "pod one"',
    isChanging: true,
    isMet: true,
    code: 0,
    folder: place.workspace,
  });
  const file = path.join(place.home, 'evidence', kept?.evidence?.stored ?? '');
  expect(await readFile(file, 'utf8')).toBe('pod one\n');
});

test.concurrent('a run ticks nothing, and status tells it', async () => {
  await using place = makePlace();
  await start(place);
  await run(place, 'pods-run', '--command', '2', '--yes');
  const {stdout} = await place.run(['status']);
  expect(stdout).toMatch(/\[ \] Pods run {2}<pods-run> · ran today \d\d:\d\d/);
  const {steps} = JSON.parse((await place.run(['status', '--json'])).stdout) as {
    steps: {items: {id: string; status: string; commands: {text: string; state: string}[]}[]}[];
  };
  expect(steps[0]?.items[0]).toMatchObject({
    id: 'pods-run',
    status: 'open',
    commands: [{state: 'never'}, {text: 'echo "pod one"', state: 'worked'}],
  });
});

test.concurrent('a placeholder that nobody filled is a refusal, and what fills it is kept', async () => {
  await using place = makePlace();
  await start(place);
  const blank = await run(place, 'namespace', '--yes');
  expect(blank.exitCode).toBe(2);
  expect(blank.stderr).toMatch(/what <namespace> stands for[^]*--fill namespace=VALUE/);
  const half = await run(place, 'namespace', '--yes', '--fill', 'namespace=pay');
  expect(half.stderr).toContain('The variable REGION is not set');
  const whole = await run(
    place,
    'namespace',
    '--yes',
    '--fill',
    'namespace=pay',
    '--fill',
    'REGION=eu',
  );
  expect(whole).toMatchObject({exitCode: 0});
  expect(await runsOf(place, 'namespace-echo-namespace-region')).toMatchObject([
    {command: 'echo pay eu'},
  ]);
});

test.concurrent('what fails is kept as failed, with 3', async () => {
  await using place = makePlace();
  await start(place);
  const failed = await run(place, 'fails', '--yes');
  expect(failed).toMatchObject({exitCode: 3});
  expect(failed.stdout).toMatch(/broken\nIt ended with exit 7/);
  const unseen = await run(place, 'pods-run', '--command', '2', '--yes', '--expect', 'pod two');
  expect(unseen).toMatchObject({exitCode: 3});
  expect(unseen.stdout).toContain('"pod two" is not in the output.');
  expect(await runsOf(place, 'pods-run')).toMatchObject([{isMet: false, code: 0}]);
});

test.concurrent('no secret that was filled in or printed is anywhere on the disk', async () => {
  await using place = makePlace();
  await start(place);
  await run(place, 'logs-in', '--yes', '--fill', 'password=correct-horse-7');
  const printed = await run(place, 'prints', '--yes');
  expect(printed.stdout).not.toContain(token);
  const {handoff} = await place.stored('apex-pay');
  expect(Object.values(handoff.items).flatMap(({runs = []}) => runs)).toMatchObject([
    {command: 'printf "user %s\\n" [redacted: password]', isMet: true},
    {isMet: true},
  ]);

  await run(place, 'pods-run', '--command', '2', '--yes');
  await place.run(['docs', '--audience', 'internal', '--out', 'documents']);
  const names = await readdir(path.join(place.workspace, 'documents'), {recursive: true});
  const report = names.find((name) => name.endsWith('validation-report.md')) ?? '';
  const told = await readFile(path.join(place.workspace, 'documents', report), 'utf8');
  expect(told).toMatch(/\| Pods run +\| `echo "pod one"` +\| worked/);
  expect(told).toContain('[redacted: password]');
  await place.run(['archive', '--audience', 'internal', '--out', 'all.zip']);
  const store = await wholeStore(place);
  expect(store).toContain('Logs in');
  expect(store).not.toContain('correct-horse-7');
  expect(store).not.toContain(token);
});

test.concurrent('what has no command of a shell is not run', async () => {
  await using place = makePlace();
  await start(place);
  expect((await run(place, 'windows', '--yes')).stderr).toMatch(
    /This is for PowerShell[^]*Get-Service pay/,
  );
  expect((await run(place, 'tells', '--yes')).stderr).toContain('"Tells" has no command.');
  expect((await run(place, 'pods-run', '--command', '9')).stderr).toContain('has 2 commands');
  expect((await run(place, 'nothing')).stderr).toContain('There is no item "nothing"');
});

test.concurrent('the run as JSON, with its output', async () => {
  await using place = makePlace();
  await start(place);
  const {stdout} = await run(place, 'pods-run', '--command', '2', '--yes', '--json');
  expect(JSON.parse(stdout)).toMatchObject({item: 'pods-run', isMet: true, output: 'pod one\n'});
});
