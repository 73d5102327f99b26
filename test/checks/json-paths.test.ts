import {readFile} from 'node:fs/promises';
import {isDeepStrictEqual} from 'node:util';
import {afterAll, describe, expect, test} from 'vitest';
import {pathProblem} from '../../source/checks/assertions/json-path.ts';
import {pick} from '../../source/checks/assertions/json-pick.ts';
import {createChecksFolder} from './checks-folder.ts';

const folder = await createChecksFolder();

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

interface Case {
  readonly name: string;
  readonly selector: string;
  readonly document?: unknown;
  readonly result?: readonly unknown[];
  readonly results?: readonly (readonly unknown[])[];
  readonly invalid_selector?: boolean;
}

const suite = JSON.parse(
  await readFile(new URL('../fixtures/public/jsonpath-compliance.json', import.meta.url), 'utf8'),
) as {readonly tests: readonly Case[]};

describe('the compliance suite of RFC 9535', () => {
  const invalid = suite.tests.filter((one) => one.invalid_selector === true);
  const valid = suite.tests.filter((one) => one.invalid_selector !== true);

  /** Ours alone: a filter over what no entry has has looked at nothing. */
  const stricter = ['filter, equals, absent from index selector equals absent from name selector'];

  test('all of it is tried', () => {
    expect([suite.tests.length, invalid.length, valid.length]).toEqual([703, 247, 456]);
  });

  test('every invalid path is refused, and no valid one', () => {
    const accepted = suite.tests.filter(({selector}) => pathProblem(selector) === undefined);
    expect(accepted.map(({name}) => name)).toEqual(valid.map(({name}) => name));
  });

  test('every valid one leads to what the suite says, and to nothing where it says nothing', () => {
    const wrong = valid.filter(({selector, document, result, results = [result ?? []]}) => {
      const picked = pick({plain: document, exact: document}, selector);
      const found = picked.type === 'value' ? picked.value : [];
      return !results.some(
        (one) => isDeepStrictEqual(one, found) || isDeepStrictEqual(one, [found]),
      );
    });
    expect(wrong.map(({name}) => name)).toEqual(stricter);
  });
});

/** A list of pods as `kubectl get pods -o json` gives it. */
function pods(...states: readonly (readonly [name: string, phase: string, isReady: boolean])[]) {
  const items = states.map(([name, phase, isReady]) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {name, namespace: 'pay', labels: {app: 'pay'}},
    spec: {containers: [{name: 'app', image: 'registry.example.com/pay:1.4.2'}]},
    status: {
      phase,
      conditions: [
        {type: 'Initialized', status: 'True'},
        {type: 'Ready', status: isReady ? 'True' : 'False'},
      ],
      containerStatuses: [{name: 'app', ready: isReady, restartCount: isReady ? 0 : 7}],
    },
  }));
  return JSON.stringify({apiVersion: 'v1', items, kind: 'List'});
}

async function judge(json: string, claims: Readonly<Record<string, unknown>>) {
  await folder.write('data.json', json);
  const claim = JSON.stringify({json: claims});
  const {outcome, message, findings} = await folder.check(
    `command: cat data.json\nexpect: ${claim}`,
  );
  return {outcome, message, actual: findings.at(-1)?.actual};
}

describe('kubectl get pods -o json', () => {
  const running = {"$.items[?@.status.phase != 'Running']": {length: 0}};
  const ready = {
    "$.items[?@.status.conditions[?@.type == 'Ready' && @.status != 'True']]": {length: 0},
  };
  const good = pods(['web-1', 'Running', true], ['web-2', 'Running', true]);
  const bad = pods(
    ['web-1', 'Running', true],
    ['web-2', 'Running', false],
    ['db-0', 'Pending', false],
  );

  test('pods that all run and are ready pass', async () => {
    expect(await judge(good, running)).toMatchObject({outcome: 'pass', actual: '0 of 2'});
    expect(await judge(good, ready)).toMatchObject({outcome: 'pass', actual: '0 of 2'});
  });

  test('one that is not ready fails by name', async () => {
    expect(await judge(bad, running)).toMatchObject({outcome: 'fail', actual: '1 of 3: db-0'});
    expect(await judge(bad, ready)).toMatchObject({outcome: 'fail', actual: '2 of 3: web-2, db-0'});
    expect(await judge(bad, {'$.items[*].status.phase': {all: 'Running'}})).toMatchObject({
      outcome: 'fail',
    });
  });

  test('entries are counted', async () => {
    const count = {'$.items[*].status.phase': {count: {of: 'Running', is: {at_least: 2}}}};
    expect((await judge(bad, count)).outcome).toBe('pass');
    expect((await judge(bad, {"$.items[?@.status.phase == 'Running']": {length: 3}})).actual).toBe(
      '2 of 3: web-1, web-2',
    );
  });
});

describe('what is not there was not looked at', () => {
  const data = JSON.stringify({
    status: 'DOWN',
    list: [{state: 'up'}, {state: 'up', tier: 'old'}],
    empty: [],
    none: null,
  });

  test.each([
    ['$.statuss', {not: 'DOWN'}, 'absent (there is no "statuss"; there is "status")'],
    ['$.status.x', {not: 'DOWN'}, 'absent (there is no "x")'],
    ['$.list[7]', {not: 'DOWN'}, 'absent (there is no such entry)'],
    ['$.lists[*].state', {not: {any: 'down'}}, 'absent (there is no "lists"; there is "list")'],
    ['$.list[*].stat', {not: {any: 'down'}}, 'absent (there is no "stat"; there is "state")'],
    ["$.lists[?@.state != 'up']", {length: 0}, 'absent (there is no "lists"; there is "list")'],
    ["$.list[?@.stat == 'down']", {length: 0}, 'absent (no entry has @.stat)'],
    ["$.list[?match(@.stat, 'down.*')]", {length: 0}, 'absent (no entry has @.stat)'],
    ['$..statuss', {not: {any: 'DOWN'}}, 'absent (found nowhere)'],
    ['$.status', {not: {below: 5}}, '"DOWN" (no number to compare)'],
    ['$.status', {length: {at_most: 3}}, '"DOWN"'],
    [
      '$.list',
      {not: '/down/'},
      '[{"state":"up"},{"state":"up","tier":"old"}] (this cannot be said of it)',
    ],
    ['$.empty', {not: {all: 'x'}}, '[] (no list with entries)'],
  ])('%s: %j fails', async (path, statement, actual) => {
    expect(await judge(data, {[path]: statement})).toMatchObject({outcome: 'fail', actual});
  });

  test.each([
    ['$.statuss', null],
    ['$.none', null],
    ['$.statuss', {any: [null, {not: 'DOWN'}]}],
    ['$.empty[*]', {length: 0}],
    ["$.empty[?@.state != 'up']", {length: 0}],
    ["$.list[?@.tier == 'new']", {length: 0}],
    ["$.list[?@.zone && @.zone == 'b']", {length: 0}],
    ['$..error', {length: 0}],
    ["$.list[?search(@.state, 'd[ow]+n')]", {length: 0}],
    ['$.list[-1:].tier', ['old']],
    ['$..tier', {length: 1}],
  ])('%s: %j passes', async (path, statement) => {
    expect(await judge(data, {[path]: statement})).toMatchObject({outcome: 'pass'});
  });
});

test('whole numbers are read with every digit, also where a filter chose them', async () => {
  const data = '{"items": [{"id": 9007199254740993, "name": "a"}]}';
  const path = "$.items[?@.name == 'a'].id";
  expect(await judge(data, {'$.items[0].id': '9007199254740993'})).toMatchObject({outcome: 'pass'});
  expect(await judge(data, {'$.items[0].id': '9007199254740992'})).toMatchObject({
    outcome: 'fail',
    actual: '9007199254740993',
  });
  expect(await judge(data, {[path]: {any: '9007199254740993'}})).toMatchObject({outcome: 'pass'});
  expect(await judge(data, {[path]: {any: '9007199254740992'}})).toMatchObject({outcome: 'fail'});
});
