import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {forApex, makePlace, type Place} from '../place.ts';

const item = 'see-the-whole-system-work-from-end-to-end';

async function changes(place: Place, id: string) {
  return (await place.stored(id)).journal.slice(1);
}

test.concurrent('item done, open and na are kept one after the other', async () => {
  await using place = makePlace();
  const id = await place.start();
  const done = await place.run(['item', item, 'done']);
  expect(done).toMatchObject({exitCode: 0, stderr: forApex});
  expect(done.stdout).toContain('See the whole system work from end to end');
  await place.run(['item', item, 'open']);
  await place.run(['item', item, 'na', '--reason', 'Nothing to document']);
  expect(await changes(place, id)).toMatchObject([
    {type: 'item/settled', item, status: 'done'},
    {type: 'item/settled', item, status: 'open'},
    {type: 'item/settled', item, status: 'not-applicable', reason: 'Nothing to document'},
  ]);
});

test.concurrent('an item that waits for a fact is not done by saying so, and the command says what it waits for', async () => {
  await using place = makePlace();
  const id = await place.start();
  const {exitCode, stderr} = await place.run(['item', 'schedule-the-handoff', 'done']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('cannot be done yet. No session is planned.');
  expect(await changes(place, id)).toEqual([]);
});

test.concurrent('an item is found by the beginning of its id and by a part of its text', async () => {
  await using place = makePlace();
  const id = await place.start();
  expect(await place.run(['item', 'see-the', 'done'])).toMatchObject({exitCode: 0});
  expect(await place.run(['item', 'Train the receiving', 'done'])).toMatchObject({exitCode: 0});
  expect(await changes(place, id)).toMatchObject([{item}, {item: 'train-the-receiving-team'}]);
});

test.concurrent('note, owner, due date and evidence are kept with the status', async () => {
  await using place = makePlace();
  await place.start();
  const id = await place.start();
  await place.start();
  const said = ['--note', 'ask Lee', '--owner', 'Lee Novak', '--due', '2099-02-03'];
  const link = ['--evidence', 'https://example.com/runbook'];
  const {exitCode} = await place.run(['item', item, 'open', '--handoff', id, ...said, ...link]);
  expect(exitCode).toBe(0);
  const status = await place.run(['status', id]);
  const row = status.stdout.split('\n').find((line) => line.includes(`<${item}>`));
  expect(row).toMatch(
    /\[ \] See the whole system work from end to end .* Lee Novak · due .*3 Feb.*2099/,
  );
  expect(row).toContain('note: ask Lee · evidence: https://example.com/runbook');
});

describe('bad input', () => {
  let place: Place;
  let id: string;

  beforeAll(async () => {
    place = makePlace();
    id = await place.start();
  });
  afterAll(() => place[Symbol.asyncDispose]());

  test.concurrent.each([
    [
      'an unknown item',
      ['item', 'see-the-whole-sistem-work-from-end-to-end', 'done'],
      `Did you mean "${item}"?`,
    ],
    ['a part of several items', ['item', 'the', 'done'], 'fits more than one item'],
    ['an unknown status', ['item', item, 'finished'], 'Use done, open or na.'],
    ['na without a reason', ['item', item, 'na'], '--reason'],
    ['na with an empty reason', ['item', item, 'na', '--reason', '  '], '--reason'],
    ['a reason for done', ['item', item, 'done', '--reason', 'x'], 'Say na instead'],
    ['a due date in words', ['item', item, 'open', '--due', 'soon'], '"soon" is no day'],
    ['a day that is not', ['item', item, 'open', '--due', '2026-02-30'], '"2026-02-30" is no date'],
    [
      'an unknown handoff',
      ['item', item, 'done', '--handoff', 'nope'],
      'There is no handoff "nope"',
    ],
    ['no status', ['item', item], 'done|open|na'],
  ])('item with %s changes nothing, says what to do, and gives 2', async (_, args, said) => {
    const {exitCode, stdout, stderr} = await place.run(args);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain(said);
    expect(await changes(place, id)).toEqual([]);
  });
});

test.concurrent('a secret in a note is left out, and that is said', async () => {
  await using place = makePlace();
  const id = await place.start();
  const secret = ['ghp', 'J7dK2mQx9PvR4sT8wY1zA5bC6eF3gH0nL2kM'].join('_');
  const {exitCode, stdout} = await place.run(['item', item, 'done', '--note', `token ${secret}`]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('was left out');
  expect(JSON.stringify(await changes(place, id))).not.toContain(secret);
});

test.concurrent('what is typed cannot write escape sequences to the terminal later', async () => {
  await using place = makePlace();
  const evil = (text: string) => `${text}\u{1B}]0;owned\u{7}\u{1B}[2J\n${text}`;
  await place.run(['new', '--customer', evil('Apex'), '--system', evil('API')]);
  const said = ['--note', evil('ask'), '--owner', evil('Lee'), '--evidence', evil('link')];
  await place.run(['item', item, 'na', '--reason', evil('none'), ...said]);
  const {stdout} = await place.run(['status']);
  expect(stdout).toContain('Apex Apex · API API');
  expect(stdout).toContain('Lee Lee · because: none none · note: ask ask · evidence: link link');
  expect(stdout).not.toContain('\u{1B}');
});
