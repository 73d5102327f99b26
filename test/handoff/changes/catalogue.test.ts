import {describe, expect, it} from 'vitest';
import {changeTypes, entryOf, type Change} from '../../../source/handoff/changes/catalogue.ts';
import {changeWords} from '../../../source/handoff/changes/change-words.ts';
import {changeProblem} from '../../../source/handoff/changes/read-change.ts';
import {journalVersion} from '../../../source/handoff/changes/stamp.ts';
import {undoRule} from '../../../source/handoff/changes/undo.ts';
import {createHandoff} from '../../../source/store/create-handoff.ts';
import {RefusedError} from '../../../source/store/refused-error.ts';
import {makeStorePlace} from '../../torture/store-place.ts';
import {makeSampleStore} from './sample-store.ts';
import {samples} from './samples.ts';

const ids = {
  row: 'row',
  note: 'note',
  demonstration: 'demonstration',
  action: 'action',
  runbook: 'r',
  question: 'q',
  added: 'added',
};
const all = samples(ids);

/** A sample with one field as no field of that kind can be. */
function withValue(type: Change['type'], field: string, value: unknown): object {
  return {...all[type], [field]: value};
}

describe.each(changeTypes)('the entry of %s', (type) => {
  const {since, fields} = entryOf(type);

  it('says since when it is known, how it is taken back, and what it is in words', async () => {
    expect(since).toBeGreaterThanOrEqual(1);
    expect(since).toBeLessThanOrEqual(journalVersion);
    expect(['free', 'claim', 'never']).toContain(undoRule(all[type]));
    await using store = await makeSampleStore();
    const {handoff} = await store.append();
    expect(changeWords(handoff, samples(store.ids)[type])).toMatch(/^\S(?:.*\S)?$/);
  });

  it('is taken by the store with all its fields', async () => {
    expect(Object.keys(all[type]).toSorted()).toEqual(['type', ...Object.keys(fields)].toSorted());
    if (type === 'handoff/created') return;
    await using store = await makeSampleStore(type);
    const sample = samples(store.ids)[type];
    const {journal, setAside} = await store.append(sample);
    expect(journal.at(-1)).toMatchObject(sample);
    expect(setAside).toEqual([]);
  });

  it.each(Object.entries(fields))('refuses a wrong value of %s by its name', (name, field) => {
    const problem = `has no valid "${name}`;
    expect(changeProblem(withValue(type, name, null))).toContain(problem);
    expect(changeProblem(withValue(type, name, {wrong: true}))).toContain(problem);
    const without = changeProblem(withValue(type, name, undefined));
    expect(without?.includes(problem) ?? false).toBe(!field.isOptional);
    expect(changeProblem(withValue(type, `${name}s`, 'one'))).toContain(`a field "${name}s"`);
  });
});

/** Fields of words that the program makes and nobody can enumerate. */
const anyWord = [
  'handoff/created handoff',
  'handoff/created workspace',
  'handoff/created playbookSource',
  'handoff/created playbookVersion',
  'playbook/taken-over playbookSource',
  'playbook/taken-over playbookVersion',
  'checks/seen file',
  'contradiction/settled subject',
  'contradiction/settled chosen',
  'follow-up/addressed followUp',
  'follow-up/changed followUp',
  'follow-up/closed followUp',
  'follow-up/reopened followUp',
  'gate/waived requirement',
  'documents/written folder',
  'kit/made file',
  'answer/received key',
  'drafts/seen folder',
  'drafts/seen host',
  'item/ran host',
  'item/ran folder',
  'runbook/proven host',
  'playbook/exported path',
  'publish/seen about',
  'publish/seen target',
  'publish/sent about',
  'publish/sent sending',
  'publish/sent target',
  'publish/sent through',
  'runbook/proven folder',
];

const allFields = changeTypes.flatMap((type) =>
  Object.entries(entryOf(type).fields).map(([name, field]) => ({type, name, field})),
);

it('every word that nobody typed is one of a list, a day, an instant, a zone, or names what is there', () => {
  const open = allFields
    .filter(({field}) => !field.isTyped && field.refersTo === undefined)
    .filter(({type, name}) => changeProblem(withValue(type, name, 'no such thing')) === undefined)
    .map(({type, name}) => `${type} ${name}`);
  expect(open.toSorted()).toEqual(anyWord.toSorted());
});

it.each(
  allFields.filter(({field}) => field.refersTo !== undefined).map(({type, name}) => [type, name]),
)('%s is refused where its %s is not there', async (type, name) => {
  await using store = await makeSampleStore();
  const sample = samples(store.ids)[type];
  const wrong = {...sample, [name]: 'nowhere'} as Change;
  await expect(store.append(wrong)).rejects.toThrow(RefusedError);
  await expect(store.append(wrong)).rejects.toThrow(/nowhere|nothing left to take back/);
});

it.each<readonly [Change['type'], string, unknown]>([
  ['item/scheduled', 'due', '2026-02-30'],
  ['calendar/set', 'holidays', ['2026-13-01']],
  ['transition/extended', 'until', ''],
  ['session/planned', 'startsAt', '2026-03-05'],
  ['session/planned', 'startsAt', '2026-02-30T10:00:00Z'],
  ['session/planned', 'timeZone', 'Mars/Olympus'],
  ['session/planned', 'minutes', -1],
  ['session/planned', 'minutes', Number.NaN],
  ['session/planned', 'minutes', Number.POSITIVE_INFINITY],
  ['sign-off/recorded', 'name', '  '],
  ['runbook/proven', 'evidence', {stored: 'no hash'}],
])('%s has no %s such as %j', (type, name, value) => {
  expect(changeProblem(withValue(type, name, value))).toContain(`has no valid "${name}`);
});

it.each([{customer: ''}, {timeZone: 'Mars/Olympus'}, {playbook: {title: 'None'}}])(
  'a handoff is not begun with %j',
  async (wrong) => {
    await using place = await makeStorePlace();
    const [name = ''] = Object.keys(wrong);
    const fields = {...all['handoff/created'], ...wrong} as never;
    await expect(createHandoff(place.home, 'ana', fields)).rejects.toThrow(`has no valid "${name}`);
  },
);
