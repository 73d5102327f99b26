import {isAmount} from '../checks/assertions/amounts.ts';
import type {Assertion} from '../checks/assertions/assertion.ts';
import type {JsonPath, Step} from '../checks/assertions/json-path.ts';
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

function stepsOf(steps: readonly Step[]): string {
  const parts = steps.map((step) => {
    switch (step.type) {
      case 'name': {
        const name = JSON.stringify(step.name);
        return `map(objects | select(has(${name})) | .[${name}])`;
      }
      case 'index':
        return `map(arrays | select(length ${step.index < 0 ? `>= ${-step.index}` : `> ${step.index}`}) | .[${step.index}])`;
      case 'every':
        return 'map(if type == "array" or type == "object" then .[] else empty end)';
      default:
        return step satisfies never;
    }
  });
  return ['[.]', ...parts].join(' | ');
}

function amountKind(dimension: string): string {
  return JSON.stringify(dimension === 'percent' ? 'number' : dimension);
}

const signs = {below: '<', above: '>', at_least: '>=', at_most: '<='} as const;

/** A statement about the value `.` of jq; `$there` says whether the path leads to one. */
function statement(assertion: Assertion, writer: JqWriter): string {
  switch (assertion.type) {
    case 'equals':
      return isAmount(assertion.value)
        ? `(amount(${amountKind(assertion.value.dimension)}) == ${data(assertion.value.value, writer)})`
        : `(. == ${data(assertion.value, writer)})`;
    case 'compares': {
      const {value, dimension} = assertion.than;
      return `(amount(${amountKind(dimension)}) | . != null and . ${signs[assertion.how]} ${data(value, writer)})`;
    }
    case 'matches': {
      if (writer.quoting.hasReference(assertion.pattern.expression.source))
        throw new NotCarriedError('a value of the environment inside a pattern');
      const {source, flags} = toOniguruma(assertion.pattern.expression);
      return `(plain | . != null and test(${JSON.stringify(source)}; ${JSON.stringify(flags)}))`;
    }
    case 'contains': {
      const part = data(assertion.part, writer);
      const asText = data(String(assertion.part), writer);
      return `(if type == "array" then any(.[]; . == ${part}) else (plain | . != null and contains(${asText})) end)`;
    }
    case 'consists':
      return 'false';
    case 'not':
      return `(${statement(assertion.of, writer)} | not)`;
    case 'all':
      return `(${assertion.of.map((one) => statement(one, writer)).join(' and ')})`;
    case 'any':
      return `(${assertion.of.map((one) => statement(one, writer)).join(' or ')})`;
    case 'each':
      return `(type == "array" and length > 0 and all(.[]; ${statement(assertion.of, writer)}))`;
    case 'some':
      return `(type == "array" and any(.[]; ${statement(assertion.of, writer)}))`;
    default:
      return assertion satisfies never;
  }
}

/**
 * A program for jq that says true when a statement about what a path leads to is true.
 * @throws NotCarriedError
 */
export function jqProgram({steps}: JsonPath, assertion: Assertion, writer: JqWriter): string {
  const isList = steps.some(({type}) => type === 'every');
  // In JSON, null and absent both mean that there is nothing, so an absent value is a null.
  return `${stepsOf(steps)}${isList ? '' : ' | .[0]'} | ${statement(assertion, writer)}`;
}
