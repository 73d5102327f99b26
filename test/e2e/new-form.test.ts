import {mkdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ctrl, keys} from '../harness/keys.ts';
import type {Wizard} from '../harness/wizard.tsx';
import {makePlace, type Place} from './place.ts';

const {down, enter, shiftTab} = keys;

const id = 'apex-banking-payments-api';

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), {recursive: true});
  await writeFile(file, text);
}

/** A workspace and a person with a playbook each; that of the person has a tick. */
async function withPlaybooks(): Promise<Place> {
  const place = makePlace();
  const own = '# Ours\n\n- [ ] Of the workspace\n';
  await put(path.join(place.workspace, '.handoff', 'playbook.md'), own);
  await put(
    path.join(place.home, 'playbooks', 'cutover.md'),
    '# Cutover\n\n- [x] Told\n- [ ] Moved\n',
  );
  return place;
}

/** Goes to the field of the playbook with the others filled in. */
async function toPlaybook(wizard: Wizard): Promise<void> {
  await wizard.waitFor('Start a handoff for this folder');
  wizard.write(enter);
  await wizard.waitFor('Which system goes to whom?');
  wizard.write(`Apex Banking${enter}Payments API${enter}${enter}`);
  await wizard.waitFor('❯ Playbook');
}

const statesOf = async (place: Place) => {
  const {items} = (await place.stored(id)).handoff;
  return items['told']?.status;
};

test.concurrent('the form offers the playbooks that are there, and says at once what is in them', async () => {
  await using place = await withPlaybooks();
  await using wizard = await place.openHere();
  await toPlaybook(wizard);
  const rows = await wizard.waitFor('cutover    yours · Cutover · 2 items in 1 phase, 1 notice');
  expect(rows.join('\n')).toContain('With the playbook of this workspace, .handoff/playbook.md. 1');
  expect(rows.join('\n')).toContain('built-in   built-in · System handoff · 96 items in 3 phases');
  expect(rows.join('\n')).not.toContain('Ticked');
  wizard.write(enter);
  await wizard.waitFor('Of the workspace');
  expect((await place.stored(id)).handoff.playbook.title).toBe('Ours');
});

test.concurrent.each([
  ['keep the ticks', keys.right, 'done'],
  ['start clean', keys.left, undefined],
])('a playbook with ticks asks about them: %s', async (answer, arrow, status) => {
  await using place = await withPlaybooks();
  await using wizard = await place.openHere();
  await toPlaybook(wizard);
  await wizard.waitFor('cutover    yours');
  wizard.write(`${down}${down}`);
  await wizard.waitFor('❯ cutover');
  // Enter goes on to what is asked, and nothing is started before it is answered.
  wizard.write(`${enter}${enter}`);
  await wizard.waitFor('1 entry is ticked in the file. Shall a handoff start');
  expect(await place.files(place.home)).not.toContain('handoffs');
  wizard.write(arrow);
  await wizard.waitFor(new RegExp(`\\S ${answer}`, 'u'));
  wizard.write(enter);
  await wizard.waitFor('Moved');
  expect(await statesOf(place)).toBe(status);
});

test.concurrent('a broken playbook is told at its field, and nothing typed is lost', async () => {
  await using place = await withPlaybooks();
  await put(path.join(place.home, 'playbooks', 'broken.md'), '');
  await using wizard = await place.openHere();
  await toPlaybook(wizard);
  await wizard.waitFor('broken     yours · cannot be read');
  wizard.write(`${down}${down}`);
  await wizard.waitFor('The file is empty; write each thing to settle');
  wizard.write(enter);
  await wizard.waitFor('❯ Playbook   broken');
  wizard.write('x');
  await wizard.waitFor('❯ Playbook   brokenx');
  wizard.write(enter);
  const rows = await wizard.waitFor('There is no playbook "brokenx".');
  expect(rows.join('\n')).toContain('Apex Banking');
  expect(await place.files(place.home)).not.toContain('handoffs');
});

test.concurrent('a playbook that vanished since it was chosen is told at its field', async () => {
  await using place = await withPlaybooks();
  await using wizard = await place.openHere();
  await toPlaybook(wizard);
  await wizard.waitFor('cutover    yours');
  wizard.write(`${down}${down}`);
  await wizard.waitFor('❯ cutover');
  await rm(path.join(place.home, 'playbooks', 'cutover.md'));
  wizard.write(`${enter} ${enter}`);
  await wizard.waitFor('There is no playbook "cutover".');
  expect(await place.files(place.home)).not.toContain('handoffs');
});

test.concurrent('another workspace has its own playbook and no other', async () => {
  await using place = await withPlaybooks();
  const other = path.join(place.path, 'nordwind');
  await put(path.join(other, '.handoff', 'playbook.md'), '- [ ] Of Nordwind\n- [ ] More\n');
  await using wizard = await place.openHere();
  await toPlaybook(wizard);
  await wizard.waitFor('workspace  workspace · Ours');
  wizard.write(`${shiftTab}${ctrl('u')}${other}${enter}`);
  const rows = await wizard.waitFor('workspace  workspace · playbook · 2 items in 1 phase');
  expect(rows.join('\n')).not.toContain('Ours');
  wizard.write(enter);
  await wizard.waitFor('Of Nordwind');
});

test.concurrent('in a terminal, what is typed fast goes to the question about ticks', async () => {
  await using place = await withPlaybooks();
  await using wizard = place.open();
  await wizard.waitFor('Start a handoff for this folder');
  wizard.write(enter);
  await wizard.waitFor('Which system goes to whom?');
  wizard.write(`Apex Banking${enter}Payments API${enter}${enter}cutover${enter}s${enter}`);
  await wizard.waitFor('Moved');
  expect(await statesOf(place)).toBeUndefined();
});

test.concurrent('names are offered as they stand in the README, the repository and the last handoff', async () => {
  await using place = makePlace();
  await place.run(['new', '--customer', 'Borel', '--system', 'Ledger']);
  await place.write('README.md', '# Refund service\n');
  await place.write('compose.yaml', 'name: refunds\nservices: {api: {image: api}}\n');
  await using wizard = await place.openHere();
  await wizard.waitFor('Borel · Ledger');
  wizard.write('n');
  const customers = await wizard.waitFor('as of Ledger');
  expect(customers.join('\n')).not.toContain('❯ Borel');
  wizard.write(`${down}${enter}`);
  const systems = (await wizard.waitFor('this folder')).join('\n');
  expect(systems).toMatch(
    /Refund service +README\.md:1\n +refunds +compose\.yaml\n +workspace +this folder/u,
  );
  wizard.write(`${down}${enter}${enter}`);
  await wizard.waitFor('❯ Playbook');
  wizard.write(enter);
  await wizard.waitFor('All entries of the playbook are asked.');
  wizard.write('o');
  await wizard.waitFor('10 entries are not asked of one host.');
  wizard.write(enter);
  await wizard.waitFor('· not asked of one host');
  expect((await place.stored('borel-refund-service')).handoff.size).toBe('one-host');
});
