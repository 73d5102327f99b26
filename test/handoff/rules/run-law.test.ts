import {expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {commandDigest} from '../../../source/handoff/runs/item-commands.ts';
import {commandStandings, lastRun} from '../../../source/handoff/runs/run-standing.ts';
import {itemStanding} from '../../../source/handoff/standing/item-standing.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {item as itemOf, smallPlaybook} from '../../fixtures/small-playbook.ts';
import {inDays} from '../../fixtures/world/in-days.ts';
import {makeStorePlace, newHandoff, type StorePlace} from '../../torture/store-place.ts';

type Ran = Extract<Change, {type: 'item/ran'}>;

const item = 'criteria-validated';
const commands = ['uptime -p', 'kubectl -n <namespace> get pods', 'Get-Service pay'];

const now = () => new Date().toISOString();

function ran(change: Partial<Ran> = {}): Ran {
  return {
    type: 'item/ran',
    item,
    of: [commandDigest('uptime -p')],
    command: 'uptime -p',
    isChanging: false,
    isMet: true,
    actual: 'exit 0: up 3 days',
    code: 0,
    duration: 12,
    host: 'pay-1',
    folder: '/srv/pay',
    ranAt: now(),
    ...change,
  };
}

function withCommands(all: readonly string[]) {
  const [first, ...phases] = smallPlaybook.phases;
  const [checklist, ...steps] = first?.steps ?? [];
  if (!first || !checklist) throw new Error('The small playbook has a checklist.');
  const items = [itemOf(item, {commands: all}), ...checklist.items.slice(1)];
  return {
    ...smallPlaybook,
    phases: [{...first, steps: [{...checklist, items}, ...steps]}, ...phases],
  };
}

const makePlace = () => makeStorePlace({...newHandoff, playbook: withCommands(commands)});

const append = ({home, id}: StorePlace, ...changes: readonly Change[]) =>
  appendChanges({home, id, actor: 'ana', decide: () => changes});

const handoffOf = ({home, id}: StorePlace) => readSnapshot(home, id).handoff;

it.each<readonly [string, Partial<Ran>, RegExp]>([
  ['an unknown item', {item: 'nowhere'}, /nowhere/],
  [
    'a command that the item does not have',
    {of: [commandDigest('reboot')], command: 'reboot'},
    /has no such command/,
  ],
  ['an edited command', {command: 'uptime -s'}, /not what the playbook says/],
  ['more than the command', {command: 'uptime -p\nreboot'}, /not what the playbook says/],
  [
    'a blank that nobody filled',
    {of: [commandDigest(commands[1] ?? '')], command: commands[1] ?? ''},
    /Nobody has said what <namespace> stands for/,
  ],
  [
    'a command that goes on after its blank',
    {of: [commandDigest(commands[1] ?? '')], command: 'kubectl -n pay get pods; reboot'},
    /not what the playbook says/,
  ],
  [
    'a blank filled with another line',
    {of: [commandDigest(commands[1] ?? '')], command: 'kubectl -n pay\nreboot\n get pods'},
    /not what the playbook says/,
  ],
  [
    'one for another shell',
    {of: [commandDigest('Get-Service pay')], command: 'Get-Service pay'},
    /This is for PowerShell/,
  ],
  ['a good end with exit 1', {code: 1}, /ended with exit 1, and only 0/],
  ['what did not show', {expected: 'up 4 days'}, /What was expected did not show/],
  ['a run ahead of now', {ranAt: `${inDays(2)}T10:00:00Z`}, /begins after now/],
])('%s is refused', async (_, change, words) => {
  await using place = await makePlace();
  await expect(append(place, ran(change))).rejects.toThrow(words);
  expect(handoffOf(place).items[item]?.runs).toBeUndefined();
});

it('a good end without an exit code is refused', async () => {
  await using place = await makePlace();
  const {code: _, ...stopped} = ran();
  await expect(append(place, stopped)).rejects.toThrow('did not run to its end');
  await append(place, {...stopped, isMet: false});
  expect(lastRun(handoffOf(place), item, now())).toMatchObject({state: 'failed'});
});

it('several commands in their order, with the blank filled', async () => {
  await using place = await makePlace();
  const of = commands.slice(0, 2).map(commandDigest);
  await append(place, ran({of, command: 'uptime -p\nkubectl -n pay get pods'}));
  expect(commandStandings(handoffOf(place), item, now()).map(({last}) => last?.state)).toEqual([
    'worked',
    'worked',
    undefined,
  ]);
});

it('a run ticks nothing, and makes a tick more than a word while it is of the same command', async () => {
  await using place = await makePlace();
  await append(place, {type: 'item/settled', item, status: 'done'});
  expect(itemStanding(handoffOf(place), item).saidBy).toBe('ana');
  await append(place, {type: 'item/settled', item, status: 'open'}, ran());
  expect(itemStanding(handoffOf(place), item).status).toBe('open');
  await append(place, {type: 'item/settled', item, status: 'done'});
  expect(itemStanding(handoffOf(place), item).saidBy).toBeUndefined();
  const changed: Handoff = {...handoffOf(place), playbook: withCommands(['uptime -s'])};
  expect(itemStanding(changed, item).saidBy).toBe('ana');
});

it('a run is of an earlier text once the playbook says another command, and grows old', async () => {
  await using place = await makePlace();
  await append(place, ran());
  const handoff = handoffOf(place);
  expect(lastRun(handoff, item, now())).toMatchObject({state: 'worked'});
  const changed: Handoff = {...handoff, playbook: withCommands(['uptime -s'])};
  expect(lastRun(changed, item, now())).toMatchObject({state: 'earlier text'});
  expect(commandStandings(changed, item, now())).toEqual([{command: {text: 'uptime -s'}}]);
  expect(lastRun(handoff, item, `${inDays(15)}T10:00:00Z`)).toMatchObject({
    state: 'old',
    why: 'it was more than 14 days ago',
  });
  expect(lastRun(handoff, item, `${inDays(-1)}T10:00:00Z`)).toMatchObject({state: 'not borne out'});
});

it('evidence that was edited bears nothing out, until it is kept anew', async () => {
  await using place = await makePlace();
  const evidence = {
    stored: 'a'.repeat(64),
    original: 'b'.repeat(64),
    bytes: 9,
    isTruncated: false,
    redacted: [],
  };
  await append(place, ran({evidence}));
  await append(place, {type: 'evidence/found-changed', stored: evidence.stored, kind: 'changed'});
  expect(lastRun(handoffOf(place), item, now())).toMatchObject({
    state: 'not borne out',
    why: 'its evidence was edited since',
  });
  await append(place, ran({evidence}));
  expect(lastRun(handoffOf(place), item, now())).toMatchObject({state: 'worked'});
});

it('is taken back with a reason only, by whoever entered it', async () => {
  await using place = await makePlace();
  await append(place, ran());
  const {journal} = readSnapshot(place.home, place.id);
  const action = journal.at(-1)?.id ?? '';
  await expect(append(place, {type: 'undone', action})).rejects.toThrow(/stays on record/);
  await append(place, {type: 'undone', action, reason: 'On the wrong cluster'});
  expect(foldJournal(readSnapshot(place.home, place.id).journal).items[item]?.runs).toBeUndefined();
});
