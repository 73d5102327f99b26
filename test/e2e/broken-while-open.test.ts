import {readFile, writeFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {ctrl} from '../harness/keys.ts';
import {makePlace} from './place.ts';
import {hasFrame, stepRows} from './steps.ts';

test.concurrent('a file that breaks while the wizard is open is reported, kept, and nothing is drawn as done', async () => {
  await using place = makePlace();
  const id = await place.start();
  const file = await place.journalFile(id);
  const whole = await readFile(file, 'utf8');
  await using wizard = place.open(['resume']);
  await wizard.waitFor('❯ ○ Validate every');
  await writeFile(file, '{"half');
  wizard.write(' ');
  const shown = await wizard.waitFor('cannot be opened');
  expect(hasFrame(shown, 'Readiness checklist')).toBe(true);
  expect(stepRows(shown)).toContain('❯ ○ Validate every success criterion');
  expect(await readFile(file, 'utf8')).toBe('{"half');

  await writeFile(file, whole);
  wizard.write(' ');
  await wizard.waitFor('❯ ✔ Validate every');
  wizard.write(ctrl('c'));
  expect(await wizard.exited).toEqual({exitCode: 0, signal: 0});
});
