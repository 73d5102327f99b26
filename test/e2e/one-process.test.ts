// Most tests run commands in one process that they share. What they would see of a command is what
// it does in a process of its own.
import {expect, test} from 'vitest';
import {makePlace} from './place.ts';

const calls = [
  ['list'],
  ['--version'],
  ['item', '--help'],
  ['item', 'network', 'done'],
  ['item', 'netwrk', 'done'],
  ['status', '--json'],
  ['check'],
  ['check', '--no-such-option'],
  ['apply', '-'],
  ['no-such-command'],
] as const;

test.concurrent('a command says and ends the same in the shared process as in its own', async () => {
  await using place = makePlace();
  await place.start();
  await place.write('handoff.yaml', 'checks: [{name: A, command: "true", expect: {exit: 0}}]\n');
  await place.run(['item', 'network', 'done']);
  const withoutTimes = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'then');
  for (const args of calls) {
    const alone = await place.runAlone(args);
    const shared = await place.run(args);
    const told = ({exitCode, stdout, stderr}: typeof alone) => ({
      args,
      exitCode,
      stdout: withoutTimes(stdout),
      stderr,
    });
    expect(told(shared)).toEqual(told(alone));
  }
});
