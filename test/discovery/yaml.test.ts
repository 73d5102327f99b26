import {expect, it} from 'vitest';
import {readYaml} from '../../source/discovery/yaml/read-yaml.ts';
import {below, listOf, mapOf, textAt, textOf} from '../../source/discovery/yaml/yaml-node.ts';

it('keeps a scalar as it was written, and its line', () => {
  const {documents} = readYaml('a:\n  v: 1.10\n  m: 0o644\n  t: yes\n  q: "a: b"\n  n:\n', 'f');
  const [root] = documents;
  expect(mapOf(below(root, 'a')).keys().toArray()).toEqual(['v', 'm', 't', 'q', 'n']);
  expect(['v', 'm', 't', 'q', 'n'].map((key) => textAt(root, 'a', key))).toEqual([
    '1.10',
    '0o644',
    'yes',
    'a: b',
    undefined,
  ]);
  expect(below(root, 'a', 'q')).toMatchObject({line: 5, file: 'f'});
});

it('knows anchors, merge keys and lists of them', () => {
  const text =
    'x: &x {a: 1, b: 1}\ny: &y\n  b: 2\n  c: 2\nz:\n  <<: [*x, *y]\n  d: 4\nw: {<<: *y, c: 3}\n';
  const [root] = readYaml(text, 'f').documents;
  const words = (key: string) =>
    [...mapOf(below(root, key))].map(([name, node]) => `${name}${textOf(node)}`);
  expect(words('z').sort()).toEqual(['a1', 'b1', 'c2', 'd4']);
  expect(words('w').sort()).toEqual(['b2', 'c3']);
});

it('is not made to grow by aliases', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let at = 1; at < 40; at++) {
    const alias = `*a${at - 1}`;
    lines.push(`a${at}: &a${at} [${Array(9).fill(alias).join(', ')}]`);
  }
  const [root] = readYaml(lines.join('\n'), 'bomb').documents;
  expect(listOf(below(root, 'a39'))).toHaveLength(9);
});

it('ends at an anchor that holds itself, and at depth', () => {
  const [root] = readYaml('a: &a [*a, 1]\n', 'f').documents;
  expect(listOf(below(root, 'a')).map(({value}) => value)).toEqual([null, '1']);
  expect(readYaml('['.repeat(200_000), 'f').problems).not.toEqual([]);
});

it('reads what it can of a broken file, and names the line', () => {
  const {documents, problems} = readYaml('a: 1\nb: "open\nc: 2\n', 'f');
  expect(textAt(documents[0], 'a')).toBe('1');
  expect(problems[0]?.line).toBeGreaterThan(1);
});
