import {expect, test} from 'vitest';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, running, type Past} from '../screens/session-place.tsx';

const {enter} = keys;

const cache: Past = [
  60,
  {
    type: 'record/added',
    register: 'components',
    item: 'architecture-overview',
    fields: {name: 'Order cache', version: '7.4', place: 'shop-1', purpose: 'Redis for baskets'},
  },
];

const noted: Past = [
  1,
  {type: 'session/noted', kind: 'question', text: 'Who rotates the log at weekends?'},
];

test('a row is found by any of its fields, and picking it goes there', async () => {
  await using place = await makeSessionPlace([cache]);
  await using screen = await place.open('validation');
  await screen.press('/redis');
  const rows = await screen.waitFor(/❯ +Order cache/);
  expect(rows.find((row) => row.includes('Order cache'))).toMatch(
    /component in What was deployed$/,
  );
  await screen.press(enter);
  await screen.waitFor(/What was deployed[^]*❯ +\S Order cache/);
});

test('notes of the session are found', async () => {
  await using place = await makeSessionPlace([...running(20), noted]);
  await using screen = await place.open('validation');
  await screen.press('/weekends');
  const rows = await screen.waitFor('Who rotates the log');
  expect(rows.some((row) => row.endsWith('question of the session'))).toBe(true);
  await screen.press(enter);
  await screen.waitFor(/❯[^\n]*Who rotates the log/);
});

test('a command is found by what it does, with its key, and runs', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('readiness-checklist');
  await screen.waitFor('❯ ○ Validate every');
  await screen.press('/name the person');
  const rows = await screen.waitFor(/❯ owner/);
  expect(rows.find((row) => row.includes('❯ owner'))).toMatch(/command o$/);
  await screen.press(enter);
  await screen.waitFor('Owner:');
});

test('many results scroll, and every one of them can be reached', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('readiness-checklist', {cols: 80, rows: 24});
  await screen.waitFor('❯ ○ Validate every');
  await screen.press('/');
  await screen.waitFor(/↓ \d+ more below/);
  for (let page = 0; page < 20; page += 1) await screen.press(keys.pageDown);
  const rows = await screen.waitFor(/↑ \d+ more above/);
  expect(rows.join('\n')).not.toContain('more below');
});

test('what nothing says is said', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('readiness-checklist');
  await screen.press('/no such word anywhere');
  await screen.waitFor('Nothing matches.');
  await screen.press(keys.escape);
  const rows = await screen.waitFor('❯ ○ Validate every');
  expect(rows.join('\n')).not.toContain('Nothing matches.');
});
