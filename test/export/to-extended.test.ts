import {execFileSync, spawnSync} from 'node:child_process';
import {expect, test} from 'vitest';
import {NotCarriedError} from '../../source/export/pattern/parse-expression.ts';
import {lineEndMark, toExtended} from '../../source/export/pattern/to-extended.ts';

/** Which of the texts the real grep finds the pattern in, each text as a whole. */
function foundByGrep(expression: RegExp): readonly string[] {
  const lines = texts.map((text) => `${text.replaceAll('\n', lineEndMark)}\n`);
  const flags = expression.flags.includes('i') ? '-niE' : '-nE';
  const {stdout, stderr} = spawnSync('grep', [flags, '-e', toExtended(expression, true)], {
    input: lines.join(''),
    env: {...process.env, LC_ALL: 'C'},
  });
  expect(String(stderr)).toBe('');
  const numbers = String(stdout).matchAll(/^(?<line>\d+):/gm);
  return [...numbers].map(({groups}) => texts[Number(groups?.['line']) - 1] ?? '');
}

const texts = [
  '',
  'ok',
  'ok\n',
  'an ERROR here\nfine',
  'TERRORS\nxERROR_',
  'one\ntwo three\n',
  'a1-b2_c3 ]^x [y]',
  'ready   True\nnot',
  'ready\n\tTrue',
  'Up 3 minutes (healthy)\r\nUp 12 hours',
  'C:\\temp\\x {2} a{1,2} $5.00 100%',
  'foo bar foo-bar',
  'ünïcode ERROR é',
];

test.each([
  /ERROR/,
  /\bERROR\b/,
  /\b(?:ERROR|FATAL|foo)\b/,
  /^ok$/,
  /^ok$/m,
  /^ok\n$/,
  /^two\b/m,
  /three$/m,
  /ready\s+True/,
  /ready +True/,
  /[^a-z\n]b/,
  /[\]^x-] y|[\]^-]x/,
  /[\w-]+_c\d/,
  /\(healthy\)\s+Up \d{2,}/,
  /up \d+? hours/i,
  /\$\d+\.\d\d/,
  /C:\\temp/,
  /a\{1,2\}|\{2\}/,
  /foo\b bar/,
  /foo[- ]bar$/,
  /.{5}three/,
  /^(?<first>one)\n/,
  /^$/,
  /one.two/,
  /\x41|\u0042/,
  /é$/,
  /\W\D\S/,
])('%s finds the same with grep as here', (expression) => {
  expect(foundByGrep(expression)).toEqual(texts.filter((text) => expression.test(text)));
});

test.each([
  /(?=x)y/,
  /(?<!x)y/,
  /(a)\1/,
  /\p{L}/u,
  /a.b/s,
  /(?:\bERROR|x)/,
  /[é]/,
  /x\B/,
  /[\s\S]b/,
])('%s is refused rather than carried over wrongly', (expression) => {
  expect(() => toExtended(expression, true)).toThrow(NotCarriedError);
});

test('line by line, anchors are those of the line', () => {
  const pattern = toExtended(/^\d+ ERROR\b/, false);
  const found = execFileSync('grep', ['-cE', pattern], {input: '12 ERROR x\nERROR\n3 ERRORS\n'});
  expect(String(found).trim()).toBe('1');
});
