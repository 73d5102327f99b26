import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {callProgram} from '../../source/programs/call-program.ts';
import {makeStoreHome} from '../harness/store-home.ts';

test('an answer is what was said on both streams, and how it ended', async () => {
  const words = 'printf yes; printf but >&2; exit 3';
  expect(await callProgram({command: ['/bin/sh', '-c', words]})).toEqual({
    type: 'answer',
    isGood: false,
    exit: 3,
    stdout: 'yes',
    stderr: 'but',
  });
});

test('its words are no shell line', async () => {
  const answer = await callProgram({command: ['printf', '%s', '$(id); *']});
  expect(answer).toMatchObject({isGood: true, exit: 0, stdout: '$(id); *'});
});

test('it reads the file that it is given, and nothing otherwise', async () => {
  await using folder = makeStoreHome();
  const file = path.join(folder.path, 'letter');
  await writeFile(file, 'a\nb\n');
  expect(await callProgram({command: ['cat'], input: {file}})).toMatchObject({stdout: 'a\nb'});
  expect(await callProgram({command: ['cat']})).toMatchObject({isGood: true, stdout: ''});
  expect(await callProgram({command: ['true'], input: {file}})).toMatchObject({isGood: true});
});

test('it runs where it is told to', async () => {
  await using folder = makeStoreHome();
  const answer = await callProgram({command: ['pwd', '-P'], folder: folder.path});
  expect(answer).toMatchObject({stdout: expect.stringContaining(path.basename(folder.path))});
});

test('a program that is not there has not been started', async () => {
  expect(await callProgram({command: ['no-such-program-here']})).toEqual({
    type: 'not-started',
    program: 'no-such-program-here',
    code: 'ENOENT',
  });
});

test('a signal gives no exit code, and patience ends', async () => {
  const killed = await callProgram({command: ['/bin/sh', '-c', 'kill -9 $$']});
  expect(killed).toEqual({type: 'answer', isGood: false, stdout: '', stderr: ''});
  const late = await callProgram({command: ['sleep', '60'], patience: 1});
  expect(late).toMatchObject({type: 'answer', isGood: false});
});

test('an answer without end is cut and is no good one', async () => {
  const answer = await callProgram({command: ['yes']});
  expect(answer).toMatchObject({type: 'answer', isGood: false});
  // The last line end of what was kept is taken off.
  expect(answer.type === 'answer' && answer.stdout.length).toBe(1024 * 1024 - 1);
});
