import {z} from 'zod';

/** What goss said of one property. */
export interface GossProperty {
  /** Such as `file /etc/passwd mode`. */
  readonly name: string;
  readonly state: 'met' | 'unmet' | 'skipped';
  readonly expected: string;
  readonly found: string;
}

export interface GossReport {
  readonly properties: readonly GossProperty[];
  readonly failed: number;
  readonly skipped: number;
}

const text = z.string().nullish();

/** Of goss 0.3 and 0.4, what we look at; `matcher-result` is of 0.4, `expected` and `found` of 0.3. */
const result = z.looseObject({
  'resource-type': z.string(),
  'resource-id': z.string(),
  property: z.string(),
  successful: z.boolean(),
  skipped: z.boolean().optional(),
  result: z.number().optional(),
  title: text,
  err: z.unknown().optional(),
  'summary-line': text,
  'matcher-result': z
    .looseObject({
      actual: z.unknown().optional(),
      expected: z.unknown().optional(),
      message: text,
      'missing-elements': z.unknown().optional(),
    })
    .nullish(),
  expected: z.unknown().optional(),
  found: z.unknown().optional(),
});

const report = z.looseObject({results: z.array(result).nullable()});

type Result = z.infer<typeof result>;

/** `result` of goss: 0 met, 1 not met, 2 skipped. */
const skippedResult = 2;

function stateOf({successful, skipped = false, result: number}: Result): GossProperty['state'] {
  if (skipped || number === skippedResult) return 'skipped';
  return successful ? 'met' : 'unmet';
}

/** As goss writes values, and a list of one by its entry. */
function told(value: unknown): string {
  if (Array.isArray(value) && value.length === 1) return told(value[0]);
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function errorOf(err: unknown): string | undefined {
  if (err === null || err === undefined || err === '') return undefined;
  return typeof err === 'string' ? err : JSON.stringify(err);
}

/** Of how goss compared, what a bare value says as well. */
const isEqual = /^to (?:equal|be numerically eq)$/;

/** How goss compared, where it is more than equal: `to have patterns`. */
function expectedOf({'matcher-result': matched, expected}: Result, isMet: boolean): string {
  if (!matched) return told(expected);
  const said = isMet ? '' : (matched.message ?? '');
  const how = isEqual.test(said) ? '' : said;
  return [how, told(matched.expected)].filter(Boolean).join(' ');
}

/** Of a stream that it read goss has no text, only what was missing in it, or its own words. */
function foundOf(one: Result, state: GossProperty['state']): string {
  const error = errorOf(one.err);
  if (error !== undefined) return `an error: ${error}`;
  const {'matcher-result': matched} = one;
  const actual = matched ? matched.actual : one.found;
  const isStream =
    (typeof actual === 'string' && actual.startsWith('object: ')) ||
    (typeof actual === 'object' && actual !== null && Object.keys(actual).length === 0);
  if (!isStream) return told(actual);
  const missing = matched?.['missing-elements'] ?? undefined;
  if (state === 'met') return 'as expected';
  return missing === undefined ? (one['summary-line'] ?? 'not') : `without ${told(missing)}`;
}

function resourceOf(one: Result): string {
  return `${one['resource-type'].toLowerCase()} ${one['resource-id']}`;
}

function readProperty(one: Result): GossProperty {
  const state = stateOf(one);
  const {title, property} = one;
  const own = `${resourceOf(one)} ${property}`;
  const name = title ? `${title} (${own})` : own;
  return state === 'skipped'
    ? {name, state, expected: 'to be looked at', found: 'skipped by goss'}
    : {name, state, expected: expectedOf(one, state === 'met'), found: foundOf(one, state)};
}

/** The last thing that a program said, without the time that goss puts before it. */
function lastLine(said: string): string {
  const line = said.trim().split('\n').at(-1) ?? '';
  return line.replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /, '').replace(/^Error: /, '');
}

/** What goss says when it could not do what it was asked. */
export function gossComplaint(stdout: string, stderr: string): string {
  return lastLine(stdout) || lastLine(stderr) || 'it said nothing';
}

function parsed(stdout: string): z.infer<typeof report> | undefined {
  try {
    return report.safeParse(JSON.parse(stdout)).data;
  } catch {
    return undefined;
  }
}

/** Reads what `goss validate --format json` wrote, or tells why nothing can be said. */
export function readReport(stdout: string, stderr: string, exit: number): GossReport | string {
  const read = parsed(stdout);
  if (!read) return `goss gave no results (exit code ${exit}): ${gossComplaint(stdout, stderr)}`;
  // goss tests many at once and tells them as they end; the properties of one are in order.
  const results = (read.results ?? []).toSorted((a, b) =>
    resourceOf(a).localeCompare(resourceOf(b), 'en'),
  );
  const properties = results.map(readProperty);
  const count = (state: GossProperty['state']) =>
    properties.filter((property) => property.state === state).length;
  const [failed, skipped] = [count('unmet'), count('skipped')];
  if (properties.length === skipped)
    return skipped === 0
      ? 'goss looked at nothing: the gossfile has no property to test.'
      : `goss looked at nothing: all was skipped (${skipped}).`;
  if (failed === 0 && exit !== 0)
    return `goss ended with exit code ${exit} although nothing failed: ${gossComplaint('', stderr)}`;
  return {properties, failed, skipped};
}
