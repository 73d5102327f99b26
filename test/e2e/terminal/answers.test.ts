import {expect, test} from 'vitest';
import {ctrl, keys} from '../../harness/keys.ts';
import {makePlace} from '../place.ts';

const ready = '❯ ○ Validate every success criterion';

test.concurrent('a paste whose end is lost is what has come of it, and Ctrl+C leaves', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = place.open(['resume']);
  await wizard.waitFor(ready);
  wizard.write(`]`);
  await wizard.waitFor('❯ ○ Architecture overview');
  wizard.write(keys.enter);
  await wizard.waitFor('Add a component');
  wizard.write('\u{1B}[200~host');
  await wizard.waitFor('Component  host');
  wizard.write('name');
  await wizard.waitFor('Component  hostname');
  wizard.write('\u{1B}[200~and more');
  wizard.write(ctrl('c'));
  expect(await wizard.exited).toMatchObject({exitCode: 0});
});

test.concurrent.each([
  ['OSC and BEL', '\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}'],
  ['OSC and ST', '\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\'],
  ['DCS', '\u{1B}P>|xterm(400)\u{1B}\\'],
  ['a mouse report', '\u{1B}[M !!'],
] as const)('%s reaches neither a field nor a list', async (_, answer) => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor(ready);
  wizard.write(answer);
  wizard.write(']');
  await wizard.waitFor('❯ ○ Architecture overview');
  wizard.write(keys.enter);
  await wizard.waitFor('Add a component');
  wizard.write(`Orders${answer} service`);
  await wizard.waitFor('Component  Orders service');
  const {journal} = await place.stored(id);
  expect(journal.some(({type}) => type === 'item/settled')).toBe(false);
});

test.concurrent.each([
  ['at home', {}],
  ['over ssh', {SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22'}],
])('an arrow in two pieces is an arrow, %s', async (_, env) => {
  await using place = makePlace();
  await place.start();
  await using wizard = place.open(['resume'], {env});
  await wizard.waitFor(ready);
  wizard.write('\u{1B}');
  wizard.write('[B');
  const rows = await wizard.waitFor('❯ ○ See the whole system');
  expect(rows.join('\n')).not.toContain('Esc to the list');
});

test.concurrent('other names of keys', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = place.open(['resume']);
  await wizard.waitFor(ready);
  wizard.write(']');
  await wizard.waitFor('❯ ○ Architecture overview');
  wizard.write('a');
  await wizard.waitFor('❯ Component');
  wizard.write('\t');
  await wizard.waitFor('❯ Version');
  wizard.write('\u{1B}\t');
  await wizard.waitFor('❯ Component');
  wizard.write('\u{1B}Oq\u{1B}Or\u{1B}On5');
  await wizard.waitFor('Component  12.5');
  wizard.write('\u{1B}[27;5;99~');
  expect(await wizard.exited).toMatchObject({exitCode: 0});
});
