import {expect, test} from 'vitest';
import {ctrl, keys} from '../../harness/keys.ts';
import {writeTo} from '../../harness/terminal-screen.ts';
import {makePlace} from '../place.ts';

const ready = '❯ ○ Validate every success criterion';
const broadcast = '\r\nBroadcast message from root:\r\n\r\nReboot at 18:00\r\n';

test.concurrent.each([
  ['Ctrl+L', [ctrl('l')]],
  ['another screen and back', ['?', keys.escape]],
  ['another step and back', [keys.right, keys.left]],
] as const)('%s heals a screen on which somebody else has written', async (_, sent) => {
  await using place = makePlace();
  await place.start();
  await using wizard = place.open(['resume']);
  await wizard.waitFor(ready);
  // What is said on opening goes with the first key.
  wizard.write(`${keys.down}${keys.up}`);
  await wizard.waitFor((rows) => !rows.join('\n').includes('F looks at'));
  const whole = (await wizard.waitFor(ready)).join('\n');
  await writeTo(wizard.terminal, broadcast);
  await wizard.waitFor('Reboot at 18:00');
  for (const key of sent) {
    const before = wizard.screen().join('\n');
    wizard.write(key);
    await wizard.waitFor((rows) => rows.join('\n') !== before);
  }
  expect((await wizard.waitFor((rows) => rows.join('\n') === whole)).join('\n')).toBe(whole);
});

test.concurrent('lines do not wrap while the wizard draws', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = place.open(['resume']);
  await wizard.waitFor(ready);
  expect(wizard.terminal.modes.wraparoundMode).toBe(false);
  wizard.write(ctrl('c'));
  await wizard.exited;
  expect(wizard.terminal.modes.wraparoundMode).toBe(true);
});
