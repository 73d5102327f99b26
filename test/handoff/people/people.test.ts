import {describe, expect, it} from 'vitest';
import {expectationsMissing} from '../../../source/handoff/gates/expectations-missing.ts';
import {peopleOf} from '../../../source/handoff/people/people.ts';
import {peopleProblems} from '../../../source/handoff/people/problems.ts';
import {receivingSides, sideOf} from '../../../source/handoff/rules/people/sides.ts';
import {makeWorld} from '../../fixtures/world/world.ts';
import {attendee, note, performs} from './people-changes.ts';

const row = (
  register: 'approvers' | 'contacts' | 'runbooks' | 'acknowledgements',
  item: string,
  fields: object,
) => ({type: 'record/added', register, item, fields: fields as Record<string, string>}) as const;

it('each person stands there once, with all spellings and where they are known from', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.by(
    'Jordan Ruiz',
    attendee('Ruiz, Jordan', 'vendor', 'engineer', 'jordan@acme.example'),
    attendee('Mina Okafor', 'customer', 'operations'),
    row('approvers', 'approvers', {name: 'Okafor, Mina', role: 'head of operations'}),
    row('runbooks', 'check-health', {name: 'Check health', author: 'jordan  ruiz (Acme)'}),
    row('contacts', 'escalation-contacts', {name: 'Support desk'}),
    performs('MINA OKAFOR'),
  );
  const people = peopleOf(world.handoff());
  expect(people.map(({name}) => name)).toEqual(['Jordan Ruiz', 'Mina Okafor']);
  expect(people[0]).toEqual({
    name: 'Jordan Ruiz',
    side: 'vendor',
    isSideSaid: true,
    role: 'engineer',
    address: 'jordan@acme.example',
    spellings: ['Jordan Ruiz', 'Ruiz, Jordan', 'jordan  ruiz (Acme)'],
    from: ['started the handoff', 'attendee', 'watched', 'author of a runbook'],
    mayBe: [],
  });
  expect(people[1]).toMatchObject({
    side: 'customer',
    from: ['attendee', 'approver', 'performed'],
  });
});

it('whoever entered something hands over, also what was taken back', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.by('Sam Ito', note('x'));
  await world.undo('Sam Ito');
  expect(world.handoff().items['network']).toBeUndefined();
  expect(sideOf(world.handoff(), 'sam ito')).toBe('vendor');
  await expect(world.by('Jordan Ruiz', performs('Sam Ito'))).rejects.toThrow(
    'hands the system over',
  );
});

it('a name that may be another’s is another person, and told', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.by('Jordan Ruiz', row('contacts', 'escalation-contacts', {name: 'J. Ruiz'}));
  const people = peopleOf(world.handoff());
  expect(people.map(({name, mayBe}) => [name, mayBe])).toEqual([
    ['Jordan Ruiz', ['J. Ruiz']],
    ['J. Ruiz', ['Jordan Ruiz']],
  ]);
});

it('a spelling that is said to be theirs is theirs', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.by('Jordan Ruiz', attendee('Mina Okafor', 'vendor', 'engineer'));
  expect(sideOf(world.handoff(), 'Kitty')).toBeUndefined();
  await world.by('Jordan Ruiz', {type: 'person/described', name: 'Mina Okafor', alias: 'Kitty'});
  expect(sideOf(world.handoff(), 'Kitty')).toBe('vendor');
  await expect(world.by('Jordan Ruiz', performs('kitty'))).rejects.toThrow('hands the system over');
});

it('somebody on two sides is told, and counts on the one that is worse for the claim', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.by('Jordan Ruiz', attendee('Jordan Ruiz', 'customer', 'operations'));
  await world.by(
    'Jordan Ruiz',
    attendee('Bo Lind', 'customer', 'a'),
    attendee('Bo Lind', 'vendor', 'b'),
  );
  const problems = peopleOf(world.handoff()).map(({name, side, problem}) => [name, side, problem]);
  expect(problems).toEqual([
    ['Jordan Ruiz', 'vendor', expect.stringContaining('on the side of the customer')],
    ['Bo Lind', 'vendor', 'Bo Lind is put on two sides: customer and vendor.'],
  ]);
  await world.by('Jordan Ruiz', {type: 'person/described', name: 'Bo Lind', side: 'customer'});
  expect(peopleOf(world.handoff())[1]).toMatchObject({side: 'customer'});
  expect(peopleOf(world.handoff())[1]?.problem).toBeUndefined();
});

describe('who takes over', () => {
  it('is the customer where nobody is named, and where somebody of it is', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    expect(receivingSides(world.handoff())).toEqual(['customer']);
    await world.by('Jordan Ruiz', attendee('Bo Lind', 'success team', 'success manager'));
    expect(receivingSides(world.handoff())).toEqual(['success team']);
    await world.by('Jordan Ruiz', performs('Bo Lind'));
    await world.by('Jordan Ruiz', attendee('Mina Okafor', 'customer', 'operations'));
    expect(receivingSides(world.handoff())).toEqual(['customer']);
  });
  it('is a success team beside the customer where it accepts', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.by(
      'Jordan Ruiz',
      attendee('Bo Lind', 'success team', 'success manager'),
      attendee('Mina Okafor', 'customer', 'operations'),
      row('approvers', 'approvers', {name: 'Bo Lind', role: 'success manager'}),
    );
    expect(receivingSides(world.handoff())).toEqual(['customer', 'success team']);
    await world.by('Jordan Ruiz', performs('Bo Lind'));
  });
});

describe('namesakes', () => {
  it('are two with an address of their own, and are told to be alike', async () => {
    await using world = await makeWorld('new', {hasGates: false, startedBy: 'Ana Ruiz'});
    const namesake = 'Ana Ruiz (customer)';
    await expect(world.by('Ana Ruiz', performs(namesake, 'Sam Ito'))).rejects.toThrow(
      'hands the system over',
    );
    await world.by('Ana Ruiz', {
      type: 'person/described',
      name: namesake,
      side: 'customer',
      address: 'ana@apex.example',
    });
    expect(peopleOf(world.handoff()).map(({name, side, mayBe}) => [name, side, mayBe])).toEqual([
      ['Ana Ruiz', 'vendor', [namesake]],
      [namesake, 'customer', ['Ana Ruiz']],
    ]);
    await world.by('Ana Ruiz', performs(namesake, 'Ana Ruiz'));
    await expect(world.by('Ana Ruiz', performs('Ana Ruiz', 'Sam Ito'))).rejects.toThrow(/going on/);
  });
  it('whose names only look alike are told apart by the attendees', async () => {
    await using world = await makeWorld('new', {hasGates: false, startedBy: 'José Ruiz'});
    await expect(world.by('José Ruiz', performs('Jose Ruiz', 'Sam Ito'))).rejects.toThrow(
      'may be José Ruiz',
    );
    await world.by('José Ruiz', attendee('Jose Ruiz', 'customer', 'operations'));
    await world.by('José Ruiz', performs('Jose Ruiz', 'José Ruiz'));
  });
  it('shortened they are not: initials can be written out', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.by('Jordan Ruiz', attendee('J. Ruiz', 'customer', 'operations'));
    await expect(world.by('Jordan Ruiz', performs('J. Ruiz', 'Sam Ito'))).rejects.toThrow(
      'may be Jordan Ruiz',
    );
  });
});

it('what a colleague said for the receiver counts no more once it is known whose colleague it was', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.by(
    'Jordan Ruiz',
    row('acknowledgements', 'the-customers-acknowledgement', {
      name: 'Sam Ito',
      date: '2026-03-04',
      how: 'By e-mail',
    }),
    performs('Sam Ito'),
  );
  const isAgreed = () =>
    !expectationsMissing(world.handoff(), new Date().toISOString()).some(
      ({id}) => id === 'register acknowledgements',
    );
  expect(isAgreed()).toBe(true);
  await world.by('Jordan Ruiz', attendee('Sam Ito', 'vendor', 'engineer'));
  expect(isAgreed()).toBe(false);
  expect(peopleProblems(world.handoff())).toContain(
    'Sam Ito hands over, and stands for the receiver as well: agreed to the support model.',
  );
});
