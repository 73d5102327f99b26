import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {fieldProblem} from '../../../source/wizard/records/field-problems.ts';
import {fieldText, recordsOf} from '../../../source/handoff/registers/records.ts';
import type {Field} from '../../../source/handoff/registers/field.ts';
import {registers} from '../../../source/handoff/registers/registers.ts';
import {receivers} from '../../../source/documents/mail/receivers.ts';
import {makeTwoStores} from '../folding/two-stores.ts';

const attends = (email: string): Change => ({
  type: 'record/added',
  register: 'attendees',
  item: 'attendees',
  fields: {name: 'Jane', side: 'customer', role: 'on call', email, consent: 'yes'},
});

describe('the address of an attendee', () => {
  it('is refused in words where nothing can be sent to it, and nothing is written', async () => {
    await using store = await makeTwoStores();
    const lines = store.snapshot().journal.length;
    await expect(store.append(attends('jane@example.com; bob@example.com'))).rejects.toThrow(
      'holds more than one address',
    );
    await expect(store.append(attends('ask Mina'))).rejects.toThrow('is no e-mail address');
    expect(store.snapshot().journal).toHaveLength(lines);
  });

  it('stays where an earlier version let it in, also when its row is changed', async () => {
    await using store = await makeTwoStores();
    const old = 'jane@example.com; bob@example.com';
    store.forge(attends(old), {v: 4});
    const [row] = recordsOf(store.snapshot().handoff, 'attendees');
    expect(row && fieldText(row, 'email')).toBe(old);
    const fields = {email: old, role: 'lead'};
    await store.append({type: 'record/changed', record: row?.id ?? '', fields});
    await expect(
      store.append({type: 'record/changed', record: row?.id ?? '', fields: {email: 'bob'}}),
    ).rejects.toThrow('is no e-mail address');
    expect(recordsOf(store.snapshot().handoff, 'attendees')).toMatchObject([{fields}]);
  });

  it.each([
    ['jürgen@müller.example', 'jürgen@müller.example'],
    ['Suharto <suharto@id.example>', 'suharto@id.example'],
  ])('%s is taken, and mail goes to %s', async (email, sent) => {
    await using store = await makeTwoStores();
    await store.append(attends(email));
    expect(receivers(store.snapshot().handoff, 'customer')).toMatchObject([{address: sent}]);
  });

  it('is judged in its field as it is typed', async () => {
    await using store = await makeTwoStores();
    const {handoff} = store.snapshot();
    const register = registers.attendees;
    const field = register.fields[3] as Field;
    const facts = {handoff, register, record: undefined, today: '2026-03-04'};
    const problemWith = (text: string) =>
      fieldProblem(
        field,
        {email: {text, reason: '', isNotApplicable: false}},
        {...facts, name: 'attendees'},
      );
    expect(problemWith('jane@example.com; bob@example.com')).toBe(
      '"jane@example.com; bob@example.com" holds more than one address. Write one of them, and give each other person a row of their own.',
    );
    expect(problemWith('jürgen@müller.example')).toBeUndefined();
    expect(problemWith('')).toBeUndefined();
  });
});
