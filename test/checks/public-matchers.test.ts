import {readFile} from 'node:fs/promises';
import {parse} from 'yaml';
import {describe, expect, test} from 'vitest';
import {holds} from '../../source/checks/assertions/holds.ts';
import {parseAssertion} from '../../source/checks/assertions/parse-assertion.ts';

interface Matching {
  readonly content: unknown;
  readonly matches: unknown;
  readonly skip?: boolean;
  readonly 'as-reader'?: boolean;
}

/** What goss has and this program does not: versions, transformations by other query languages. */
const without: ReadonlySet<string> = new Set([
  'semver-constraint',
  'gjson',
  'have-key',
  'have-key-with-value',
  'xml',
]);

function isOurs(matcher: unknown): boolean {
  if (Array.isArray(matcher)) return matcher.every(isOurs);
  if (typeof matcher !== 'object' || matcher === null) return true;
  return Object.entries(matcher).every(([key, value]) => !without.has(key) && isOurs(value));
}

/** goss takes one value for a list of it. */
function unlisted(matcher: unknown): unknown {
  const isAlone = typeof matcher === 'object' && matcher !== null && 'contain-element' in matcher;
  return isAlone ? matcher['contain-element'] : matcher;
}

function literally(text: unknown): string {
  return String(text).replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

/** The same statement in the words of a checks file. */
function ours(matcher: unknown, isReader: boolean): unknown {
  const some = (one: unknown) =>
    isReader ? {count: {of: ours(one, false), is: {at_least: 1}}} : {any: ours(one, false)};
  const each = (list: unknown) => ({all: (list as readonly unknown[]).map(unlisted).map(some)});
  const same = (list: unknown) => (list as readonly unknown[]).map((one) => ours(one, isReader));
  if (Array.isArray(matcher))
    return isReader
      ? {
          all: matcher.map((one) => {
            const {negation, text} =
              /^(?<negation>!?)(?<text>[^]*)$/.exec(String(one))?.groups ?? {};
            const found = text?.startsWith('/') ? {matches: `${text}m`} : {contains: text};
            return negation === '!' ? {not: found} : found;
          }),
        }
      : each(matcher);
  if (typeof matcher !== 'object' || matcher === null) return {equals: matcher};
  const [[word, value] = ['', undefined]] = Object.entries(matcher);
  switch (word) {
    case 'and':
      return {all: same(value)};
    case 'or':
      return {any: same(value)};
    case 'not':
      return {not: ours(value, isReader)};
    case 'gt':
      return {above: value};
    case 'ge':
      return {at_least: value};
    case 'lt':
      return {below: value};
    case 'le':
      return {at_most: value};
    case 'have-prefix':
      return {matches: `/^${literally(value)}/`};
    case 'have-suffix':
      return {matches: `/${literally(value)}$/`};
    case 'match-regexp':
      return {matches: `/${String(value)}/`};
    case 'contain-substring':
      return {contains: value};
    case 'contain-element':
      return some(value);
    case 'contain-elements':
      return each(value);
    case 'consist-of':
      return {all: [...each(value).all, {length: (value as readonly unknown[]).length}]};
    case 'have-len':
      return {length: value};
    case 'equal':
      return {equals: value};
    default:
      throw new Error(`goss's "${word}" has no translation here.`);
  }
}

/** Whether the statement is true of the content; what is wrong with it is an error of the test. */
function judge({content, matches, 'as-reader': isReader = false}: Matching): boolean {
  const isText = typeof content === 'string';
  const report = ({message}: {readonly message: string}) => {
    throw new Error(message);
  };
  const place = {subject: 'it', shape: isText ? 'text' : 'json', path: [], report} as const;
  const assertion = parseAssertion(ours(matches, isReader), place);
  if (!assertion) throw new Error('The statement was not understood.');
  return holds(assertion, content, isText);
}

async function suite(name: string): Promise<readonly (readonly [string, Matching])[]> {
  const url = new URL(`../fixtures/public/goss/${name}.yaml`, import.meta.url);
  const {matching} = parse(await readFile(url, 'utf8')) as {
    readonly matching: Readonly<Record<string, Matching>>;
  };
  return Object.entries(matching).filter(([, one]) => one.skip !== true);
}

describe('the matcher tests of goss', () => {
  test.each([
    {name: 'matching_basic', isGood: true, tried: 14, of: 15, others: []},
    {name: 'matching_basic_failing', isGood: false, tried: 26, of: 27, others: []},
    {
      name: 'matching_transformers',
      isGood: true,
      tried: 9,
      of: 12,
      // It counts the line end at the end of an output, which is no part of what it says here.
      others: ['test_reader_using_string_matchers'],
    },
    {name: 'matching_transformers_failing', isGood: false, tried: 8, of: 18, others: []},
  ])('$name: $tried of $of', async ({name, isGood, tried, of, others}) => {
    const all = await suite(name);
    const ourOwn = all.filter(([, {matches}]) => isOurs(matches));
    const wrong = ourOwn.filter(([, one]) => judge(one) !== isGood).map(([key]) => key);
    expect([ourOwn.length, all.length, wrong]).toEqual([tried, of, others]);
  });
});
