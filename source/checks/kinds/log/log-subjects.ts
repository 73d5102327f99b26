import {formatBytes} from '../../assertions/amounts.ts';
import type {Assertion} from '../../assertions/assertion.ts';
import {assertionForm, type Form} from '../../assertions/forms.ts';
import {holds} from '../../assertions/holds.ts';
import {parseAssertion} from '../../assertions/parse-assertion.ts';
import {literalPattern, readPattern, type Pattern} from '../../assertions/pattern.ts';
import type {Judgement, Subject, SubjectPlace} from '../../assertions/subject.ts';
import {inWords} from '../../assertions/in-words.ts';

/** How many lines matched a pattern, and the first few of them. */
export interface Tally {
  readonly pattern: Pattern;
  count: number;
  readonly samples: string[];
}

/** The tallies by what the person wrote as pattern. */
export interface Scanned {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly bytes: number;
  readonly remark?: string | undefined;
  /** What was to be looked at and could not be; there may be any number of matching lines in it. */
  readonly unseen?: string | undefined;
}

function parsePattern(input: unknown, {path, report, subject}: SubjectPlace): Pattern | undefined {
  if (typeof input !== 'string' || input === '') {
    report({
      path,
      message: `"${subject}" takes a pattern such as /ERROR/, or the text to be found.`,
    });
    return undefined;
  }
  const reading = readPattern(input);
  if (reading.type === 'problem') {
    report({path, message: reading.message});
    return undefined;
  }
  return reading.type === 'pattern' ? reading.pattern : literalPattern(input);
}

/** One entry or a list of at least one. */
function parseEntries<Entry>(
  input: unknown,
  place: SubjectPlace,
  parse: (entry: unknown, place: SubjectPlace) => Entry | undefined,
): readonly Entry[] | undefined {
  if (Array.isArray(input) && input.length === 0) {
    place.report({path: place.path, message: `Nothing is listed under "${place.subject}".`});
    return undefined;
  }
  const parsed = Array.isArray(input)
    ? input.map((entry: unknown, index) => parse(entry, {...place, path: place.path.concat(index)}))
    : [parse(input, place)];
  return parsed.every((entry) => entry !== undefined) ? parsed : undefined;
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

function seen(tally: Tally | undefined, bytes: number): string {
  const [first] = tally?.samples ?? [];
  return tally && first !== undefined
    ? `${lines(tally.count)}, the first: ${first.trim()}`
    : `no such line in ${formatBytes(bytes)}`;
}

function oneOrMore(entry: Form): Form {
  return {anyOf: [entry, {type: 'array', minItems: 1, items: entry}]};
}

const patternForm: Form = {type: 'string', minLength: 1, title: 'pattern'};

/** Judges a number of lines of which there may be more where nobody looked. */
function judgeCount(
  {text}: Pattern,
  isGood: (count: number) => boolean,
  measured: Scanned | undefined,
): Pick<Judgement, 'actual' | 'remark' | 'isMet' | 'isUnknown'> {
  if (!measured) return {actual: 'not measured', isMet: false};
  const {tallies, bytes, remark, unseen} = measured;
  const tally = tallies.get(text);
  const count = tally?.count ?? 0;
  const told = {actual: seen(tally, bytes), remark};
  const [isMet, isAlsoOfMore] = [isGood(count), isGood(Number.MAX_SAFE_INTEGER)];
  if (unseen === undefined || isMet === isAlsoOfMore) return {...told, isMet};
  return {
    ...told,
    actual: `not known: ${unseen}`,
    isMet: false,
    isUnknown: true,
  };
}

function patternsSubject(
  expected: string,
  isGood: (count: number) => boolean,
): Subject<readonly Pattern[], Scanned> {
  return {
    form: oneOrMore(patternForm),
    parse: (input, place) => parseEntries(input, place, parsePattern),
    judge: (patterns, measured, subject) =>
      patterns.map((pattern): Judgement => ({
        subject: `${subject} ${pattern.text}`,
        expected,
        ...judgeCount(pattern, isGood, measured),
      })),
  };
}

/** No line may match. */
export const forbidSubject = patternsSubject('no such line', (count) => count === 0);

/** At least one line must match. */
export const requireSubject = patternsSubject('such a line', (count) => count > 0);

interface Counted {
  readonly pattern: Pattern;
  readonly count: Assertion;
}

function parseCounted(input: unknown, place: SubjectPlace): Counted | undefined {
  const {path, report, subject} = place;
  const entry = typeof input === 'object' && input !== null ? Object.entries(input) : [];
  const unknown = entry.find(([key]) => key !== 'pattern' && key !== 'count')?.[0];
  const values = new Map<string, unknown>(entry);
  if (unknown !== undefined || !values.has('pattern') || !values.has('count')) {
    const message = `"${subject}" takes {pattern: /…/, count: {below: 5}}.`;
    report(
      unknown === undefined
        ? {path, message}
        : {path: path.concat(unknown), isAtKey: true, message},
    );
    return undefined;
  }
  const pattern = parsePattern(values.get('pattern'), {...place, path: path.concat('pattern')});
  const count = parseAssertion(values.get('count'), {
    subject: 'count',
    shape: 'number',
    path: path.concat('count'),
    report,
  });
  return pattern && count && {pattern, count};
}

/** The number of matching lines. */
export const matchesSubject: Subject<readonly Counted[], Scanned> = {
  form: oneOrMore({
    type: 'object',
    required: ['pattern', 'count'],
    additionalProperties: false,
    properties: {pattern: patternForm, count: assertionForm('number')},
  }),
  parse: (input, place) => parseEntries(input, place, parseCounted),
  judge: (entries, measured, subject) =>
    entries.map(({pattern, count}): Judgement => ({
      subject: `${subject} ${pattern.text}`,
      expected: `count ${inWords(count)}`,
      ...judgeCount(pattern, (number) => holds(count, number), measured),
    })),
};

/** The patterns that a statement of one of these subjects speaks of. */
export function patternsOf(statement: unknown): readonly Pattern[] {
  const entries = statement as readonly (Pattern | Counted)[];
  return entries.map((entry) => ('pattern' in entry ? entry.pattern : entry));
}
