import path from 'node:path';
import {execa} from 'execa';
import {expect, test} from 'vitest';
import {ctrl} from '../../harness/keys.ts';
import {makePlace, program} from '../place.ts';
import {expectGone, pidsWrittenTo} from '../processes.ts';

// The one check that is through, then one that never ends and has a child of its own.
const text = `checks:
  - name: Ends at once
    command: "true"
    expect: {exit: 0}
  - name: Never ends
    command: sleep 1000 & echo $$ $! | tr ' ' '\\n' > pids.txt; wait
    expect: {exit: 0}
`;

test.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a run with 130, leaves no process, and keeps what was through',
  async (signal) => {
    await using place = makePlace();
    await place.write('handoff.yaml', text);
    const id = await place.start();
    const running = execa(process.execPath, [program, 'check', '--trust', '--jobs', '1'], {
      cwd: place.workspace,
      env: place.env,
      extendEnv: false,
      stdin: 'ignore',
      reject: false,
    });
    const pids = await pidsWrittenTo(path.join(place.workspace, 'pids.txt'));
    running.kill(signal);
    const {exitCode, stdout} = await running;
    expect(exitCode).toBe(130);
    await expectGone(pids);
    expect(stdout).toMatch(/pass +Ends at once/);
    expect((await place.stored(id)).journal.at(-1)).toMatchObject({run: {isInterrupted: true}});
  },
);

test.concurrent('Ctrl+C in a terminal ends a run with 130 and leaves no process', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', text);
  await place.start();
  await using terminal = place.open(['check', '--trust', '--jobs', '1']);
  const pids = await pidsWrittenTo(path.join(place.workspace, 'pids.txt'));
  await terminal.waitFor('Never ends');
  terminal.write(ctrl('c'));
  expect(await terminal.exited).toMatchObject({exitCode: 130});
  await expectGone(pids);
});
