import {expect, it} from 'vitest';
import {canRunCommands} from '../../source/programs/can-run-commands.ts';

it('commands run where there are process groups and /bin/sh', () => {
  expect(
    (['linux', 'darwin', 'freebsd', 'win32'] as const).map((name) => canRunCommands(name)),
  ).toEqual([true, true, true, false]);
});
