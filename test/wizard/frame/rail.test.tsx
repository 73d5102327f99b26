import {expect, test} from 'vitest';
import {stepsOf} from '../../../source/playbook/walk.ts';
import {makeWorld} from '../../fixtures/world/world.ts';
import {failingRun} from '../../fixtures/world/story.ts';
import {keys} from '../../harness/keys.ts';
import type {Part} from '../../harness/part.tsx';
import {openStep} from '../open-step.tsx';

/** The rows of the rail, without the step beside it. */
function rail(part: Part, width: number): string[] {
  return part
    .screenText()
    .slice(2, -3)
    .map((row) => row.slice(1, width + 1).trimEnd());
}

test('each step has a sign of how it stands, under the name of its phase', async () => {
  await using world = await makeWorld('ended');
  await using part = await openStep(world, 'sign-off', {cols: 120, rows: 50});
  const rows = rail(part, 36);
  expect(rows).toContain('  PREPARATION');
  for (const {step} of stepsOf(world.snapshot().handoff.playbook))
    expect(rows.filter((row) => row.includes(step.title))).toEqual([
      expect.stringMatching(/^[❯ ] [✔◐○▲] .* \d+\/\d+$|^[❯ ] [✔◐○▲] /),
    ]);
  expect(rows.find((row) => row.includes('What was deployed'))).toMatch(/^ {2}✔ .*(\d+)\/\1$/);
  expect(rows.find((row) => row.startsWith('❯'))).toMatch(/^❯ ○ Sign-off/);
});

test('a required check that fails blocks the step of the checks', async () => {
  await using world = await makeWorld('ended');
  await world.append({type: 'checks/recorded', run: failingRun(new Date().toISOString())});
  await using part = await openStep(world, 'sign-off', {cols: 120, rows: 50});
  expect(rail(part, 36).find((row) => row.includes('Validation'))).toMatch(/^ {2}▲ /);
});

test('the sign-off says when something has changed since', async () => {
  await using world = await makeWorld('changed since');
  await using part = await openStep(world, 'people', {cols: 120, rows: 50});
  expect(rail(part, 36).find((row) => row.includes('Sign-off'))).toMatch(/^ {2}◐ /);
  expect(part.screenText()[0]).toContain('signed off, changed since: 1');
});

test('the step that is open stays in sight as the keys go through all of them, at 80×24', async () => {
  await using world = await makeWorld('new');
  await using part = await openStep(world, 'readiness-checklist');
  for (const {step} of stepsOf(world.snapshot().handoff.playbook)) {
    const current = rail(part, 22).find((row) => row.startsWith('❯')) ?? '';
    expect(step.title).toContain(current.slice(4).replace('…', ''));
    expect(current).not.toMatch(/\d+\/\d+$/);
    await part.press(keys.right);
  }
});

test('where it is narrow, and on a screen over the step, there is no rail', async () => {
  await using world = await makeWorld('new');
  await using part = await openStep(world, 'readiness-checklist', {cols: 75, rows: 24});
  expect(part.screenText().join('\n')).not.toContain('PREPARATION');
  await part.resize(80, 24);
  expect(part.screenText().join('\n')).toContain('PREPARATION');
  await part.press('b');
  expect(part.screenText().join('\n')).not.toContain('PREPARATION');
});
