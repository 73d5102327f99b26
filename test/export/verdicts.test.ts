import {readFile} from 'node:fs/promises';
import {gzipSync, zstdCompressSync} from 'node:zlib';
import {stringify} from 'yaml';
import {expect, test} from 'vitest';
import {createChecksFolder} from '../checks/checks-folder.ts';
import {agreed, exported, lacks, scriptOf} from './scripts.ts';

/** A command that prints what a checks file could hardly say. */
const printed = (text: string) => ['printf', text];

test.skipIf(lacks('jq'))(
  'what people see, numbers as they are written, and what is not there',
  async () => {
    await using folder = await createChecksFolder();
    const pods = {
      items: [
        {name: 'a', state: 'up'},
        {name: 'b', state: 'down', n: '5'},
      ],
      none: [],
    };
    await folder.write('pods.json', JSON.stringify({...pods, status: 'DOWN'}));
    await folder.write('packed.log', gzipSync('fine\nERROR\n'));
    await folder.write('colour.log', 'a\n\u001B[31mERR\u001B[1mOR\u001B[0m\n');
    const text = (name: string, command: unknown, stdout: unknown) => ({
      name,
      command,
      expect: {stdout},
    });
    const json = (name: string, path: string, statement: unknown) => ({
      name,
      command: 'cat pods.json',
      expect: {json: {[path]: statement}},
    });
    const checks = [
      text('colour', printed('\\033[32mOK\\033[0m\\n'), 'OK'),
      text('colour, raw', {run: printed('\\033[32mOK\\033[0m\\n'), raw: true}, 'OK'),
      text('progress', printed('at 10%%\\rat 100%%\\n'), 'at 100%'),
      text('no line end', printed('\\033[1mOK\\033[0m'), '/OK$/'),
      text('12G', 'echo 12G', {above: '10GiB'}),
      text('1,024', 'echo 1,024', 1024),
      text('3,5', 'echo 3,5', {below: 4}),
      text('1.024,5', 'echo 1.024,5', {above: 1000}),
      text('Gi', 'echo 2Gi', {at_least: '2GiB'}),
      text('no number', 'echo up', {not: {below: 5}}),
      text('another number', 'echo 6', {not: {below: 5}}),
      text('bash', 'if [[ -f x ]]; then echo bad; fi', {not: 'bad'}),
      json('misspelt', '$.statuss', {not: 'DOWN'}),
      json('nothing', '$.statuss', null),
      json('or nothing', '$.statuss', {any: [null, {not: 'DOWN'}]}),
      json('none down', "$.items[?@.state != 'up']", {length: 0}),
      json('one down', "$.items[?@.state != 'up']", {length: 1}),
      json('by name', "$.items[?@.state != 'up'].name", ['b']),
      json('both', "$.items[?@.state == 'up' && @.name != 'b']", {length: 1}),
      json('has', '$.items[?@.n]', {length: 1}),
      json('has not', '$.items[?!@.n]', {length: 1}),
      json('compared in vain', "$.items[?@.stat == 'down']", {length: 0}),
      json('misspelt list', "$.itemz[?@.state != 'up']", {length: 0}),
      json('empty list', "$.none[?@.state != 'up']", {length: 0}),
      json('number as text', '$.items[1].n', 5),
      json('number in text', '$.items[1].n', {at_least: 5}),
      json('not that number', '$.items[1].n', {not: 5}),
      json('counted', '$.items[*].state', {count: {of: 'up', is: 1}}),
      json('every', '$.items[*].state', {all: {one_of: ['up', 'down']}}),
      json('deep', '$.items[0]', {equals: {name: 'a', state: 'up'}}),
      json('no list', '$.status', {not: {all: 'x'}}),
      {name: 'packed', log: 'packed.log', expect: {forbid: '/ERROR/'}},
      {name: 'coloured', log: 'colour.log', expect: {forbid: '/ERROR/'}},
      {name: 'coloured, raw', log: {path: 'colour.log', raw: true}, expect: {forbid: '/ERROR/'}},
      ...(lacks('zstd') ? [] : [{name: 'zstd', log: 'packed.zst', expect: {forbid: '/ERROR/'}}]),
    ];
    await folder.write('packed.zst', zstdCompressSync('ERROR\n'));
    await folder.write('handoff.yaml', stringify({checks}));
    const script = await scriptOf(folder);
    expect(script.exported.leftOut).toEqual([]);
    const outcomes = await agreed(folder, script, 'as it is');
    const bad = Object.entries(outcomes).filter(([, outcome]) => outcome !== 'pass');
    expect(Object.fromEntries(bad)).toMatchObject({
      'colour, raw': 'fail',
      'no number': 'fail',
      bash: 'unknown',
      misspelt: 'fail',
      'none down': 'fail',
      'compared in vain': 'fail',
      'misspelt list': 'fail',
      'not that number': 'fail',
      'no list': 'fail',
      packed: 'fail',
      coloured: 'fail',
    });
  },
  120_000,
);

test('what a form cannot carry is named', async () => {
  await using folder = await createChecksFolder();
  await folder.write('x.log', 'fine\n');
  const command = ['echo', '{"a": [1, 2]}'];
  const checks = [
    {name: 'everywhere', command, expect: {json: {'$..a': {length: 1}}}},
    {name: 'slice', command, expect: {json: {'$.a[0:1]': [1]}}},
    {name: 'digits', command, expect: {json: {'$.a[0]': {below: 2n ** 60n}}}},
    {name: 'length', command, expect: {stdout: {length: {above: 1}}}},
    {name: 'encoding', log: {path: 'x.log', encoding: 'shift_jis'}, expect: {forbid: 'x'}},
  ];
  await folder.write('handoff.yaml', stringify({checks}));
  for (const form of ['sh', 'nagios', 'goss'] as const) {
    const {leftOut, carried} = await exported(folder, form);
    expect([form, carried, leftOut.map(({name}) => name)]).toEqual([
      form,
      0,
      checks.map(({name}) => name),
    ]);
  }
  expect(await readFile(`${folder.path}/x.log`, 'utf8')).toBe('fine\n');
});
