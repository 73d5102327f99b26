import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {demonstrationStanding} from '../../../source/handoff/standing/demonstration-standing.ts';
import {itemStanding} from '../../../source/handoff/standing/item-standing.ts';
import {allItems} from '../../../source/playbook/walk.ts';
import {blockers} from '../../../source/handoff/ahead/blockers.ts';
import {failingRun} from '../../fixtures/world/story.ts';
import {inDays} from '../../fixtures/world/in-days.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';

const settle = (
  item: string,
  status: 'done' | 'open' | 'not-applicable',
  reason?: string,
): Change => ({
  type: 'item/settled',
  item,
  status,
  ...(reason === undefined ? {} : {reason}),
});
const reason = 'The customer runs nothing of the kind';

/** What settles each item of the built-in playbook that a fact settles. */
const derived = [
  'complete-the-documentation',
  'write-down-access-and-credentials',
  'schedule-the-handoff-session',
  'run-the-checks-on-the-deployed-system',
  'review-every-outcome-that-is-not-a-pass',
  'what-was-deployed',
  'how-to-access-it',
  'how-to-operate-it',
  'how-to-troubleshoot-it',
  'who-to-contact',
  'resources',
  'demonstrations-check-health',
  'restart-a-service',
  'find-an-error-in-the-logs',
  'restore-a-backup',
  'escalate-an-incident',
  'handle-the-most-frequent-known-issue',
  'send-the-handoff-document',
  'send-a-summary-of-the-session',
  'send-links-to-every-resource',
  'close-every-open-point',
  'hold-the-first-check-in',
  'obtain-the-receivers-sign-off',
];

function standing(world: World, item: string) {
  return itemStanding(world.handoff(), item);
}

/** The handoff as it was carried before a playbook named the facts that settle its items. */
function withoutFacts(handoff: Handoff): Handoff {
  return JSON.parse(
    JSON.stringify(handoff, (key, value: unknown) => (key === 'settledBy' ? undefined : value)),
  ) as Handoff;
}

describe('on a new handoff', () => {
  it.each(derived)('"%s" waits, and no tick settles it', async (item) => {
    await using world = await makeWorld('new', {hasGates: false});
    expect(standing(world, item)).toMatchObject({status: 'open', isDerived: true});
    expect(standing(world, item).waitsFor?.text).toMatch(/\.$/u);
    await expect(world.append(settle(item, 'done'))).rejects.toThrow('cannot be done yet');
    expect(world.journal().length).toBe(1);
  });

  it('the same items are derived where an older handoff carries the built-in playbook', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    const old = withoutFacts(world.handoff());
    const found = allItems(old.playbook).filter(({item}) => itemStanding(old, item.id).isDerived);
    const now = allItems(old.playbook).filter(
      ({item}) => itemStanding(world.handoff(), item.id).isDerived,
    );
    expect(found.map(({item}) => item.id)).toEqual(now.map(({item}) => item.id));
  });

  it('what belongs to the session or after it is true of nothing yet', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await expect(world.append(settle('let-the-customer-drive', 'done'))).rejects.toThrow(
      'The session has not started.',
    );
    await expect(
      world.append(settle('share-the-lessons-with-your-own-team', 'done')),
    ).rejects.toThrow('The session has not ended.');
    await world.append({type: 'session/started'}, settle('let-the-customer-drive', 'done'));
    expect(standing(world, 'let-the-customer-drive')).toMatchObject({
      status: 'done',
      saidBy: 'Jordan Ruiz',
    });
  });
});

describe('a fact', () => {
  it('settles its item, and taking it back opens the item again', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    const planned: Change = {
      type: 'session/planned',
      startsAt: '2099-03-04T10:00:00Z',
      timeZone: 'UTC',
      minutes: 75,
    };
    await world.append(planned);
    expect(standing(world, 'schedule-the-handoff-session')).toMatchObject({status: 'done'});
    expect(standing(world, 'schedule-the-handoff-session').saidBy).toBeUndefined();
    await expect(world.append(settle('schedule-the-handoff-session', 'open'))).rejects.toThrow(
      'settled by what has happened',
    );
    await world.undo();
    expect(standing(world, 'schedule-the-handoff-session').status).toBe('open');
  });

  it('waits for the first thing that is missing, at its place', async () => {
    await using world = await makeWorld('new');
    const {waitsFor} = standing(world, 'write-down-access-and-credentials');
    expect(waitsFor?.text).toContain('"Access and credentials" is not written.');
    expect(waitsFor?.place).toEqual({
      step: 'what-was-deployed',
      line: {kind: 'item', id: 'access-and-credentials'},
    });
  });

  it('that does not apply needs a reason that says something, and the sign-off has none', async () => {
    await using world = await makeWorld('new');
    await expect(world.append(settle('restart-a-service', 'not-applicable', 'x'))).rejects.toThrow(
      'at least 15 characters',
    );
    await expect(
      world.append(settle('obtain-the-receivers-sign-off', 'not-applicable', reason)),
    ).rejects.toThrow('without the decision of its receiver');
    await world.append(settle('restart-a-service', 'not-applicable', reason));
    expect(standing(world, 'restart-a-service')).toMatchObject({status: 'not-applicable', reason});
    await world.append(settle('restart-a-service', 'open'));
  });

  it('settles a recording that somebody refused: there is none to share, and nobody is asked why', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append({
      type: 'record/added',
      register: 'attendees',
      item: 'attendees',
      fields: {name: 'Mina Okafor', side: 'customer', role: 'operations', consent: 'no'},
    });
    await world.append({type: 'session/started'}, {type: 'session/ended'});
    await expect(world.append(settle('share-the-recording', 'done'))).rejects.toThrow(
      'Mina Okafor did not agree to a recording',
    );
    for (const id of ['share-the-recording', 'record-the-session-with-everybodys-consent'])
      expect(standing(world, id)).toMatchObject({
        status: 'not-applicable',
        reason: 'Mina Okafor did not agree to a recording, so there is none',
        isDerived: true,
      });
    await world.append(settle('share-the-recording', 'not-applicable', reason));
  });

  it('keeps a recording open that somebody is not known to have agreed to', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append({
      type: 'record/added',
      register: 'attendees',
      item: 'attendees',
      fields: {name: 'Mina Okafor', side: 'customer', role: 'operations', consent: 'not asked'},
    });
    await world.append({type: 'session/started'});
    expect(standing(world, 'record-the-session-with-everybodys-consent').waitsFor).toBeUndefined();
    await world.append({type: 'session/ended'});
    await expect(world.append(settle('share-the-recording', 'done'))).rejects.toThrow(
      'Mina Okafor is not known to have agreed to a recording',
    );
  });
});

it('has every outcome reviewed where somebody lives with what does not hold, until the waiver is over', async () => {
  await using world = await makeWorld('new');
  const review = 'review-every-outcome-that-is-not-a-pass';
  const run = failingRun(new Date(Date.now() - 60_000).toISOString());
  await world.append({type: 'checks/recorded', run});
  expect(standing(world, review)).toMatchObject({status: 'open'});
  expect(blockers(world.handoff(), new Date().toISOString())[0]?.text).toContain('API is healthy');
  await world.append({
    type: 'gate/waived',
    gate: 'session',
    requirement: 'check API is healthy',
    text: 'The required check "API is healthy" gave fail: status 503, expected 200',
    reason: 'The certificate is ordered and comes next week',
    approver: 'Mina Okafor',
    expires: inDays(7),
  });
  await world.append({type: 'item/settled', item: review, status: 'done'});
  expect(standing(world, review)).toMatchObject({status: 'done', saidBy: 'Jordan Ruiz'});
  const told = blockers(world.handoff(), new Date().toISOString()).map(({text}) => text);
  expect(told.join()).not.toContain('API is healthy');
});

describe('what no program can know', () => {
  it('is said by a person, unless something written stands behind it', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(settle('validate-every-success-criterion', 'done'));
    expect(standing(world, 'validate-every-success-criterion')).toMatchObject({
      status: 'done',
      isDerived: false,
      saidBy: 'Jordan Ruiz',
    });
    await world.append({type: 'item/written', item: 'network', text: 'One flow, 443.'});
    expect(standing(world, 'network')).toMatchObject({status: 'done'});
    expect(standing(world, 'network').saidBy).toBeUndefined();
  });
});

it('a task counts no more once its performer turns out to hand the system over', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.append({type: 'session/started'});
  await world.append({
    type: 'demonstration/started',
    item: 'restart-a-service',
    performer: 'Sam Ito',
    observer: 'Jordan Ruiz',
  });
  const demonstration = world.handoff().demonstrations[0]?.id ?? '';
  await world.append({type: 'demonstration/ended', demonstration, result: 'unaided'});
  expect(standing(world, 'restart-a-service')).toMatchObject({
    status: 'done',
    settledBy: 'Sam Ito',
  });
  await world.append({type: 'person/described', name: 'Sam Ito', side: 'vendor'});
  expect(standing(world, 'restart-a-service').status).toBe('open');
  expect(demonstrationStanding(world.handoff(), 'restart-a-service')).toMatchObject({
    state: 'not counted',
    why: 'Sam Ito hands the system over',
  });
});

it('what is sent was written since the session', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.append({type: 'session/started'}, {type: 'session/ended'});
  const sent = settle('send-the-handoff-document', 'done');
  await expect(world.append(sent)).rejects.toThrow('No documents were written since the session.');
  await world.append({
    type: 'documents/written',
    asOf: new Date().toISOString(),
    digest: 'd'.repeat(64),
    audience: 'customer',
    formats: ['md'],
    folder: '/srv/out',
    documents: ['handoff-document'],
  });
  await world.append(sent);
  expect(standing(world, 'send-the-handoff-document')).toMatchObject({
    status: 'done',
    isDerived: true,
    saidBy: 'Jordan Ruiz',
  });
});
