import {describe, expect, it} from 'vitest';
import {expand} from '../../../source/discovery/formats/expand.ts';
import {readEnvFile} from '../../../source/discovery/formats/env-file.ts';

const set = new Map(
  Object.entries({SET: 'one', EMPTY: ''}).map(([name, value]) => [name, {value, isHidden: false}]),
);

// The Compose Specification, "Interpolation".
describe.each([
  ['$SET', 'one'],
  ['${SET}', 'one'],
  ['a-${SET}-b', 'a-one-b'],
  ['${EMPTY-usual}', ''],
  ['${EMPTY:-usual}', 'usual'],
  ['${GONE-usual}', 'usual'],
  ['${GONE:-usual}', 'usual'],
  ['${SET:-usual}', 'one'],
  ['${SET+other}', 'other'],
  ['${EMPTY+other}', 'other'],
  ['${EMPTY:+other}', ''],
  ['${GONE+other}', ''],
  ['${SET:?say it}', 'one'],
  ['${GONE:-${SET}}', 'one'],
  ['${GONE:-${EMPTY:-deep}}', 'deep'],
  ['${GONE:-http://${SET}:80/}', 'http://one:80/'],
  ['$$SET', '$SET'],
  ['$${SET}', '${SET}'],
  ['${GONE:-$$5}', '$5'],
  ['pa$', 'pa$'],
  ['${open', '${open'],
  ['${2bad}', '${2bad}'],
])('%s', (text, expected) => {
  it(`is "${expected}"`, () => {
    expect(expand(text, set).text).toBe(expected);
  });
});

it('keeps what nobody sets as it is written', () => {
  expect(expand('app:${TAG}', set)).toMatchObject({
    text: 'app:${TAG}',
    isOpen: true,
    names: ['TAG'],
  });
  expect(expand('${GONE:?set GONE}', set)).toMatchObject({text: '${GONE}', isOpen: true});
});

it('tells what is usual, and what comes from a hidden file', () => {
  const hidden = new Map([['PORT', {value: '8080', isHidden: true}]]);
  expect(expand('${PORT:-80}', hidden)).toMatchObject({text: '8080', usual: '80', isHidden: true});
  expect(expand('${PORT:-80}', new Map())).toMatchObject({
    text: '80',
    usual: '80',
    isHidden: false,
  });
});

it('ends where thousands of braces are open', () => {
  expect(expand('${A:-'.repeat(20_000), set).text).toHaveLength(100_000);
  expect(expand(`${'${A:-'.repeat(500)}${'}'.repeat(500)}`, set).text).toContain('${A:-');
});

it('reads an env file as Docker Compose does', () => {
  const {entries, problems} = readEnvFile(
    [
      'PLAIN=value # comment',
      'HASH=a#b',
      "SINGLE='$PLAIN # kept'",
      'DOUBLE="a\\nb ${PLAIN}"',
      'PRICE="\\$5"',
      'USED=${PLAIN}-${GONE:-x}',
      'EMPTY=',
      'PASSED',
      'COLON: yes',
      'export SHELL_LIKE=1',
      'KEY="-----BEGIN',
      'x-----"',
      'AFTER=1\r',
    ].join('\n'),
  );
  expect(problems).toEqual([]);
  expect(Object.fromEntries(entries.map(({name, value}) => [name, value]))).toEqual({
    PLAIN: 'value',
    HASH: 'a#b',
    SINGLE: '$PLAIN # kept',
    DOUBLE: 'a\nb value',
    PRICE: '$5',
    USED: 'value-x',
    EMPTY: '',
    PASSED: undefined,
    COLON: 'yes',
    SHELL_LIKE: '1',
    KEY: '-----BEGIN\nx-----',
    AFTER: '1',
  });
  expect(entries.at(-1)?.line).toBe(13);
});
