import {describe, expect, test} from 'vitest';
import {amount, formatBytes, formatDuration} from '../../source/checks/assertions/amounts.ts';
import type {Shape} from '../../source/checks/assertions/assertion.ts';
import {holds} from '../../source/checks/assertions/holds.ts';
import {parseAssertion} from '../../source/checks/assertions/parse-assertion.ts';
import {statedAs} from '../../source/checks/assertions/in-words.ts';

function understood(input: unknown, shape: Shape) {
  const problems: string[] = [];
  const assertion = parseAssertion(input, {
    subject: 'it',
    shape,
    path: [],
    report({message}) {
      problems.push(message);
    },
  });
  if (!assertion) throw new Error(problems.join('\n'));
  return assertion;
}

const size = (bytes: number) => amount(bytes, 'size');
const time = (milliseconds: number) => amount(milliseconds, 'duration');

describe('statements hold or do not', () => {
  test.each<[shape: Shape, statement: unknown, met: unknown, unmet: unknown]>([
    ['number', 200, 200, 201],
    ['number', '200', 200, 201],
    ['number', {one_of: [200, 204]}, 204, 500],
    ['number', {at_least: 200, below: 300}, 200, 300],
    ['number', {not: 0}, 1, 0],
    ['number', {matches: '^2'}, 204, 404],
    ['duration', {below: '1s'}, time(999), time(1000)],
    ['duration', {above: '0.5m'}, time(30_001), time(30_000)],
    ['duration', {at_most: '1h'}, time(3_600_000), time(3_600_001)],
    ['text', 'ok', 'ok\n', 'not ok'],
    ['text', '', '\n', 'x'],
    ['text', 3, '3\n', '33'],
    ['text', true, 'true\n', 'false'],
    ['text', '/^b$/m', 'a\nb\nc', 'abc'],
    ['text', '/OK/i', 'ok', 'k'],
    ['text', {equals: '/x/'}, '/x/', 'x'],
    ['text', {contains: 'b'}, 'abc', 'ac'],
    ['text', {matches: '^a'}, 'abc', 'bac'],
    ['text', {not: '/Crash/'}, 'fine', 'CrashLoop'],
    ['text', {not: {any: ['/a/', '/b/']}}, 'c', 'xb'],
    ['text', {all: ['/a/', '/b/']}, 'ba', 'a'],
    ['text', {one_of: ['a', '/^b/']}, 'bcd', 'cb'],
    ['text', {below: '90%'}, '73%\n', '95%\n'],
    ['text', {below: 90}, '73%\n', 'many'],
    ['text', {at_least: '1GiB'}, '2 GiB', '1GB'],
    ['text', {at_least: '1KiB'}, '1024B', '1KB'],
    ['text', {above: '1MB'}, '1MiB', '1MB'],
    ['flag', true, true, false],
    ['json', 'ok', 'ok', 'no'],
    ['json', 1.1, '1.10', '1.1x'],
    ['json', 5, '5', '5.5'],
    ['json', '5', 5, 6],
    ['json', {one_of: [5, 6]}, '6', '7'],
    ['json', {contains: 5}, ['5'], ['55']],
    ['json', {not: 5}, 6, '5'],
    ['json', {length: 2}, ['a', 'b'], ['a']],
    ['json', {length: {at_least: 1}}, {a: 1}, {}],
    ['json', {count: {of: 'Running', is: {at_least: 2}}}, ['Running', 'Running', 'x'], ['Running']],
    ['text', {count: {of: '/^web-/', is: 2}}, 'web-1\nweb-2\nx\n', 'web-1\n'],
    ['text', {length: 5}, 'héllo\n', 'hello!'],
    ['list', {length: 2}, ['a', 'b'], []],
    ['list', {count: {of: {contains: 'x'}, is: 1}}, ['x', 'y'], ['x', 'xx']],
    ['text', {at_least: '11GiB'}, '12G\n', '11 GB'],
    ['text', 1024, '1,024\n', '1.024'],
    ['text', {below: 4}, '3,5', '4,5'],
    ['text', {above: 1_000_000}, '1.024.000,5', '1.024,5'],
    ['text', {above: 1000}, "1'024", '1024x'],
    ['text', {at_least: '512Mi'}, '1Gi', '511Mi'],
    ['text', {not: {below: 5}}, '6', 'no number'],
    ['json', {not: {contains: 'x'}}, ['y'], undefined],
    ['json', {not: {any: 'x'}}, ['y'], undefined],
    ['json', {not: '/x/'}, 'y', ['y']],
    ['json', null, undefined, 0],
    ['json', [1, 2], [1, 2], [2, 1]],
    ['json', {equals: {a: [1]}}, {a: [1]}, {a: 1}],
    ['json', {contains: 'x'}, ['x', 'y'], ['xy']],
    ['json', {above: 5}, 6, '5'],
    ['json', {above: 5}, '6', 'six'],
    ['json', {below: '500ms'}, '300ms', 300],
    ['json', {all: {matches: 'Run'}}, ['Running', 'Run'], ['Running', 'Failed']],
    ['json', {all: 'x'}, ['x'], []],
    ['json', {any: 'x'}, ['y', 'x'], 'x'],
    ['json', {not: 'x'}, 'y', undefined],
    ['json', {any: [null, {not: 'x'}]}, undefined, 'x'],
    ['json', {below: 5}, 1, undefined],
    ['json', {above: '1KB'}, size(2000), size(999)],
    ['size', {at_least: '1KiB'}, size(1024), size(1023)],
    ['size', {above: 0}, size(1), size(0)],
    ['size', 12, size(12), size(13)],
    ['list', ['b', 'a'], ['a', 'b'], ['a', 'b', 'c']],
    ['list', ['a', 'b'], ['a', 'b'], ['a']],
    ['list', 'a', ['a'], ['a', 'b']],
    ['list', [], [], ['a']],
    ['list', {contains: 'a'}, ['a', 'b'], ['ab']],
    ['list', {contains: ['a', 5]}, ['5', 'a', 'b'], ['a']],
    ['list', {not: {contains: 'a'}}, ['b'], ['b', 'a']],
    ['list', {any: '/^a/'}, ['b', 'ab'], ['ba']],
    ['list', {all: {contains: 'x'}}, ['ax', 'x'], ['x', 'y']],
    ['list', {all: 5}, ['5'], ['5', '6']],
    ['list', {one_of: [['a', 'b'], 'c']}, ['b', 'a'], ['a']],
  ])('%s: %j', (shape, statement, met, unmet) => {
    const assertion = understood(statement, shape);
    const isText = shape === 'text' || shape === 'list';
    expect([holds(assertion, met, isText), holds(assertion, unmet, isText)]).toEqual([true, false]);
  });

  test('whole numbers are compared to their last digit', () => {
    const [big, next] = [2n ** 53n + 1n, 2n ** 53n];
    const judged = (statement: unknown, value: unknown) =>
      holds(understood(statement, 'json'), value);
    expect([judged(big, big), judged(big, next), judged(big, 2 ** 53)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([judged({above: 2 ** 53}, big), judged({above: 2 ** 53}, next)]).toEqual([true, false]);
    expect([judged('9007199254740993', big), judged('9007199254740993', next)]).toEqual([
      true,
      false,
    ]);
    expect(judged({at_least: '9007199254740993'}, '9007199254740992')).toBe(false);
  });

  test.each(['/var/log', '/usr/local/bin', 'a/b/', '/x'])('%s is a text, not a pattern', (text) => {
    expect(understood(text, 'text')).toEqual({type: 'equals', value: text});
  });

  test.each<[statement: unknown, shape: Shape, stated: string, expected: string]>([
    [200, 'number', 'equals 200', '200'],
    [{below: '500ms'}, 'duration', 'below 500 ms', 'below 500 ms'],
    [{at_least: '1.5GiB'}, 'text', 'at least 1.5 GiB', 'at least 1.5 GiB'],
    ['/x/i', 'text', 'matches /x/i', 'a match of /x/i'],
    [{contains: 'x'}, 'text', 'contains "x"', '"x" in it'],
    [{not: '/x/i'}, 'text', 'not: matches /x/i', 'no match of /x/i'],
    [{not: {contains: 'x'}}, 'text', 'not: contains "x"', 'no "x" in it'],
    [{not: 'x'}, 'text', 'not: equals "x"', 'other than "x"'],
    [{not: {below: 5}}, 'number', 'not: below 5', 'not: below 5'],
    [{one_of: [200, 204]}, 'number', 'one of 200, 204', 'one of 200, 204'],
    [{any: [1, {above: 5}]}, 'number', 'equals 1 or above 5', '1 or above 5'],
    [{at_least: 1, below: 5}, 'number', 'at least 1 and below 5', 'at least 1 and below 5'],
    [{all: {above: 0}}, 'json', 'every entry above 0', 'for every entry above 0'],
    [{any: 'x'}, 'json', 'at least one entry equals "x"', 'for at least one entry "x"'],
    [{length: 0}, 'json', 'length equals 0', 'length 0'],
    ['ok', 'json', 'equals "ok"', '"ok"'],
    [null, 'json', 'equals nothing', 'nothing'],
  ])('%j of %s in words', (statement, shape, stated, expected) => {
    expect(statedAs(understood(statement, shape))).toEqual({stated, expected});
  });
});

test.each([
  [0.4, '0.4 ms'],
  [43.2, '43 ms'],
  [999.4, '999 ms'],
  [999.7, '1 s'],
  [1234, '1.23 s'],
  [59_960, '1 min'],
  [90_000, '1 min 30 s'],
  [3_725_000, '1 h 2 min'],
  [86_400_000, '1 d'],
])('%d milliseconds are %s', (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words);
});

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KiB'],
  [1_073_676_288, '1024 MiB'],
  [2 ** 40 * 5000, '5000 TiB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
