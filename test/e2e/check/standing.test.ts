import {appendFile, mkdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace, type Place} from '../place.ts';

const check = (name: string, command: string, more = '') =>
  `  - name: ${name}\n    command: ${command}\n    expect: {exit: 0}\n${more}`;
const file = (...checks: readonly string[]) => `checks:\n${checks.join('')}`;
const api = check('API', 'echo "the api is up"');
const disk = (command: string, more = '') => check('Disk', command, more);

/** What the first gate says of checks. */
async function gate(place: Place): Promise<string[]> {
  const {stdout} = await place.run(['gate', 'session', '--json']);
  const {missing} = JSON.parse(stdout) as {missing: readonly {id: string; text: string}[]};
  return missing.filter(({id}) => /^(?:check|required-checks)/u.test(id)).map(({text}) => text);
}

async function started(...checks: readonly string[]): Promise<Place> {
  const place = makePlace();
  await place.write('handoff.yaml', file(...checks));
  await place.start();
  await place.run(['check', '--trust']);
  return place;
}

const written = ['docs', '--out', 'documents', '--format', 'md'];

const report = async (place: Place) => {
  const {exitCode} = await place.run([...written, '--force']);
  expect(exitCode).toBe(0);
  return readFile(
    path.join(place.workspace, 'documents', 'customer', 'validation-report.md'),
    'utf8',
  );
};

test.concurrent('a failing check that is deleted is gone, is told, and counts again once it is back', async () => {
  await using place = await started(api, disk('exit 1'));
  await place.write('handoff.yaml', file(api));
  const {stdout} = await place.run(['gate', 'session']);
  expect(stdout).toContain('handoff.yaml has changed since the handoff last looked at it');

  const again = await place.run(['check', '--trust']);
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toContain('The required check "Disk" does not count: it ran before');
  expect(await gate(place)).toEqual([expect.stringContaining('"Disk"')]);
  const text = await report(place);
  expect(text).toMatch(/^\*\*unstable\*\*/m);
  expect(text).toMatch(/\| Disk +\| gone/);

  await place.write('handoff.yaml', file(api, disk('"true"')));
  await place.run(['check', '--trust']);
  expect(await gate(place)).toEqual([]);
  expect(await report(place)).toContain('What it asks was changed after it had given fail.');
});

test.concurrent('a failing check that only recommends from now on is weaker', async () => {
  await using place = await started(api, disk('exit 1'));
  await place.write('handoff.yaml', file(api, disk('exit 1', '    severity: recommended\n')));
  await place.run(['check', '--trust']);
  expect(await gate(place)).toEqual([expect.stringContaining('only recommended now')]);
});

test.concurrent('an easier file elsewhere counts for nothing, and the own one is looked at', async () => {
  await using place = await started(api, disk('exit 1'));
  await mkdir(path.join(place.workspace, 'easy'));
  await place.write('easy/handoff.yaml', file(disk('"true"')));
  const {stdout} = await place.run([
    'check',
    '--trust',
    '--file',
    'easy/handoff.yaml',
    '--handoff',
    'apex-banking-payments-api',
  ]);
  expect(stdout).toContain('for the record only');
  expect(await gate(place)).toEqual([expect.stringContaining('"Disk" gave fail')]);
  expect(await report(place)).toContain('of another checks file, so it does not count');
});

test.concurrent('a check that was added, or a file that is gone, is told by the documents', async () => {
  await using place = await started(api);
  await place.write('handoff.yaml', file(api, disk('"true"')));
  expect(await report(place)).toMatch(/^\*\*watch\*\*[^\n]*1 never ran/m);
  expect(await gate(place)).toEqual([expect.stringContaining('"Disk" does not count')]);
  const before = await place.stored('apex-banking-payments-api');
  // Looking again says nothing new.
  await place.run([...written, '--force']);
  const seen = ({journal}: typeof before) =>
    journal.filter(({type}) => type === 'checks/seen').length;
  expect(seen(await place.stored('apex-banking-payments-api'))).toBe(seen(before));

  await rm(path.join(place.workspace, 'handoff.yaml'));
  expect(await report(place)).toContain('could not be read');
  expect(await gate(place)).toContainEqual(expect.stringContaining('is not there any more'));
});

test.concurrent('a run of a few leaves the others with their own age', async () => {
  await using place = await started(api, disk('"true"'));
  await place.run(['check', '--only', 'API']);
  const {handoff} = await place.stored('apex-banking-payments-api');
  const [first, second] = handoff.checkRuns;
  const of = (run = first) => run?.results.find(({name}) => name === 'Disk');
  expect(of(second)).toEqual({...of(), isLeftOut: true});
  expect(await gate(place)).toEqual([]);
});

test.concurrent('evidence that was edited takes the ground from its check until an honest run', async () => {
  await using place = await started(api);
  const folder = path.join(place.home, 'evidence');
  const [name = ''] = await place.files(folder);
  await appendFile(path.join(folder, name), 'and fast\n');
  const text = await report(place);
  expect(text).toContain('This file was changed since; its hash no longer fits');
  expect(text).toMatch(/^\*\*unstable\*\*/m);
  expect(text).not.toContain('and fast');
  expect(await gate(place)).toEqual([expect.stringContaining('its evidence was edited')]);

  await place.run(['check']);
  expect(await gate(place)).toEqual([]);
  expect(await report(place)).toMatch(/^\*\*stable\*\*/m);
});

test.concurrent('a run that is not asked for changes takes nothing from what a restart has shown before', async () => {
  await using place = await started(api, check('Restart', 'echo up', '    effect: changes\n'));
  expect(await gate(place)).toEqual([expect.stringContaining('"Restart" gave skipped')]);
  await place.run(['check', '--allow-changes']);
  expect(await gate(place)).toEqual([]);
  await place.run(['check']);
  await place.run(['check', '--only', 'API']);
  expect(await gate(place)).toEqual([]);
  const text = await report(place);
  expect(text).toMatch(/\| Restart +\| pass/u);
  // A run tells of what it came to.
  expect(text.match(/\| 1 passed, 1 left out +\|/gu)).toHaveLength(2);
});
