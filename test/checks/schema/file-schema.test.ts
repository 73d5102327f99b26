import {readFile} from 'node:fs/promises';
import Ajv from 'ajv/dist/2020.js';
import {parse} from 'yaml';
import {expect, test} from 'vitest';
import {kinds} from '../../../source/checks/kinds/check-kinds.ts';
import {checksFileJsonSchema} from '../../../source/checks/schema/file-schema.ts';
import {sampleChecks} from '../../../source/sample/sample-checks.ts';

const schema = checksFileJsonSchema();
const ajv = new Ajv.default({allErrors: true, strict: false, validateFormats: false});
const validate = ajv.compile(schema);

function problems(yaml: string): string[] {
  validate(parse(yaml));
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`);
}

function check(lines: string): string {
  return `checks:\n  - name: it\n${lines.replace(/^/gm, '    ')}`;
}

test('the schema holds by the meta-schema of its draft', () => {
  expect(ajv.validateSchema(schema)).toBe(true);
});

test('the files that the project itself brings are right by the schema', async () => {
  const template = new URL('../../../templates/handoff.yaml', import.meta.url);
  expect(problems(await readFile(template, 'utf8'))).toEqual([]);
  expect(problems(sampleChecks(8080))).toEqual([]);
});

test('every kind has its subjects under expect and warn', () => {
  const {$defs} = schema as {$defs: Record<string, {properties: object}>};
  for (const [word, {subjects}] of kinds)
    expect(Object.keys($defs[`expect-${word}`]?.properties ?? {})).toEqual(Object.keys(subjects));
});

test.each([
  ['a word with its unit', 'http: http://a/\nexpect: {latency: {below: 500ms}, status: 200}'],
  ['a variable for a number', 'tcp: {host: a, port: "${port}"}\nexpect: {connect: "${up}"}'],
  [
    'a list and words inside words',
    'command: [a, 1]\nexpect: {exit: {one_of: [0, 3]}, stdout: {not: {any: [/a/, b]}}}',
  ],
  ['any JSON', 'command: a\nexpect: {json: {$.a: [1, 2], "$.b[*]": {all: {above: 2}}, $.c: null}}'],
  ['a kind that says enough by itself', 'manual: Is the runbook printed?'],
  ['a gossfile', 'goss: ./goss.yaml'],
  [
    'a gossfile with all that belongs to it',
    'goss: {file: a.yaml, vars: b.yaml, vars_inline: {a: [1, {b: c}]}, path: /opt/goss}\nexpect: {properties: met, skipped: {below: 3}}\non: ssh a',
  ],
  ['a timeout', 'command: a\ntimeout: 2m\nwarn: {duration: {below: 1.5 s}}'],
])('it accepts %s', (_, lines) => {
  expect(problems(check(lines))).toEqual([]);
});

test.each([
  ['a misspelt key', 'command: a\nexpct: {exit: 0}'],
  ['two kinds', 'command: a\nhttp: http://a/\nexpect: {}'],
  ['no kind', 'expect: {exit: 0}'],
  ['a subject of another kind', 'command: a\nexpect: {status: 200}'],
  ['a misspelt word', 'command: a\nexpect: {exit: {belw: 3}}'],
  ['a duration without a unit', 'http: http://a/\nexpect: {latency: {below: 500}}'],
  ['an unknown key of a gossfile', 'goss: {file: a.yaml, var: b}'],
  ['what goss does not say', 'goss: a.yaml\nexpect: {properties: good}'],
  ['a wrong severity', 'command: a\nseverity: high\nexpect: {exit: 0}'],
  ['a check that asserts nothing', 'command: a'],
  ['an expectation that says nothing', 'command: a\nexpect: {}'],
])('it refuses %s', (_, lines) => {
  expect(problems(check(lines))).not.toEqual([]);
});
