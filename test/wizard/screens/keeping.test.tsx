import {existsSync, readdirSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readChecksFile} from '../../../source/checks/read-checks-file.ts';
import {trustChecks} from '../../../source/services/checks/trust-checks.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, type SessionPlace} from './session-place.tsx';

const {enter, escape, down, up} = keys;

const checks = `checks:
  - name: Mends itself
    command: test -e mended
    expect: {exit: 0}
  - name: Good one
    command: echo good
    expect: {exit: 0}
`;

async function makePlace(): Promise<SessionPlace> {
  const place = await makeSessionPlace([]);
  // Its clock stands; what runs does so before the time that it shows.
  place.pass(10);
  const file = path.join(place.home, 'handoff.yaml');
  await writeFile(file, checks);
  await trustChecks(place.home, await readChecksFile(file));
  return place;
}

const zips = ({home}: SessionPlace) => readdirSync(home).filter((name) => name.endsWith('.zip'));

test('from any step an archive is written, for whom it is wanted, and verified', async () => {
  await using place = await makePlace();
  await using screen = await place.open('people', {cols: 80, rows: 40});
  await screen.press('K');
  await screen.waitFor('What is left to keep');
  await screen.press('3');
  await screen.waitFor('No archive was written yet');
  await screen.press('2');
  await screen.waitFor(/2 Write the archive[^]*Written: [^]*not for the customer/);
  await screen.press('3');
  await screen.waitFor(/3 Verify the archive[^]*Whole: \d+ files/);
  await screen.press('4');
  await screen.waitFor(/4 Write an archive for[^]*nothing internal: it may be sent/);
  const id = place.id;
  expect(zips(place)).toEqual([`${id}-customer.zip`, `${id}.zip`]);

  // One from elsewhere, of which a byte is other.
  const bytes = await readFile(path.join(place.home, `${id}.zip`));
  bytes[bytes.indexOf('archive') + 2] = 0;
  await writeFile(path.join(place.home, 'other.zip'), bytes);
  await screen.press('5');
  await screen.waitFor('Archive:');
  await screen.press('other.zip', enter);
  await screen.waitFor(
    /5 Verify another archive[^]*other\.zip[^]*(?:Not as it was|cannot be read)/,
  );
  await screen.press('5');
  await screen.waitFor('Archive:');
  await screen.press('nowhere.zip', enter);
  await screen.waitFor(/nowhere\.zip[^]*cannot be read[^]*Name the zip/);
  await screen.press(escape);
  await screen.waitFor(/❯ . People/);
}, 60_000);

test('the checks that passed are exported from their step, and from nowhere before they ran', async () => {
  await using place = await makePlace();
  await using screen = await place.open('validation', {cols: 100, rows: 40});
  await screen.waitFor('Good one');
  await screen.press('X');
  await screen.waitFor('The checks have never run, so none has passed');
  await screen.press('h');
  await screen.waitFor(/No run came to it yet|The checks have never run\./);
  await screen.press('r');
  await screen.waitFor('evidence are kept');
  await screen.press('X');
  await screen.waitFor(/Export the checks as[^]*❯ A shell script/);
  await screen.press(enter);
  await screen.waitFor('checks.sh');
  await screen.press(enter);
  await screen.waitFor(/6 Export the checks[^]*1 check exported to [^]*Left out:[^]*Mends itself/);
  expect(existsSync(path.join(place.home, 'checks.sh'))).toBe(true);

  await writeFile(path.join(place.home, 'mine.sh'), 'echo mine\n');
  await screen.press('6');
  await screen.waitFor('❯ A shell script');
  await screen.press(enter);
  await screen.waitFor('File:');
  await screen.press('\u0015', 'mine.sh', enter);
  await screen.waitFor('Nothing was written over.');
  expect(await readFile(path.join(place.home, 'mine.sh'), 'utf8')).toBe('echo mine\n');
}, 60_000);

test('what changed between two runs is read at the checks, of all of them or of one', async () => {
  await using place = await makePlace();
  await using screen = await place.open('validation', {cols: 100, rows: 40});
  await screen.waitFor('Good one');
  await screen.press('r');
  await screen.waitFor('evidence are kept');
  await writeFile(path.join(place.home, 'mended'), '');
  place.pass(1);
  await screen.press('r');
  await screen.waitFor(/2 of 2 pass, today/);
  // The row of all that pass is no check, so the history is of all.
  await screen.press(keys.home);
  await screen.waitFor(/❯ ✔ 2 pass/);
  await screen.press('h');
  await screen.waitFor(/Runs of the checks +2 runs[^]*❯ ✔[^]*2 pass[^]*✖[^]*1 pass, 1 fail/);
  await screen.press(enter);
  await screen.waitFor(/From [^]*Better:[^]*Mends itself: fail → pass[^]*What was found/);
  await screen.press(escape);
  await screen.waitFor(/❯ ✔/);
  // The other way round, as the newer one is chosen to be compared with.
  await screen.press(' ');
  await screen.waitFor('others are compared with it');
  await screen.press(down, enter);
  await screen.waitFor(/Worse:[^]*Mends itself: pass → fail/);
  await screen.press(escape, escape);
  await screen.waitFor('2 pass');
  await screen.press(enter);
  await screen.waitFor('shown below');
  await screen.press(down, 'h');
  await screen.waitFor(/(?:Mends itself|Good one) +2 runs/);
  await screen.press(up, escape);
  const rows = await screen.waitFor(/Validation +2 of 2 pass/);
  expect(rows.join('\n'), 'a look changes nothing').toMatch(/❯ +✔ (?:Mends itself|Good one)/);
}, 60_000);

test('the kit for the receiver is written, once signed or not was chosen, and is told to be of then', async () => {
  await using place = await makePlace();
  await using screen = await place.open('people', {cols: 80, rows: 40});
  await screen.press('K', '7');
  await screen.waitFor('Sign the kit');
  await screen.press(escape);
  await screen.waitFor('What they get, to read');
  expect(zips(place)).toEqual([]);
  await screen.press('7');
  await screen.waitFor('Not signed');
  while (!screen.screenText().some((row) => row.includes('❯ Not signed'))) await screen.press(down);
  await screen.press(enter);
  await screen.waitFor(/7 Write the kit[^]*Written:[^]*Send it to the receiver/);
  // What is kept of the own archive is another thing.
  await screen.waitFor(/2 Write the archive[^]*Not written yet/);
  expect(zips(place)).toEqual([`${place.id}-kit.zip`]);
  await screen.press(escape);
  await screen.waitFor('all keys');
  await screen.waitFor(/^(?![^]*What is left to keep)/u);
  await screen.press('K');
  await screen.waitFor(/✔ 7 Write the kit[^]*Written today/);
});
