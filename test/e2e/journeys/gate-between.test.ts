import {expect, test} from 'vitest';
import {honest, now} from '../../fixtures/world/past.ts';
import {failingRun} from '../../fixtures/world/story.ts';
import {keys} from '../../harness/keys.ts';
import {play} from './play.ts';
import {makeToldPlace} from './told-place.ts';

test('an acceptance on the screen is not recorded once another terminal has shut its gate', async () => {
  await using story = await makeToldPlace(honest, now);
  const open = await story.run(['gate', 'closing', '--handoff', story.id]);
  expect(open.stdout).toContain('Before the receiver signs (closing): open');
  await using wizard = await story.open('sign-off');
  await play(wizard, [
    ['s', 'Who decides:'],
    [keys.enter, /❯ accepts/],
  ]);
  const failing = {type: 'checks/recorded', run: failingRun(now)};
  await story.place.write('between.jsonl', `${JSON.stringify(failing)}\n`);
  const applied = await story.run(['apply', 'between.jsonl', '--handoff', story.id]);
  expect(applied).toMatchObject({exitCode: 0});
  const before = await story.journal();
  await play(wizard, [
    [
      keys.enter,
      /Only a refusal can be recorded yet: 1 missing[^]*The handoff was changed since it was shown to be accepted/,
    ],
  ]);
  expect(await story.journal()).toEqual(before);
  await play(wizard, [
    [keys.enter, /is shut\. Not yet: the checks\s+hold after the session as well/u],
  ]);
  expect(await story.journal()).toEqual(before);
  const shut = await story.run(['gate', 'closing', '--handoff', story.id]);
  expect(shut.exitCode).toBe(3);
});
