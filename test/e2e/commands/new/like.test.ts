import {existsSync} from 'node:fs';
import {expect, test} from 'vitest';
import {makePlace} from '../../place.ts';

const names = ['--customer', 'Apex', '--system', 'Payments', '--size', 'service'];

function row(register: string, item: string, fields: Record<string, string>): string {
  return JSON.stringify({type: 'record/added', register, item, fields});
}

const rows = [
  row('severities', 'severities-and-response-times', {
    name: '1',
    meaning: 'Nobody can order',
    response: '30 min',
    channel: '+34 600 100 200',
    hours: 'Mon-Fri 8-18 CET',
  }),
  row('contacts', 'escalation-contacts', {
    name: 'Lee Novak',
    level: 'severity 1',
    channel: '+34 600 111 222',
    response: '15 min',
    tested: '2026-03-01',
  }),
  row('components', 'architecture-overview', {name: 'api', version: '1', place: 'host'}),
].join('\n');

test('a handoff starts as another one ended: what stays the same comes along, and nothing that was tested', async () => {
  await using place = makePlace();
  await place.run(['new', ...names]);
  await place.write('rows.jsonl', rows);
  await place.run(['apply', 'rows.jsonl', '--handoff', 'apex-payments']);
  const started = await place.run(['new', '--system', 'Refunds', '--like', 'apex-payments']);
  expect(started).toMatchObject({exitCode: 0});
  const {handoff} = await place.stored('apex-refunds');
  expect(handoff).toMatchObject({customer: 'Apex', system: 'Refunds', size: 'service'});
  expect(handoff.records.map(({register, fields}) => [register, fields])).toEqual([
    ['severities', expect.objectContaining({name: '1', channel: '+34 600 100 200'})],
    [
      'contacts',
      {name: 'Lee Novak', level: 'severity 1', channel: '+34 600 111 222', response: '15 min'},
    ],
  ]);
  // What is addressed to one customer stays there.
  await place.run(['new', '--customer', 'Borel', '--system', 'Shop', '--like', 'apex-payments']);
  const other = JSON.stringify((await place.stored('borel-shop')).handoff.records);
  expect(other).toContain('Nobody can order');
  expect(other).not.toContain('+34');
  expect(other).not.toContain('Lee Novak');
});

test('a playbook of its own comes along as its file is now, and one that is named counts', async () => {
  await using place = makePlace();
  await place.write('team.md', '- [ ] Tell people\n');
  await place.run(['new', ...names, '--playbook', 'team.md']);
  await place.write('team.md', '- [ ] Tell people\n- [ ] Order a cake\n');
  await place.run(['new', '--system', 'Refunds', '--like', 'apex-payments']);
  const texts = JSON.stringify((await place.stored('apex-refunds')).handoff.playbook);
  expect(texts).toContain('Order a cake');
  const own = ['--playbook', 'built-in'];
  await place.run(['new', '--system', 'Ledger', '--like', 'apex-payments', ...own]);
  expect((await place.stored('apex-ledger')).handoff.playbookSource).toBe('built-in');
});

test('without a handoff of that id, and without a customer, nothing is started', async () => {
  await using place = makePlace();
  const unknown = await place.run(['new', '--system', 'Refunds', '--like', 'nothing']);
  expect(unknown).toMatchObject({exitCode: 2, stdout: ''});
  expect(unknown.stderr).toContain('nothing');
  const nobody = await place.run(['new', '--system', 'Refunds']);
  expect(nobody).toMatchObject({exitCode: 2, stdout: ''});
  expect(nobody.stderr).toContain('Say it with --customer NAME.');
  expect(existsSync(place.home)).toBe(false);
});

test('a name that is missing is told with what the README and the last handoff say', async () => {
  await using place = makePlace();
  await place.write('README.md', '# Refund service\n');
  await place.run(['new', ...names]);
  const system = await place.run(['new', '--customer', 'Apex']);
  expect(system.stderr).toContain('--system "Refund service" (README.md:1)');
  const customer = await place.run(['new', '--system', 'Refunds']);
  expect(customer.stderr).toContain('--customer "Apex" (as of Payments)');
  expect(customer.exitCode).toBe(2);
});
