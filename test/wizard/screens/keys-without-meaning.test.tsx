import {expect, test} from 'vitest';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace} from './session-place.tsx';

test('a key that does nothing says so, and what was typed with it is not read as keys', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('readiness-checklist');
  await screen.waitFor('❯ ○ Validate every');
  const before = place.journal().length;
  // Each of the letters that follow would ask or change something by itself.
  await screen.press('w', 'no D risk', keys.enter, ' u');
  await screen.waitFor('w does nothing here. ? shows all keys.');
  expect(screen.screenText().join('\n')).not.toMatch(/Why not applicable|Owner:|Note:/);
  expect(place.journal()).toHaveLength(before);
  await screen.press('o');
  await screen.waitFor('Owner:');
});

test('what was typed after a key that is off is not read as keys either', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('validation');
  await screen.waitFor('c create handoff.yaml');
  await screen.press('fo');
  await screen.waitFor('No check fails.');
  expect(screen.screenText().join('\n')).not.toContain('Owner:');
});

test('keys typed with the one that opens something belong to what it opens', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('readiness-checklist');
  await screen.waitFor('❯ ○ Validate every');
  await screen.press('/restart', keys.enter);
  await screen.waitFor('❯ ○ Restart services');
  await screen.press('?on');
  await screen.waitFor('o does nothing here.');
  expect(screen.screenText().join('\n')).toContain('Keys of this screen');
  await screen.press('?');
  await screen.waitFor('❯ ○ Restart services');
});

test('the hint and the help of Enter say what it does on the selected line', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('readiness-checklist');
  await screen.waitFor(/❯ ○ Validate every[^]*⏎ done, go on/);
  await screen.press('?');
  await screen.waitFor(/⏎ +Mark the item done/);
  await screen.press('?', keys.down, keys.down);
  await screen.waitFor(/❯ ○ Complete the documentation[^]*⏎ go there/);
  await screen.press('?');
  await screen.waitFor(/⏎ +Say what the item waits for, and go there\./);
  await screen.press('?', 'g', ' ', 'g');
  await screen.waitFor(/❯ ✔ Validate every[^]*⏎ go on/);
  await screen.press('?');
  const rows = await screen.waitFor(/⏎ +Go on to the next open item/);
  expect(rows.join('\n')).not.toContain('⏎                 Mark');
});
