import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Code, Heading} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {CheckResult} from '../../../source/checks/check-result.ts';
import {kinds} from '../../../source/checks/kinds/check-kinds.ts';
import {lintFile} from '../../../source/checks/lint/lint-file.ts';
import {readChecksFile} from '../../../source/checks/read-checks-file.ts';
import {runChecks} from '../../../source/checks/run.ts';
import {provableItems} from '../../../source/services/checks/provable-items.ts';
import {readPage, root} from '../../house/docs-pages.ts';
import {hasGoss} from '../goss/gossfiles.ts';
import {hasOpenssl} from '../servers/certificates.ts';
import {startRealThings, type RealThings, type Values} from './real-things.ts';

interface Example {
  readonly heading: string;
  readonly yaml: string;
}

/** The checks files on the page, each with the heading above it. */
function examplesOn(page: string): Example[] {
  const found: Example[] = [];
  let heading = '';
  visit(readPage(page), (node) => {
    if (node.type === 'heading') heading = toString(node satisfies Heading);
    if (node.type === 'code' && node.lang === 'yaml')
      found.push({heading, yaml: (node satisfies Code).value});
  });
  return found;
}

const examples = examplesOn(path.join('docs', 'checks.md'));

/** Examples that need a program which is not on every machine. */
const needed: Readonly<Record<string, boolean>> = {goss: hasGoss, tls: hasOpenssl};

type Outcomes = ReadonlyMap<string, readonly CheckResult[]>;

let things: RealThings;
let whole: Outcomes;
let broken: Outcomes;

/** Runs every example as a person would who has put in the values of the system. */
async function runAll(values: Values, isMet: boolean): Promise<Outcomes> {
  const attestation = {by: 'J. Ruiz', at: new Date().toISOString(), isMet};
  const runs = examples.map(async ({heading, yaml}) => {
    const file = await things.folder.write(`${heading}.example`, yaml);
    const read = await readChecksFile(file, {vars: values});
    const attestations = new Map(read.checks.map(({name}) => [name, attestation]));
    const {results} = await runChecks(read, {attestations});
    return [heading, results] as const;
  });
  return new Map(await Promise.all(runs));
}

beforeAll(async () => {
  things = await startRealThings();
  whole = await runAll(things.values, true);
  const values = {...things.values, ...(await things.breakAll())};
  broken = await runAll(values, false);
});

afterAll(async () => {
  await things[Symbol.asyncDispose]();
});

function told(results: readonly CheckResult[] = []): string[] {
  return results.map(({name, outcome, message}) => `${name}: ${outcome}, ${message}`);
}

function isOutcome(...words: readonly string[]) {
  return ({outcome}: CheckResult) => words.includes(outcome);
}

it('every kind has an example on the page, and each heading at most one', () => {
  const headings = examples.map(({heading}) => heading);
  expect(headings).toEqual(expect.arrayContaining([...kinds.keys()]));
  expect(new Set(headings).size).toBe(headings.length);
});

describe.each(examples)('the example of "$heading"', ({heading}) => {
  const isHere = needed[heading] ?? true;

  it.runIf(isHere)('passes where the system is well', () => {
    const results = whole.get(heading);
    expect(results?.length).toBeGreaterThan(0);
    expect(
      results?.filter((one) => !isOutcome('pass')(one)),
      told(results).join('\n'),
    ).toEqual([]);
  });

  it.runIf(isHere)('does not pass where it is broken', () => {
    const results = broken.get(heading);
    const isGood = isOutcome('pass', 'unknown');
    expect(results?.filter(isGood), told(results).join('\n')).toEqual([]);
    expect(results?.some(isOutcome('fail', 'warn', 'waived'))).toBe(true);
  });
});

it('the schema takes what the page shows', async () => {
  const {checksFileJsonSchema} = await import('../../../source/checks/schema/file-schema.ts');
  const {Ajv2020} = await import('ajv/dist/2020.js');
  const {parse} = await import('yaml');
  const validate = new Ajv2020({strict: false, validateFormats: false}).compile(
    checksFileJsonSchema(),
  );
  const wrong = examples.filter(({yaml}) => !validate(parse(yaml)));
  expect(wrong.map(({heading}) => heading)).toEqual([]);
});

it('the template has nothing doubtful in it, and begins with what most systems need', async () => {
  const template = readFileSync(path.join(root, 'templates', 'handoff.yaml'));
  const read = await readChecksFile(await things.folder.write('template', template));
  expect(await lintFile(read, await provableItems(undefined))).toEqual([]);
  const usual = ['http', 'tls', 'tcp', 'service', 'disk', 'log', 'file', 'command'];
  expect(read.checks.map(({kind}) => kind).slice(0, usual.length)).toEqual(usual);
});
