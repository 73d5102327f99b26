import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ctrl, keys, pasted} from '../../harness/keys.ts';
import type {Wizard} from '../../harness/wizard.tsx';
import {makePlace, type Place} from '../place.ts';
import {expectGone, pidsWrittenTo} from '../processes.ts';
import {goToItem} from './steps.ts';

interface Runbook {
  readonly effect: 's' | 'c';
  readonly commands: string;
  readonly expected: string;
}

/** Adds a runbook to "Check health" and leaves it selected. */
async function addRunbook(wizard: Wizard, runbook: Runbook): Promise<void> {
  const {effect, commands, expected} = runbook;
  await goToItem(wizard, 'Check health');
  const next = keys.tab;
  wizard.write(`${keys.enter}Try it${next}alert${next}${effect}${next}${next}${next}`);
  await wizard.waitFor('❯ Commands');
  wizard.write(`${pasted(commands)}${next}${pasted(expected)}${ctrl('s')}`);
  await wizard.waitFor(/❯ +[·◐] Try it · never run/);
}

async function lastProof(place: Place, id: string) {
  const {journal} = await place.stored(id);
  const last = journal.at(-1);
  return last?.type === 'runbook/proven' ? last : undefined;
}

async function evidenceOf(place: Place, id: string): Promise<string> {
  const proof = await lastProof(place, id);
  return readFile(path.join(place.home, 'evidence', proof?.evidence?.stored ?? ''), 'utf8');
}

test.concurrent('a safe runbook shows what it runs and where, runs it, and is proven with its evidence', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await addRunbook(wizard, {
    effect: 's',
    commands: 'pwd\necho "status ok" >&2',
    expected: '/^status \\w+$/m',
  });
  wizard.write('r');
  await wizard.waitFor(
    /Try it +safe[^]*Runs in [^]*\$ pwd\n +\$ echo "status ok" >&2[^]*run exactly this/,
  );
  expect(await place.files(place.home)).not.toContain('evidence');
  wizard.write(keys.enter);
  await wizard.waitFor(/Exit code 0[^]*status ok[^]*Suggested: yes/);
  wizard.write(keys.enter);
  await wizard.waitFor(/❯ +[·◐] Try it · proven today \d\d:\d\d/);
  expect(await lastProof(place, id)).toMatchObject({
    command: 'pwd\necho "status ok" >&2',
    isMet: true,
    code: 0,
    expected: '/^status \\w+$/m',
  });
  expect(await evidenceOf(place, id)).toBe(`${place.workspace}\nstatus ok\n`);
  wizard.write(`${keys.enter}${keys.tab.repeat(5)} # and more${ctrl('s')}`);
  await wizard.waitFor(/Try it[^]*changed since it was proven/);
});

test.concurrent('a runbook that changes things runs only once yes was typed', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await addRunbook(wizard, {effect: 'c', commands: 'touch ran', expected: 'done'});
  wizard.write(`r${keys.enter}`);
  await wizard.waitFor(/changes the system[^]*Type yes, or leave with Esc/);
  wizard.write(`y${keys.enter}`);
  await wizard.waitFor('Run exactly this: y');
  wizard.write(keys.escape);
  await wizard.waitFor(/❯ +[·◐] Try it · never run/);
  expect(existsSync(path.join(place.workspace, 'ran'))).toBe(false);
  wizard.write(`ryes${keys.enter}`);
  await wizard.waitFor(/"done" is not in the output[^]*Suggested: no/);
  expect(existsSync(path.join(place.workspace, 'ran'))).toBe(true);
  wizard.write(keys.enter);
  await wizard.waitFor(/Try it · failed today/);
  expect(await lastProof(place, id)).toMatchObject({isMet: false, code: 0});
});

test.concurrent('the script ends at the first command that fails, and at a variable without a value', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await addRunbook(wizard, {effect: 's', commands: 'echo one\nfalse\ntouch ran', expected: 'one'});
  wizard.write(`r${keys.enter}`);
  await wizard.waitFor(/Exit code 1[^]*one[^]*The exit code is 1[^]*Suggested: no/);
  wizard.write(keys.escape);
  await wizard.waitFor('Nothing was recorded.');
  expect(existsSync(path.join(place.workspace, 'ran'))).toBe(false);
});

test.concurrent('output that is hostile harms neither screen nor evidence, and Esc ends all that runs', async () => {
  await using place = makePlace();
  const id = await place.start();
  const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
  await using wizard = await place.openHere(['resume']);
  await addRunbook(wizard, {
    effect: 's',
    commands: [
      String.raw`printf '\033[2J\033]0;title\007\033[31mred\n'`,
      `echo ${token.slice(0, 8)}"${token.slice(8)}"`,
      'sleep 600 & echo $! > child',
      'sleep 600',
    ].join('\n'),
    expected: 'red',
  });
  wizard.write(`r${keys.enter}`);
  await wizard.waitFor(/red[^]*Running for/);
  const children = await pidsWrittenTo(path.join(place.workspace, 'child'));
  wizard.write(keys.escape);
  await wizard.waitFor(/It was stopped[^]*Suggested: no/);
  await expectGone(children);
  wizard.write('n');
  await wizard.waitFor(/Try it · failed today/);
  const evidence = await evidenceOf(place, id);
  expect(evidence).toMatch(/^red\n/);
  expect(evidence).not.toContain(token);
});

test.concurrent('characters that nobody could see are shown before anything runs', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await addRunbook(wizard, {effect: 's', commands: 'echo \u202E\u200Bevil', expected: 'x'});
  wizard.write('r');
  // What turns the direction of writing is left out, of what is shown and of what runs.
  const rows = await wizard.waitFor(String.raw`$ echo \u200bevil`);
  expect(rows.join('')).not.toContain('\u202E');
});

test.concurrent('a try by hand is recorded with what was seen', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await addRunbook(wizard, {effect: 's', commands: 'true', expected: 'a call back'});
  wizard.write('v');
  await wizard.waitFor('Done and seen:');
  wizard.write(keys.enter);
  await wizard.waitFor('Say what was seen');
  wizard.write(`They called back after 5 min${keys.enter}`);
  await wizard.waitFor(/As expected:[^]*Expected: a call back/);
  wizard.write(`yes${keys.enter}`);
  await wizard.waitFor(/Try it[^]*said to work today/);
  const proof = await lastProof(place, id);
  expect(proof).toMatchObject({command: '', isMet: true, actual: 'They called back after 5 min'});
  expect(proof?.evidence).toBeUndefined();
});
