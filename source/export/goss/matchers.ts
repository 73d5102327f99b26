import {isAmount} from '../../checks/assertions/amounts.ts';
import type {Assertion} from '../../checks/assertions/assertion.ts';
import {NotCarriedError, parseExpression, type Sequence} from '../pattern/parse-expression.ts';
import type {Quoting} from '../quoting.ts';

const comparisons = {below: 'lt', above: 'gt', at_least: 'ge', at_most: 'le'} as const;

function notSaid(what: string): never {
  throw new NotCarriedError(`goss cannot say ${what}`);
}

/** A statement about a whole number, as a matcher. */
export function numberMatcher(assertion: Assertion): unknown {
  switch (assertion.type) {
    case 'equals':
      return isAmount(assertion.value) ? assertion.value.value : notSaid('this of a number');
    case 'compares':
      return {[comparisons[assertion.how]]: assertion.than.value};
    case 'not':
      return {not: numberMatcher(assertion.of)};
    case 'all':
      return {and: assertion.of.map(numberMatcher)};
    case 'any':
      return {or: assertion.of.map(numberMatcher)};
    default:
      return notSaid(`"${assertion.type}" of a number`);
  }
}

/** A statement about true and false. */
export function flagValue(assertion: Assertion): boolean {
  switch (assertion.type) {
    case 'equals':
      return assertion.value === true;
    case 'not':
      return !flagValue(assertion.of);
    default:
      return notSaid(`"${assertion.type}" of true and false`);
  }
}

/** A text that is equal to one. */
export function equalText(assertion: Assertion, what: string): string {
  return assertion.type === 'equals'
    ? String(assertion.value)
    : notSaid(`more of ${what} than what it equals`);
}

/** Whether a sequence finds the same in a text as in its lines one by one. */
function isWithinLine(sequence: Sequence, isMultiline: boolean): boolean {
  return sequence.every(({atom}) => {
    switch (atom.type) {
      case 'literal':
        return !/[\n\r]/.test(atom.character);
      case 'set':
        return atom.set.isNegated
          ? atom.set.ranges.some(([from, to]) => from <= '\n' && to >= '\n')
          : !atom.set.ranges.some(([from, to]) => from <= '\n' && to >= '\n');
      case 'start':
      case 'end':
        return isMultiline;
      case 'group':
        return atom.alternatives.every((one) => isWithinLine(one, isMultiline));
      default:
        return true;
    }
  });
}

/** goss looks at a text line by line, with the regular expressions of Go. */
function linePattern(expression: RegExp, isOfLines: boolean, {hasReference}: Quoting): string {
  const {source, flags} = expression;
  if (hasReference(source)) notSaid('a value of the environment inside a pattern');
  let parsed: readonly Sequence[];
  try {
    parsed = parseExpression(expression);
  } catch (error) {
    if (error instanceof NotCarriedError) notSaid(error.message.replace(/ has no equal.*/, ''));
    throw error;
  }
  const isMultiline = isOfLines || flags.includes('m');
  if (!parsed.every((one) => isWithinLine(one, isMultiline)))
    notSaid(`/${source}/${flags}, which may go beyond a line`);
  // Go has no \uXXXX and no named groups without a P, and a slash stands for itself there.
  const written = source
    .replace(/\\u(?<code>[0-9a-fA-F]{4})/g, String.raw`\x{$<code>}`)
    .replace(/\(\?<(?=[A-Za-z_$])/g, '(?P<')
    .replaceAll(String.raw`\/`, '/');
  return `/${flags.includes('i') ? '(?i)' : ''}${written}/`;
}

/** A text that goss would take for a pattern or its opposite. */
function plainPart(part: string): string {
  if (/[\n\r]/.test(part)) notSaid('a text that goes over several lines');
  if (part.startsWith('/') && part.endsWith('/') && part.length > 1)
    return `/${part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)}/`;
  return part.startsWith('!') ? `\\${part}` : part;
}

/**
 * A statement about a text as the list of patterns that all have to hold.
 * @throws NotCarriedError
 */
export function textPatterns(assertion: Assertion, quoting: Quoting, isOfLines = false): string[] {
  switch (assertion.type) {
    case 'contains':
      return [plainPart(String(assertion.part))];
    case 'matches':
      return [linePattern(assertion.pattern.expression, isOfLines, quoting)];
    case 'all':
      return assertion.of.flatMap((one) => textPatterns(one, quoting, isOfLines));
    case 'not': {
      const [only, ...others] = textPatterns(assertion.of, quoting, isOfLines);
      return only === undefined || others.length > 0 || only.startsWith('!')
        ? notSaid('"not" of several things')
        : [`!${only}`];
    }
    case 'any':
      return assertion.of.length === 1 && assertion.of[0]
        ? textPatterns(assertion.of[0], quoting, isOfLines)
        : notSaid('"any" of a text');
    case 'equals':
      return notSaid('what a whole text equals');
    default:
      return notSaid(`"${assertion.type}" of a text`);
  }
}
