import {existsSync} from 'node:fs';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, expect, test, vi} from 'vitest';
import {readChecksFile} from '../../../source/checks/read-checks-file.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {trustChecks} from '../../../source/services/checks/trust-checks.ts';
import {eventually} from '../../e2e/eventually.ts';
import {keys} from '../../harness/keys.ts';
import type {Part} from '../../harness/part.tsx';
import {makeSessionPlace, type SessionPlace} from './session-place.tsx';

const {enter, escape, down} = keys;

afterEach(() => vi.unstubAllEnvs());

async function write(place: SessionPlace, text: string): Promise<string> {
  const file = path.join(place.home, 'handoff.yaml');
  await writeFile(file, text);
  return file;
}

/** A workspace with a checks file that is trusted, unless it says otherwise. */
async function placeWith(text: string, {isTrusted = true} = {}): Promise<SessionPlace> {
  const place = await makeSessionPlace([]);
  // Its clock stands; what runs does so before the time that it shows.
  place.pass(10);
  const file = await write(place, text);
  if (isTrusted) await trustChecks(place.home, await readChecksFile(file));
  return place;
}

async function openChecks(place: SessionPlace, shows: string | RegExp): Promise<Part> {
  const screen = await place.open('validation', {cols: 100, rows: 40});
  await screen.waitFor(shows);
  return screen;
}

function lastRun(place: SessionPlace) {
  const run = readSnapshot(place.home, place.id).handoff.checkRuns.at(-1);
  return Object.fromEntries((run?.results ?? []).map((one) => [one.name, one]));
}

function runs(place: SessionPlace): number {
  return readSnapshot(place.home, place.id).handoff.checkRuns.length;
}

const check = (name: string, command: string, more = '') =>
  `  - name: ${name}\n    command: ${command}\n    expect: {exit: 0}\n${more}`;

const mixed = `checks:
${check('Good one', 'true')}${check('Bad one', 'exit 3')}${check('Good two', 'true')}${check('Bad two', 'exit 4')}${check('Good three', 'true')}`;

test('after a run what fails stands first, what passes is one row, and f goes from failure to failure', async () => {
  await using place = await placeWith(mixed);
  await using screen = await openChecks(place, 'Good one');
  await screen.press('r');
  const rows = await screen.waitFor(/❯ ✖ Bad one[^]*evidence are kept/);
  const text = rows.join('\n');
  expect(text).toMatch(/Bad one[^]*Bad two[^]*✔ 3 pass +folded/);
  expect(text).not.toContain('Good');
  await screen.press('f');
  await screen.waitFor(/❯ ✖ Bad two/);
  await screen.press('f');
  await screen.waitFor(/❯ ✖ Bad one/);
  await screen.press(down, down);
  await screen.waitFor(/❯ ✔ 3 pass/);
  await screen.press(enter);
  await screen.waitFor(/3 pass +shown below[^]*Good one[^]*Good two[^]*Good three/);
  await screen.press(enter);
  await screen.waitFor(/3 pass +folded/);
  expect(runs(place)).toBe(1);
});

test('moving the cursor while checks run stops none of them, and the first that fails is selected in the end', async () => {
  await using place = await placeWith(
    `checks:\n${check('Quick', 'true')}${check('Slow', 'while ! test -e go; do sleep 0.05; done')}${check('Bad one', 'exit 3')}${check('Bad two', 'exit 4')}`,
  );
  await using screen = await openChecks(place, 'Quick');
  await screen.press(down, down, down);
  await screen.waitFor(/❯ \S Bad two/);
  await screen.press('r');
  await screen.waitFor(/✖ Bad two +fail[^]*Slow +running/);
  await screen.press(down);
  await screen.waitFor(/❯ \S Slow/);
  await screen.press(down);
  await screen.settle();
  await writeFile(path.join(place.home, 'go'), '');
  await screen.waitFor(/❯ ✖ Bad one[^]*evidence are kept/);
  expect(lastRun(place)['Slow']).toMatchObject({outcome: 'pass'});
});

test('f says so where nothing fails', async () => {
  await using place = await placeWith(`checks:\n${check('Good one', 'true')}`);
  await using screen = await openChecks(place, 'Good one');
  await screen.press('f');
  await screen.waitFor('No check fails.');
  expect(runs(place)).toBe(0);
});

test('a check that was failing and passes leaves the cursor with its neighbour', async () => {
  await using place = await placeWith(
    `checks:\n${check('Mended', 'test -e mended')}${check('Good one', 'true')}${check('Good two', 'true')}${check('Bad', 'exit 1')}`,
  );
  await using screen = await openChecks(place, 'Mended');
  await screen.press('r');
  await screen.waitFor(/❯ ✖ Mended[^]*Bad[^]*2 pass[^]*evidence are kept/);
  await write(place, await readFile(path.join(place.home, 'handoff.yaml'), 'utf8'));
  await writeFile(path.join(place.home, 'mended'), '');
  await screen.press(enter);
  const rows = await screen.waitFor(/❯ ✖ Bad[^]*3 pass +folded/);
  expect(rows.join('\n')).not.toContain('Mended');
});

const changing = `checks:
${check('Restart', 'echo restarted >> ran.txt', '    effect: changes\n')}${check('Afterwards', 'true', '    needs: [Restart]\n')}${check('Good', 'true')}`;

test('a changing check never runs without a typed yes', async () => {
  await using place = await placeWith(changing);
  const ran = path.join(place.home, 'ran.txt');
  await using screen = await openChecks(place, 'Restart');
  await screen.press('r');
  await screen.waitFor('Not run, as they change the system: Restart.');
  expect(existsSync(ran)).toBe(false);
  await screen.press(keys.home);
  await screen.waitFor(/❯ \S Restart/);
  await screen.press(enter);
  await screen.waitFor(/\$ Restart: command echo restarted >> ran\.txt[^]*Run exactly this:/);
  await screen.press('y', enter);
  await screen.waitFor('Type yes, or leave with Esc.');
  await screen.press(escape);
  await screen.settle();
  expect(existsSync(ran)).toBe(false);
  await screen.press(enter);
  await screen.waitFor('Run exactly this:');
  await screen.press('yes', enter);
  await screen.waitFor(/evidence are kept/);
  expect(await readFile(ran, 'utf8')).toBe('restarted\n');
  expect(lastRun(place)['Restart']).toMatchObject({outcome: 'pass'});
});

test('what needs a changing check does not run it', async () => {
  await using place = await placeWith(changing);
  await using screen = await openChecks(place, 'Restart');
  await screen.press(down);
  await screen.waitFor(/❯ \S Afterwards/);
  await screen.press(enter);
  await screen.waitFor(/evidence are kept/);
  expect(existsSync(path.join(place.home, 'ran.txt'))).toBe(false);
  expect(lastRun(place)['Afterwards']).toMatchObject({outcome: 'skipped'});
});

test('a file that changed while yes was typed is not run', async () => {
  await using place = await placeWith(changing);
  await using screen = await openChecks(place, 'Restart');
  await screen.press(enter);
  await screen.waitFor('Run exactly this:');
  const other = changing.replace('echo restarted', 'echo removed');
  const file = await write(place, other);
  await trustChecks(place.home, await readChecksFile(file));
  await screen.press('yes', enter);
  await screen.waitFor('Nothing was run: the checks file has changed.');
  expect(existsSync(path.join(place.home, 'ran.txt'))).toBe(false);
});

const manual = `checks:
  - name: Alerts arrive
    manual: Does the alert reach the pager of the receiver?
${check('Good', 'true')}`;

test('a manual check is attested with what was seen, under the name of who says so', async () => {
  await using place = await placeWith(manual);
  await using screen = await openChecks(place, 'Alerts arrive');
  expect(screen.screenText().at(-1)).toContain('attest');
  await screen.press(enter);
  await screen.waitFor(/Does the alert reach the pager[^]*Seen:/);
  await screen.press('-', enter);
  await screen.waitFor('Say what was seen');
  await screen.press('Pager of Lee rang at 10:02', enter);
  await screen.waitFor(/Is it so\?[^]*Seen: -?Pager of Lee rang/);
  await screen.press(enter);
  await screen.waitFor('evidence are kept');
  expect(lastRun(place)['Alerts arrive']).toMatchObject({
    outcome: 'pass',
    attestation: {by: 'ana', isMet: true, note: '-Pager of Lee rang at 10:02'},
  });
});

test('a manual check can be denied, and leaving the question attests nothing', async () => {
  await using place = await placeWith(manual);
  await using screen = await openChecks(place, 'Alerts arrive');
  await screen.press(enter);
  await screen.waitFor('Seen:');
  await screen.press('Nothing rang', enter);
  await screen.waitFor('Is it so?');
  await screen.press(escape);
  await screen.settle();
  expect(runs(place)).toBe(0);
  await screen.press(enter);
  await screen.waitFor('Seen:');
  await screen.press('Nothing rang', enter);
  await screen.waitFor('Is it so?');
  await screen.press(down, enter);
  await screen.waitFor(/❯ ✖ Alerts arrive/);
  // An outcome is shown as it comes, and kept once the run has ended.
  await eventually(() =>
    expect(lastRun(place)['Alerts arrive']).toMatchObject({
      outcome: 'fail',
      attestation: {isMet: false, note: 'Nothing rang'},
    }),
  );
});

test('a failing check is waived from its row, and the row says by whom and until when', async () => {
  await using place = await placeWith(`checks:\n${check('Bad', 'exit 3')}`);
  await using screen = await openChecks(place, 'Bad');
  await screen.press('r');
  await screen.waitFor(/❯ ✖ Bad[^]*w waive/);
  await screen.press('w');
  await screen.waitFor('Why waived:');
  await screen.press('The vendor mends it in the next release', enter);
  await screen.waitFor('Approved by:');
  await screen.press('Lee Park', enter);
  await screen.waitFor('Until:');
  await screen.press(enter);
  const rows = await screen.waitFor(/Bad[^]*waived by Lee Park until \w{3} \d+ \w{3}/);
  const shown = rows.join('\n');
  expect(shown).toContain('0 of 1 pass, 1 waived');
  expect(shown).not.toContain('blocking');
  await screen.press('w');
  await screen.waitFor('It is waived by Lee Park already.');
  await screen.press('f');
  await screen.waitFor('No check fails.');
  expect(readSnapshot(place.home, place.id).handoff.gateWaivers).toMatchObject([
    {requirement: 'check Bad', approver: 'Lee Park'},
  ]);
});

test('what fails stands before what only nobody ran, and f goes over the failures alone', async () => {
  await using place = await placeWith(
    `checks:\n${check('Restart', 'true', '    effect: changes\n')}${check('Bad one', 'exit 3')}  - name: Lamps\n    manual: Are all lamps green?\n${check('Bad two', 'exit 4')}`,
  );
  await using screen = await openChecks(place, 'Restart');
  await screen.press('r');
  const rows = await screen.waitFor(/❯ ✖ Bad one[^]*evidence are kept/);
  const text = rows.join('\n');
  expect(text).toMatch(/Bad one[^]*\? Lamps +unknown\n[^]*Bad two[^]*– Restart +skipped/);
  await screen.press('f', 'f', 'f');
  await screen.waitFor(/❯ ✖ Bad one/);
});

test('a value that is too short to be kept secret is told of before it is used', async () => {
  vi.stubEnv('HW_TEST_PASSWORD', undefined);
  await using place = await placeWith(withSecret, {isTrusted: false});
  await using screen = await openChecks(place, 'has no variable "HW_TEST_PASSWORD"');
  await screen.press(enter);
  await screen.waitFor(/written down\s+nowhere/);
  await screen.press('short');
  await screen.waitFor(/Too short, or too common, to be kept out/);
  await screen.press('er');
  const rows = await screen.waitFor(/written down\s+nowhere/);
  expect(rows.join('\n')).not.toContain('Too short');
});

test('read again, a file with mistakes has the cursor at the first one', async () => {
  await using place = await placeWith(`checks:\n${check('Good', 'true')}`);
  await using screen = await openChecks(place, 'Good');
  await screen.press(down);
  await write(place, `checks:\n${check('Good', 'true')}  - nam: Odd\n  - nam: Odder\n`);
  await screen.press('r');
  const rows = await screen.waitFor(/❯ ✖ \S*handoff\.yaml:5:5/);
  expect(rows.join('\n')).toContain('problems, so nothing was run');
});

test('w says why a check that no gate lacks cannot be waived', async () => {
  await using place = await placeWith(
    `checks:\n${check('Aside', 'exit 3', '    severity: recommended\n')}${check('Good', 'true')}`,
  );
  await using screen = await openChecks(place, 'Aside');
  await screen.press('r');
  await screen.waitFor(/❯ ✖ Aside[^]*evidence are kept/);
  await screen.press('w');
  await screen.waitFor('Only what a gate needs can be waived');
  expect(readSnapshot(place.home, place.id).handoff.gateWaivers).toEqual([]);
});

test('a changed file shows what is new and gone, and all else folded; nothing runs before it is trusted', async () => {
  await using place = await placeWith(mixed);
  await write(
    place,
    mixed.replace('exit 3', 'touch ran.txt').replace(/ {2}- name: Good two\n.*\n.*\n/u, ''),
  );
  await using screen = await openChecks(place, 'as they were trusted');
  const text = screen.screenText().join('\n');
  expect(text).toMatch(/1 new, 2 gone/);
  expect(text).toMatch(/\+ Bad one: command touch ran\.txt/);
  expect(text).toMatch(/- Bad one: command exit 3/);
  expect(text).toMatch(/- Good two: command true/);
  expect(text).toMatch(/3 as they were trusted +folded/);
  expect(text).not.toContain('Good one: command');
  await screen.press('r');
  await screen.waitFor('press T to trust this file');
  await screen.press(enter);
  await screen.settle();
  expect(existsSync(path.join(place.home, 'ran.txt'))).toBe(false);
  expect(runs(place)).toBe(0);
  await screen.press(down, down, down);
  await screen.waitFor(/❯ 3 as they were trusted/);
  await screen.press(enter);
  await screen.waitFor('Good one: command true');
  await screen.press('T');
  await screen.waitFor('evidence are kept');
  expect(existsSync(path.join(place.home, 'ran.txt'))).toBe(true);
});

test('a file that was never trusted shows all of it', async () => {
  await using place = await placeWith(mixed, {isTrusted: false});
  await using screen = await openChecks(place, 'Nobody has trusted this content');
  const text = screen.screenText().join('\n');
  for (const name of ['Good one', 'Bad one', 'Good two', 'Bad two', 'Good three'])
    expect(text).toContain(`$ ${name}: command`);
});

const withSecret = `checks:
${check('Log in', 'test "${env.HW_TEST_PASSWORD}" = hunter22')}`;

test('a variable that is missing is asked for, hidden while it is typed, and written nowhere', async () => {
  vi.stubEnv('HW_TEST_PASSWORD', undefined);
  await using place = await placeWith(withSecret, {isTrusted: false});
  await using screen = await openChecks(place, 'has no variable "HW_TEST_PASSWORD"');
  await screen.press(enter);
  await screen.waitFor('HW_TEST_PASSWORD:');
  await screen.press('hunter22');
  const typed = await screen.waitFor('HW_TEST_PASSWORD: ········');
  expect(typed.join('\n')).not.toContain('hunter');
  await screen.press(enter);
  await screen.waitFor('T trust and run');
  await screen.press('T');
  await screen.waitFor(/Log in +pass/);
  expect(screen.screenText().join('\n')).not.toContain('hunter22');
  const entries = await readdir(place.home, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'handoff.yaml');
  const texts = await Promise.all(
    files.map(({parentPath, name}) => readFile(path.join(parentPath, name), 'utf8')),
  );
  expect(texts.join('\n')).not.toContain('hunter22');
});

test('E opens the checks file at the line of the selected mistake, and reads it again', async () => {
  await using place = await placeWith(`checks:\n${check('Good', 'true')}  - nam: Odd\n`, {
    isTrusted: false,
  });
  const editor = path.join(place.home, 'vim');
  const told = path.join(place.home, 'told.txt');
  await writeFile(
    editor,
    `#!/bin/sh\necho "$@" > '${told}'\nsed -i '$d' '${place.home}/handoff.yaml'\n`,
    {mode: 0o755},
  );
  vi.stubEnv('VISUAL', editor);
  await using screen = await openChecks(place, /handoff\.yaml:5:5/);
  await screen.press('E');
  await screen.waitFor('T trust and run');
  expect(await readFile(told, 'utf8')).toBe(`+5 ${place.home}/handoff.yaml\n`);
});

test('a check that proves what the playbook does not have is named with its line, and runs all the same', async () => {
  await using place = await placeWith(
    `checks:\n${check('Good one', 'true', '    proves: chek-health\n')}`,
  );
  await using screen = await openChecks(place, 'Good one');
  const text = (await screen.waitFor(/▲ .*handoff\.yaml:5:5/)).join(' ');
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Did you mean "check-health"?');
  await screen.press('r');
  await screen.waitFor(/✔ Good one[^]*evidence are kept/);
});
