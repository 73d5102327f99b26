import {execa} from 'execa';
import {expect, test} from 'vitest';
import {makePlace, program, type Place} from '../e2e/place.ts';

function checks(command: string): string {
  return `checks:\n  - name: It\n    command: ${command}\n    expect: {exit: 0}\n`;
}

/** A watch whose output can be waited for, part by part. */
function startWatch(place: Place, ...args: readonly string[]) {
  const all = ['check', '--file', 'handoff.yaml', '--trust', ...args];
  const child = execa(process.execPath, [program, ...all], {
    cwd: place.workspace,
    env: place.env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    all: true,
  });
  let seen = '';
  let wake: () => void = () => undefined;
  child.all.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
    wake();
  });
  return {
    /** Waits for a text, and gives what came up to its end. */
    async until(text: string): Promise<string> {
      for (;;) {
        const at = seen.indexOf(text);
        if (at >= 0) {
          const part = seen.slice(0, at + text.length);
          seen = seen.slice(at + text.length);
          return part;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async end(): Promise<number | undefined> {
      child.kill('SIGINT');
      return (await child).exitCode;
    },
  };
}

test('watch runs again when the file changes, tells what changed, and ends with the last exit code', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks('"true"'));
  const watch = startWatch(place, '--watch');
  expect(await watch.until('Ctrl+C ends.')).toMatch(/pass +It/);
  await place.write('handoff.yaml', checks('"false"'));
  const second = await watch.until('Ctrl+C ends.');
  expect(second).toMatch(/fail +It/);
  expect(second).toContain('It: pass → fail');
  await place.write('handoff.yaml', 'checks: 1\n');
  expect(await watch.until('Ctrl+C ends.')).toContain('handoff.yaml:1:9');
  await place.write('handoff.yaml', checks('exit 4'));
  await watch.until('Ctrl+C ends.');
  expect(await watch.end()).toBe(3);
});

test('watch with a time runs again by itself, and keeps only runs that bring news', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', checks('test ! -e down'));
  const id = await place.start();
  const watch = startWatch(place, '--watch', '1s');
  await watch.until('Ctrl+C ends.');
  expect(await watch.until('Ctrl+C ends.')).toContain('1 check is as before.');
  await place.write('down', '');
  await watch.until('It: pass → fail');
  await watch.until('Ctrl+C ends.');
  expect(await watch.end()).toBe(3);
  const {journal} = await place.stored(id);
  expect(journal.filter(({type}) => type === 'checks/recorded')).toHaveLength(2);
});

test('a time that cannot be meant is refused', async () => {
  await using place = makePlace();
  const {exitCode, stderr} = await place.run(['check', '--watch', '3ms']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('from 1s to 1d');
});
