import {isAmount} from '../checks/assertions/amounts.ts';
import type {Assertion} from '../checks/assertions/assertion.ts';
import {truthOf} from '../checks/assertions/holds.ts';
import {queryOf} from '../checks/assertions/json-path.ts';
import {jqSteps} from './json-steps.ts';
import {toOniguruma} from './pattern/to-oniguruma.ts';
import {NotCarriedError} from './pattern/parse-expression.ts';
import type {Quoting} from './quoting.ts';

/** Texts for jq stand in variables of it where the environment has a part in them. */
export interface JqWriter {
  readonly quoting: Quoting;
  /** Words of the shell for `$a1`, `$a2` and so on. */
  readonly texts: string[];
}

function text(value: string, {quoting, texts}: JqWriter): string {
  if (!quoting.hasReference(value)) return JSON.stringify(value);
  texts.push(quoting.word(value));
  return `$a${texts.length}`;
}

/** A value as jq writes it. */
function data(value: unknown, writer: JqWriter): string {
  if (typeof value === 'bigint')
    throw new NotCarriedError('a whole number of more than 15 digits, which not every jq keeps,');
  if (typeof value === 'string') return text(value, writer);
  if (Array.isArray(value)) return `[${value.map((one) => data(one, writer)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, one]) => `${JSON.stringify(key)}: ${data(one, writer)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  const written = JSON.stringify(value ?? null);
  if (typeof value === 'number' && writer.quoting.hasReference(written)) {
    writer.texts.push(writer.quoting.word(written));
    return `($a${writer.texts.length} | tonumber)`;
  }
  return written;
}

function amountKind(dimension: string): string {
  return JSON.stringify(dimension === 'percent' ? 'number' : dimension);
}

const signs = {below: '<', above: '>', at_least: '>=', at_most: '<='} as const;

/** A statement about the value `.` of jq: true, false, or null where that cannot be told. */
function statement(assertion: Assertion, writer: JqWriter): string {
  switch (assertion.type) {
    case 'equals': {
      if (!isAmount(assertion.value)) return `same(${data(assertion.value, writer)})`;
      const {value, exact, dimension} = assertion.value;
      return `(amount(${amountKind(dimension)}) == ${data(exact ?? value, writer)})`;
    }
    case 'compares': {
      const {value, exact, dimension} = assertion.than;
      const than = data(exact ?? value, writer);
      return `(amount(${amountKind(dimension)}) | if . == null then null else . ${signs[assertion.how]} ${than} end)`;
    }
    case 'matches': {
      if (writer.quoting.hasReference(assertion.pattern.expression.source))
        throw new NotCarriedError('a value of the environment inside a pattern');
      const {source, flags} = toOniguruma(assertion.pattern.expression);
      return `(plain | if . == null then null else test(${JSON.stringify(source)}; ${JSON.stringify(flags)}) end)`;
    }
    case 'contains': {
      const part = data(assertion.part, writer);
      const asText = data(String(assertion.part), writer);
      return `(if type == "array" then any(.[]; same(${part})) else (plain | if . == null then null else contains(${asText}) end) end)`;
    }
    case 'consists':
      return 'null';
    case 'not':
      return `(${statement(assertion.of, writer)} | if . == null then null else not end)`;
    case 'all':
      return `([${assertion.of.map((one) => statement(one, writer)).join(', ')}] | all_of)`;
    case 'any':
      return `([${assertion.of.map((one) => statement(one, writer)).join(', ')}] | any_of)`;
    case 'each':
      return `(if type == "array" and length > 0 then (map(${statement(assertion.of, writer)}) | all_of) else null end)`;
    case 'some':
      return `(if type == "array" then (map(${statement(assertion.of, writer)}) | any_of) else null end)`;
    case 'length':
      return `(size | if . == null then null else ${statement(assertion.is, writer)} end)`;
    case 'count':
      return `(if type == "array" then (map(${statement(assertion.of, writer)}) | [(map(select(. == true)) | length), (map(select(. != false)) | length)] | map(${statement(assertion.is, writer)}) | if .[0] == .[1] then .[0] else null end) else null end)`;
    default:
      return assertion satisfies never;
  }
}

/**
 * A program for jq that says true when a statement about what a path leads to is true.
 * @throws NotCarriedError
 */
export function jqProgram(path: string, assertion: Assertion, writer: JqWriter): string {
  const query = queryOf(path);
  const pick = query.singularQuery() ? '.[0] | ' : '';
  // Of what is not there, only that it is nothing is true.
  const absent = String(truthOf(assertion, undefined) === true);
  return `${jqSteps(query)} | if . == null then ${absent} else (${pick}${statement(assertion, writer)}) end`;
}
