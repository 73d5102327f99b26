import {stringify} from 'yaml';
import {expect, test} from 'vitest';
import {isFull} from '../harness/amount.ts';
import {createChecksFolder, type ChecksFolder} from '../checks/checks-folder.ts';
import {
  engineVerdicts,
  runScript,
  scriptOf,
  shells,
  lacks,
  verdictsOf,
  type Script,
} from './scripts.ts';

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

const plainTexts = [
  'ok',
  'ok\nfine\n',
  '7\n',
  ' 7.0 ',
  'an ERROR\nTERRORS OK',
  'it\'s $HOME; `id` \\ "',
];

/** Those in which the grep, sed and awk of busybox could see something else. */
const oddTexts = ['', 'ok\n', 'ok\r\nfine\r\n\r\n', '43 ms', 'aäc Äx a\tc', 'nul\u0000ok\u0001x'];

/** Between them each statement holds of some and not of others, and each sign that a shell could take is there. */
const fewTexts = ['ok\nfine\n', ' 7.0 ', ...oddTexts.filter((_, at) => at % 2 === 1)];

/** Compares what script and engine say of a text, under these shells. */
async function compare(
  folder: ChecksFolder,
  {path}: Script,
  text: string,
  tried: typeof shells,
): Promise<void> {
  const [meant, ...ends] = await Promise.all([
    engineVerdicts(folder),
    ...tried.map(async (shell) => ({shell, ...(await runScript(path, shell, folder.path))})),
  ]);
  for (const {shell, stdout, stderr} of ends) {
    expect(stderr).toBe('');
    // This grep knows no letters but those of ASCII, and a script that cannot tell says so.
    // oxlint-disable-next-line no-control-regex
    const doubted = shell === 'busybox sh' && /[^\u0000-\u007F]/.test(text) ? counting : [];
    const unknown = Object.fromEntries(doubted.map((one) => [one, 'unknown']));
    expect({text, shell, ...verdictsOf({stdout})}).toEqual({text, shell, ...meant, ...unknown});
  }
}

test('a text is judged by the shell as by the engine', async () => {
  await using folder = await createChecksFolder();
  const checks = statements.map((stdout, at) => ({
    name: `${at} ${JSON.stringify(stdout)}`,
    command: 'cat text',
    expect: {exit: 0, stdout},
  }));
  await folder.write('handoff.yaml', stringify({checks}));
  await folder.write('text', 'x');
  const script = await scriptOf(folder);
  expect(script.exported.leftOut).toEqual([]);
  for (const text of isFull ? [...plainTexts, ...oddTexts] : fewTexts) {
    await folder.write('text', text);
    // The odd texts are for the odd shell, and the oddest for each.
    const odd = isFull || text === oddTexts.at(-1) ? shells : shells.slice(-1);
    await compare(folder, script, text, oddTexts.includes(text) ? odd : shells.slice(0, 1));
  }
}, 120_000);

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
];

/** In these no path leads anywhere, so a few statements tell as much as all. */
const strange = isFull ? ['[1]', '"text"', 'null', '', 'no JSON', '1 2'] : ['', '1 2'];

async function jsonScript(folder: ChecksFolder, isAll: boolean, kind: object): Promise<Script> {
  const checks = Object.entries(paths).flatMap(([path, wanted]) =>
    wanted
      .map((value, at) => ({
        name: `${path} ${at} ${JSON.stringify(value)}`,
        ...kind,
        expect: {json: {[path]: value}},
      }))
      .filter(({name}, at) => isAll || at === 0 || /null|not/.test(name)),
  );
  await folder.write('handoff.yaml', stringify({checks}));
  const script = await scriptOf(folder);
  expect(script.exported.leftOut).toEqual([]);
  return script;
}

test.skipIf(lacks('jq'))(
  'JSON is judged by the shell as by the engine',
  async () => {
    expect.hasAssertions();
    await using folder = await createChecksFolder();
    await folder.write('text', 'x');
    const all = await jsonScript(folder, true, {file: 'text'});
    // What judges is jq, whichever the shell is.
    const some = (isFirst: boolean) => (isFirst ? shells : shells.slice(0, 1));
    for (const document of documents) {
      await folder.write('text', JSON.stringify(document));
      await compare(folder, all, JSON.stringify(document), some(document === documents[0]));
    }
    const few = await jsonScript(folder, false, {command: 'cat text'});
    for (const text of strange) {
      await folder.write('text', text);
      await compare(folder, few, text, some(text === ''));
    }
  },
  120_000,
);
