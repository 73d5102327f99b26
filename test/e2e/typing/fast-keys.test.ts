import {changeOf} from '../../../source/handoff/changes/catalogue.ts';
import {expect, test} from 'vitest';
import {ctrl, keys} from '../../harness/keys.ts';
import type {Expectation} from '../../harness/wait-for-rows.ts';
import {makePlace} from '../place.ts';

/** What is typed, and what the screen then shows. */
type Steps = readonly (readonly [string, Expectation])[];

/** Over every kind of screen: ticking, questions, undo, the editor, find, blockers and the palette. */
const steps: Steps = [
  [' ', '❯ ✔ Validate every'],
  [keys.enter, '❯ ○ See the whole'],
  // What waits for a fact is passed over.
  [keys.enter, '❯ ○ Train the'],
  ['n', 'Why not applicable:'],
  ['they know it', 'they know it'],
  [keys.enter, '❯ – Train the'],
  ['u', '❯ ○ Train the'],
  ['U', '❯ – Train the'],
  ['o', 'Owner:'],
  [`Lee Novak${keys.enter}`, 'Owner: Lee Novak'],
  [keys.right, '❯ ○ Architecture overview'],
  ['w', 'Write in Markdown.'],
  [`Two tills${keys.enter}and q u b n /`, 'and q u b n /'],
  [ctrl('s'), /✔ Architecture[^]*❯ ○ Configuration/],
  ['n', 'Why not applicable:'],
  [`none${keys.enter}`, '❯ – Configuration'],
  ['/', /Find/],
  ['brief the', /❯ .*Brief the/],
  [keys.enter, '❯ ○ Brief the'],
  [' ', '❯ ✔ Brief the'],
  ['b', /Before the session starts[^]*❯ ▲ Nothing is named as out of scope/],
  [keys.enter, /❯ ○ (?:What is )?[Oo]ut of scope/],
  ['/', /Find/],
  ['key workflows', /❯ .*Key workflows/],
  [keys.enter, '❯ ○ Key workflows'],
  [':', 'Command:'],
  ['tick', /❯ tick/],
  [keys.enter, '❯ ✔ Key workflows'],
];

/** Types all of it and gives what has been saved, without ids and times, and the last screen. */
async function type(isFast: boolean) {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = place.open(['resume']);
  await wizard.waitFor('❯ ○ Validate every');
  if (isFast) wizard.write(steps.map(([typed]) => typed).join(''));
  for (const [typed, shown] of isFast ? steps.slice(-1) : steps) {
    if (!isFast) wizard.write(typed);
    await wizard.waitFor(shown);
  }
  const {journal, position} = await place.stored(id);
  const ids = new Map(journal.map((action, index) => [action.id, index]));
  const changes = journal
    .slice(1)
    .map(changeOf)
    .map((change) =>
      change.type === 'undone' ? {...change, action: ids.get(change.action)} : change,
    );
  const list = wizard.screen().filter((row) => /[✔○–]/u.test(row.slice(24)));
  return {changes, position, list};
}

test.concurrent('keys typed at once over many screens end in the same state as keys typed one by one', async () => {
  const slow = await type(false);
  expect(slow.changes.map(({type}) => type).join(' ')).toBe(
    'item/settled item/settled item/settled undone undone ' +
      'item/assigned item/written item/settled item/settled item/settled',
  );
  expect(await type(true)).toEqual(slow);
});

test.concurrent('keys typed before the first screen are not lost', async () => {
  await using place = makePlace();
  await using wizard = place.open();
  wizard.write(`${keys.enter}Apex Banking${keys.tab}Payments API${keys.enter.repeat(5)}`);
  await wizard.waitFor(/Apex Banking · Payments API[^]*❯ ○ See the whole system/);
  expect((await place.stored('apex-banking-payments-api')).journal).toHaveLength(2);
});

test.concurrent('a key for the checks step is not lost while its file is still being read', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('❯ ○ Validate every');
  wizard.write(`${keys.right.repeat(7)}c`);
  await wizard.waitFor('T trust and run');
  expect(await place.files(place.workspace)).toEqual(['handoff.yaml']);
});
