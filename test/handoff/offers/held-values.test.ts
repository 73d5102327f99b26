import {expect, test} from 'vitest';
import type {Field} from '../../../source/handoff/registers/field.ts';
import {heldValues} from '../../../source/handoff/offers/held-values.ts';
import {registers} from '../../../source/handoff/registers/registers.ts';
import type {RegisterName} from '../../../source/playbook/playbook.ts';
import {makeWorld} from '../../fixtures/world/world.ts';

async function offered(
  rows: readonly (readonly [RegisterName, string, Record<string, string>])[],
  register: RegisterName,
  name: string,
  row: Record<string, string> = {},
): Promise<readonly string[]> {
  await using world = await makeWorld('new');
  await world.append(
    ...rows.map(([table, item, fields]) => ({
      type: 'record/added' as const,
      register: table,
      item,
      fields,
    })),
  );
  const fields: readonly Field[] = registers[register].fields;
  const field = fields.find((one) => one.name === name);
  if (!field) throw new Error(`There is no field "${name}".`);
  return heldValues(world.snapshot().handoff, register, field, (other) => row[other] ?? '');
}

const severity = [
  'severities',
  'severities-and-response-times',
  {name: '1', response: '30 min', channel: '+34 600', hours: '9-17'},
] as const;
const lee = [
  'contacts',
  'escalation-contacts',
  {name: 'Lee Novak', channel: '+34 700', response: '15 min'},
] as const;

test('a channel and a time said once are offered wherever one is asked, the latest first', async () => {
  expect(await offered([severity, lee], 'escalations', 'channel')).toEqual(['+34 700', '+34 600']);
  expect(await offered([severity, lee], 'transition', 'channel')).toEqual(['+34 700', '+34 600']);
  expect(await offered([severity, lee], 'escalations', 'response')).toEqual(['15 min', '30 min']);
  expect(await offered([severity], 'contacts', 'hours')).toEqual(['9-17']);
});

test('what belongs to the person of the row comes first', async () => {
  const later = [lee, severity];
  expect(await offered(later, 'escalations', 'channel', {whom: 'Lee Novak'})).toEqual([
    '+34 700',
    '+34 600',
  ]);
  const mina = ['approvers', 'approvers', {name: 'Mina Park', role: 'head of operations'}] as const;
  const guest = ['attendees', 'attendees', {name: 'Ada Ito', role: 'operator'}] as const;
  expect(await offered([mina, guest], 'attendees', 'role', {name: 'Mina Park'})).toEqual([
    'head of operations',
    'operator',
  ]);
});

test('people are offered where a person is named, and nothing where nothing of the kind was said', async () => {
  expect(await offered([lee], 'duties', 'incoming')).toContain('Lee Novak');
  expect(await offered([lee], 'access', 'grant')).toContain('Lee Novak');
  expect(await offered([lee], 'components', 'purpose')).toEqual([]);
  expect(await offered([], 'escalations', 'channel')).toEqual([]);
});
