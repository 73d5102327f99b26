import {stringify} from 'yaml';
import {expect, test} from 'vitest';
import {createChecksFolder} from '../checks-folder.ts';
import {engineVerdicts, has, runScript, scriptOf, shells, verdictsOf} from './scripts.ts';

/** Every word of the vocabulary that can be said of a text. */
const statements: readonly unknown[] = [
  'ok',
  'ok\nfine',
  7,
  '/ok/',
  '/^ok$/',
  '/^ok$/m',
  String.raw`/^ok\n$/`,
  '/OK/i',
  String.raw`/\bERROR\b/`,
  '/a.c/',
  '/^.{3}$/m',
  '/[^a-z]x/',
  String.raw`/^\d+(\.\d+)? ?ms/`,
  {contains: 'ok'},
  {contains: 'ok\nfi'},
  {contains: "it's $HOME"},
  {not: '/ERROR/'},
  {not: {contains: 'ok'}},
  {below: 8},
  {above: '40ms'},
  {at_least: 7, at_most: 7},
  {equals: '7'},
  {one_of: ['ok', '/fine/', 7]},
  {all: ['/o/', {not: '/z/'}]},
  {any: ['/zzz/', {contains: 'k'}]},
  {not: {any: ['/zzz/', {not: '/k/'}]}},
  {all: '/x/'},
  {not: {any: '/x/'}},
];

/** Names of the checks for which it matters how many bytes a letter has. */
const counting = statements.flatMap((one, at) =>
  ['/a.c/', '/^.{3}$/m', '/[^a-z]x/'].includes(String(one)) ? [`${at} ${JSON.stringify(one)}`] : [],
);

const texts = [
  '',
  'ok',
  'ok\n',
  'ok\nfine\n',
  'ok\r\nfine\r\n\r\n',
  '7\n',
  ' 7.0 ',
  '43 ms',
  'an ERROR\nTERRORS OK',
  'it\'s $HOME; `id` \\ "',
  'aäc Äx a\tc',
  'nul\u0000ok\u0001x',
];

test.each(shells)(
  'a text is judged by $name as by the engine',
  async ({name, isHere}) => {
    if (!isHere) {
      console.log(`${name} is not here, so it is not tried`);
      return;
    }
    await using folder = await createChecksFolder();
    const checks = statements.map((stdout, at) => ({
      name: `${at} ${JSON.stringify(stdout)}`,
      command: 'cat text',
      expect: {exit: 0, stdout},
    }));
    await folder.write('handoff.yaml', stringify({checks}));
    await folder.write('text', 'x');
    const {path, exported} = await scriptOf(folder);
    expect(exported.leftOut).toEqual([]);
    for (const text of texts) {
      await folder.write('text', text);
      const end = await runScript(path, name, folder.path);
      expect(end.stderr).toBe('');
      const said = verdictsOf(end);
      const meant = await engineVerdicts(folder);
      // This grep knows no letters but those of ASCII, and a script that cannot tell says so.
      // oxlint-disable-next-line no-control-regex
      const doubted = name === 'busybox sh' && /[^\u0000-\u007F]/.test(text) ? counting : [];
      const expected = doubted.map((one) => [one, 'unknown'] as const);
      expect({text, ...said}).toEqual({text, ...meant, ...Object.fromEntries(expected)});
    }
  },
  240_000,
);

const paths: Readonly<Record<string, readonly unknown[]>> = {
  '$.a': [1, '1', null, true, 'x', {not: null}, {above: 0}, {at_most: '2s'}, {one_of: [1, 'x']}],
  '$.a.b[0]': ['x', {contains: 'x'}, '/^x$/'],
  "$['a b']": ['/x.y/', String.raw`/\bx\b/`, {not: '/X/'}, '/X/i'],
  '$.list[*]': [{all: {above: 1}}, {any: 2}, [1, 2], {contains: 2}],
  '$.list[-1]': [2, {below: 3}],
  '$.list': [[1, 2], {contains: '2'}, {any: '/2/'}],
  '$.o': [{equals: {k: [1, null]}}],
};

const documents: readonly unknown[] = [
  {a: 1, 'a b': 'x-y', list: [1, 2], o: {k: [1, null]}},
  {a: {b: ['x']}, 'a b': 'X\ny', list: [], o: {k: [1]}},
  {a: 'x', list: [2, 3]},
  {a: '1', 'a b': 'x y', list: '12'},
  {a: '1500ms', list: [[2], {c: 2}]},
  [1],
  'text',
  null,
];

test.skipIf(!has('jq')).each(shells)(
  'JSON is judged by $name as by the engine',
  async ({name, isHere}) => {
    if (!isHere) {
      console.log(`${name} is not here, so it is not tried`);
      return;
    }
    await using folder = await createChecksFolder();
    const checks = Object.entries(paths).flatMap(([path, wanted]) =>
      wanted.map((value, at) => ({
        name: `${path} ${at} ${JSON.stringify(value)}`,
        command: 'cat text',
        expect: {exit: 0, json: {[path]: value}},
      })),
    );
    await folder.write('handoff.yaml', stringify({checks}));
    await folder.write('text', 'x');
    const {path, exported} = await scriptOf(folder);
    expect(exported.leftOut).toEqual([]);
    for (const text of [...documents.map((one) => JSON.stringify(one)), '', 'no JSON', '1 2']) {
      await folder.write('text', text);
      const end = await runScript(path, name, folder.path);
      expect(end.stderr).toBe('');
      expect({text, ...verdictsOf(end)}).toEqual({text, ...(await engineVerdicts(folder))});
    }
  },
  240_000,
);
