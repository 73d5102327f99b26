import {rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {engineer, makePlace, type Place} from '../place.ts';

const checks = `checks:
  - name: Version
    command: cat version
    expect: {stdout: {matches: /^2\\./}}
  - name: Service answers
    command: cat answer
    expect: {stdout: {contains: ok}}
  - name: Room on the disk
    command: cat used
    expect: {json: {$.used: {below: 90}}}
    severity: recommended
`;

interface Printed {
  readonly hasDrifted: boolean;
  readonly isSameFile: boolean;
  readonly after: {readonly isKept: boolean};
  readonly changes: readonly {readonly weight: string; readonly check: string}[];
}

async function write(place: Place, name: string, text: string): Promise<void> {
  await writeFile(path.join(place.workspace, name), text);
}

/** A system that was handed over with its checks run; what it says lies in files. */
async function handedOver(place: Place): Promise<string> {
  await write(place, 'version', '2.4.1\n');
  await write(place, 'answer', 'ok\n');
  await write(place, 'used', '{"used": 40}\n');
  await write(place, 'handoff.yaml', checks);
  const id = await place.startWithoutGates();
  expect((await place.run(['check', '--trust'])).exitCode).toBe(0);
  await appendChanges({
    home: place.home,
    id,
    actor: engineer,
    decide: () => [{type: 'session/started'}, {type: 'session/ended'}],
  });
  return id;
}

async function drift(place: Place, ...args: readonly string[]) {
  const {stdout, stderr, exitCode} = await place.run(['drift', '--json', ...args]);
  expect(stdout, stderr).toMatch(/^\{\n {2}"format": 1/u);
  const {hasDrifted, isSameFile, after, changes} = JSON.parse(stdout) as Printed;
  const told = changes.map(({weight, check}) => `${weight} ${check}`);
  return {exitCode, hasDrifted, isSameFile, isKept: after.isKept, told};
}

const runs = async (place: Place, id: string) => (await place.stored(id)).handoff.checkRuns.length;

test.concurrent('nothing has drifted, and a quiet run says nothing and fills no journal', async () => {
  await using place = makePlace();
  const id = await handedOver(place);
  expect(await drift(place)).toEqual({
    exitCode: 0,
    hasDrifted: false,
    isSameFile: true,
    isKept: false,
    told: [],
  });
  const quiet = await place.run(['drift', id, '--quiet']);
  expect(quiet).toMatchObject({exitCode: 0, stdout: ''});
  expect(await runs(place, id)).toBe(1);
  const told = await place.run(['drift']);
  expect(told.stdout).toContain('Apex Banking · Payments API: as it was handed over.');
  expect(told.stdout).toContain('3 checks are as before.');
});

test.concurrent('a figure within its bounds is told and is no drift; another version is, and a lost check is worse', async () => {
  await using place = makePlace();
  const id = await handedOver(place);
  await write(place, 'used', '{"used": 45}\n');
  expect(await drift(place)).toMatchObject({
    exitCode: 0,
    hasDrifted: false,
    told: ['figure Room on the disk'],
  });
  await write(place, 'version', '2.5.0\n');
  expect(await drift(place)).toMatchObject({
    exitCode: 4,
    isKept: true,
    told: ['changed Version', 'figure Room on the disk'],
  });
  expect(await runs(place, id)).toBe(2);
  // The same again is known already.
  expect(await drift(place)).toMatchObject({exitCode: 4, isKept: false});

  await write(place, 'used', '{"used": 95}\n');
  expect(await drift(place)).toMatchObject({
    exitCode: 4,
    told: expect.arrayContaining(['worse Room on the disk']),
  });
  await write(place, 'answer', 'down\n');
  const lost = await place.run(['drift', '--quiet']);
  expect(lost.exitCode).toBe(3);
  expect(lost.stdout).toMatch(/not as it was handed over/u);
  expect(lost.stdout).toMatch(/Worse:\n {2}Service answers: pass → fail/u);
  expect(await drift(place, '--no-run')).toMatchObject({exitCode: 3, hasDrifted: true});

  // It is compared with handover day, not with yesterday.
  await write(place, 'answer', 'ok\n');
  await write(place, 'version', '2.4.1\n');
  await write(place, 'used', '{"used": 40}\n');
  expect(await drift(place)).toMatchObject({exitCode: 0, isKept: true, told: []});
});

test.concurrent('what nobody has trusted does not run, and nothing is asked', async () => {
  await using place = makePlace();
  const id = await handedOver(place);
  await write(place, 'handoff.yaml', checks.replace('cat answer', 'touch ran; cat answer'));
  const refused = await place.run(['drift', '--quiet']);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain('has changed since handover day, and nobody has trusted');
  expect(await place.files(place.workspace)).not.toContain('ran');
  expect((await place.run(['trust', 'handoff.yaml', '--yes'])).exitCode).toBe(0);
  expect(await drift(place)).toMatchObject({exitCode: 4, isSameFile: false});
  await rm(path.join(place.workspace, 'handoff.yaml'));
  expect(await place.run(['drift'])).toMatchObject({exitCode: 2});
  expect(await runs(place, id)).toBe(2);
});

test.concurrent('before the session there is nothing to compare with', async () => {
  await using place = makePlace();
  await write(place, 'handoff.yaml', checks);
  await place.startWithoutGates();
  const early = await place.run(['drift']);
  expect(early.exitCode).toBe(2);
  expect(early.stderr).toContain('has not been handed over yet');
});

test.concurrent('it says when the transition is over, also where it is quiet', async () => {
  await using place = makePlace();
  const id = await handedOver(place);
  // Entered when the day still lay ahead.
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const ends = daysAgo(3).slice(0, 10);
  await appendChanges({
    home: place.home,
    id,
    actor: engineer,
    clock: () => daysAgo(5),
    decide: () => [
      {
        type: 'record/added',
        register: 'transition',
        item: 'transition-period',
        fields: {name: 'Lee Novak', ends},
      },
    ],
  });
  const quiet = await place.run(['drift', '--quiet']);
  expect(quiet.exitCode).toBe(0);
  expect(quiet.stdout).toMatch(
    /^The transition ended on .*; the receiver has not signed yet\.\n$/u,
  );
});

test.concurrent('what a check fails by is one difference, and not two', async () => {
  await using place = makePlace();
  await handedOver(place);
  await write(place, 'version', '3.0.0\n');
  const {told} = await drift(place);
  expect(told).toEqual(['worse Version']);
});
