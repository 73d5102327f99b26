import {expect, test} from 'vitest';
import {forApex, makePlace} from '../place.ts';

// 04: checks that print the same wrote one file of evidence at once, and the whole run was lost.
test.concurrent('checks that print the same are all kept, also by several runs at once', async () => {
  await using place = makePlace();
  const id = await place.start();
  const checks = Array.from(
    {length: 8},
    (_, index) => `  - {name: check ${index}, command: echo ok, expect: {stdout: ok}}\n`,
  );
  await place.write('handoff.yaml', `checks:\n${checks.join('')}`);
  expect((await place.run(['trust', '--yes'])).exitCode).toBe(0);
  const runs = await Promise.all([0, 1, 2].map(() => place.run(['check'])));
  expect(runs.map(({exitCode, stderr}) => ({exitCode, stderr}))).toEqual(
    runs.map(() => ({exitCode: 0, stderr: forApex})),
  );
  const {checkRuns} = (await place.stored(id)).handoff;
  expect(checkRuns.map(({results}) => results.length)).toEqual([8, 8, 8]);
});
