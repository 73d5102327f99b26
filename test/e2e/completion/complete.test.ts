import {afterAll, beforeAll, expect, test} from 'vitest';
import {makePlace, type Place} from '../place.ts';

let place: Place;

const runbook = (name: string) =>
  JSON.stringify({
    type: 'record/added',
    register: 'runbooks',
    item: 'check-health',
    fields: {name, effect: 'safe', commands: 'true'},
  });

beforeAll(async () => {
  place = makePlace();
  await place.start();
  await place.write('rows.jsonl', [runbook('Look at it'), runbook('Log in: as root')].join('\n'));
  await place.run(['apply', 'rows.jsonl']);
});
afterAll(() => place[Symbol.asyncDispose]());

/** What may stand at the end of a line, without what it is. */
async function complete(...words: readonly string[]): Promise<readonly string[]> {
  const {exitCode, stdout, stderr} = await place.run(['complete', '--', ...words]);
  expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']));
}

test.each([
  [['st'], ['status']],
  [['STAT'], ['status']],
  [['item', 'rem'], ['remove']],
  [['item', 'run', 'check-h'], ['check-health']],
  [['item', 'add', 'x', 'y', '--after', 'check-h'], ['check-health']],
  [['item', 'add', 'support-m'], ['support-model']],
  [['item', '--audience', 'i'], ['internal']],
  [
    ['gate', ''],
    ['session', 'handover', 'closing'],
  ],
  [['waive', 'ha'], ['handover']],
  [['row', 'add', 'comp'], ['components']],
  [
    ['runbook', 'run', 'Lo'],
    ['Look at it', 'Log in: as root'],
  ],
  [
    ['runbook', 'run', '"Lo'],
    ['Look at it', 'Log in: as root'],
  ],
  [['runbook', 'run', String.raw`Look\ at`], ['Look at it']],
  [['resume', ''], ['apex-banking-payments-api']],
  [['status', '--handoff', 'ap'], ['apex-banking-payments-api']],
  [['status', '--handoff=ap'], ['--handoff=apex-banking-payments-api']],
  [['status', '--handoff', '=', 'ap'], ['--handoff=apex-banking-payments-api']],
  [['item', 'run', 'check-health', '--com'], ['--command']],
  [['item', '--owner', 'Jor'], ['Jordan Ruiz']],
  [['apply', ''], [':files']],
  [['new', '--workspace', ''], [':folders']],
  [
    ['new', '--playbook', 'b'],
    ['built-in', ':files'],
  ],
  [
    ['new', '--size', ''],
    ['one-host', 'service', 'platform'],
  ],
  [['config', 'get', 'the'], ['theme']],
  [['config', 'set', 'plain-s'], ['plain-signs']],
  [
    ['config', 'set', 'theme', ''],
    ['dark', 'light', 'plain', 'auto'],
  ],
  // What was typed whole, or cannot be completed, gives nothing.
  [['item', 'add', 'support-model', 'a text'], []],
  [['item', '--note', ''], []],
  [['nothing', 'of', 'that'], []],
])('%j can end as %j', async (words, expected) => {
  expect(await complete(...words)).toEqual(expected);
});

test('options of a command begin with dashes, and the hidden command is not among the commands', async () => {
  expect(await complete('status', '--')).toEqual(
    expect.arrayContaining(['--handoff', '--json', '--help']),
  );
  const first = await complete('');
  expect(first).toEqual(expect.arrayContaining(['new', 'item', 'completion']));
  expect(first).not.toContain('complete');
});

test('where it is not clear which handoff is meant, or none is there, nothing is said and nothing asked', async () => {
  await using other = makePlace();
  const {exitCode, stdout, stderr} = await other.run(['complete', '--', 'item', 'run', '']);
  expect({exitCode, stdout, stderr}).toEqual({exitCode: 0, stdout: '', stderr: ''});
  await other.start();
  await other.start();
  const {stdout: unclear} = await other.run(['complete', '--', 'item', 'run', '']);
  expect(unclear).toBe('');
});
