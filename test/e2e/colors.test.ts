import {expect, test} from 'vitest';
import {ctrl} from '../harness/keys.ts';
import type {OpenTerminal} from '../harness/terminal.ts';
import {makePlace} from './place.ts';

const checks = 'checks:\n  - name: It is ready\n    command: exit 1\n    expect: {exit: 0}\n';

/** Whether any cell on the screen has a colour of its own. */
function hasColor({terminal}: OpenTerminal): boolean {
  const buffer = terminal.buffer.active;
  for (let row = 0; row < terminal.rows; row += 1) {
    const line = buffer.getLine(buffer.baseY + row);
    for (let column = 0; column < terminal.cols; column += 1) {
      const cell = line?.getCell(column);
      if (cell && !(cell.isFgDefault() && cell.isBgDefault())) return true;
    }
  }
  return false;
}

test.concurrent.each([
  ['a terminal', {}, true],
  ['NO_COLOR', {NO_COLOR: '1'}, false],
  ['CLICOLOR=0', {CLICOLOR: '0'}, false],
] as const)('wizard and check take %s as it is meant', async (_, env, isColored) => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks);
  await place.start();
  {
    await using wizard = place.open(['resume'], {env});
    await wizard.waitFor(/❯ ○ Validate every[^]*\? all keys/);
    expect(hasColor(wizard)).toBe(isColored);
    wizard.write(ctrl('c'));
    await wizard.exited;
    expect(wizard.screen().join('\n')).not.toContain('Warning');
  }
  await using terminal = place.open(['check', '--trust'], {env});
  await terminal.waitFor('Kept with');
  expect(hasColor(terminal)).toBe(isColored);
  expect(await terminal.exited).toMatchObject({exitCode: 3});
});

test.concurrent('FORCE_COLOR colours what goes into a pipe, unless NO_COLOR is set', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks);
  const args = ['check', '--file', 'handoff.yaml', '--trust'];
  expect((await place.run(args, {FORCE_COLOR: '1'})).stdout).toContain('\u{1B}[');
  expect((await place.run(args, {CLICOLOR_FORCE: '1'})).stdout).toContain('\u{1B}[');
  for (const env of [
    {FORCE_COLOR: '1', NO_COLOR: '1'},
    {CLICOLOR_FORCE: '1', NO_COLOR: '1'},
    {CLICOLOR_FORCE: '1', FORCE_COLOR: '0'},
    {CLICOLOR_FORCE: '0'},
  ])
    expect((await place.run(args, env)).stdout).not.toContain('\u{1B}[');
});

test.concurrent('ACCESSIBLE puts the screens into words', async () => {
  await using place = makePlace();
  await place.start();
  await using wizard = place.open(['resume'], {env: {ACCESSIBLE: '1'}});
  await wizard.waitFor('selected, open, Validate every');
  expect(wizard.screen().join('\n')).not.toContain('❯');
});
