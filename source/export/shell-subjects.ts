import {isAmount} from '../checks/assertions/amounts.ts';
import type {Assertion} from '../checks/assertions/assertion.ts';
import {leavesOf, type Leaf} from '../checks/assertions/leaves.ts';
import {bytePattern} from './pattern/byte-pattern.ts';
import {NotCarriedError} from './pattern/parse-expression.ts';
import type {Quoting} from './quoting.ts';

/** Where the script has what was measured. */
export type Place =
  /** A variable with a number in the unit that statements have: milliseconds, bytes. */
  | {readonly type: 'number'; readonly variable: string; readonly dimension: string}
  /** A variable with `true` or `false`. */
  | {readonly type: 'flag'; readonly variable: string}
  /** A file with a text; when it is missing, nothing was measured. */
  | {readonly type: 'text'; readonly file: string}
  /** A file with one entry a line, and the function that makes a text comparable with them. */
  | {
      readonly type: 'list';
      readonly file: string;
      readonly fold?: string;
      readonly isCaseless?: boolean;
    };

/** What a condition needs besides itself: functions that stand before the check. */
export interface ShellWriter {
  readonly quoting: Quoting;
  /** Adds a function with this body and gives its name. */
  readonly define: (body: string) => string;
}

export function both(conditions: readonly string[], operator: '&&' | '||'): string {
  return conditions.length === 1
    ? (conditions[0] ?? 'false')
    : `{ ${conditions.join(` ${operator} `)}; }`;
}

/** How a part of a statement is said, and what must hold for it to be told at all. */
export interface LeafWriter {
  readonly isTrue: (leaf: Leaf) => string;
  /** Undefined: it always can be told. */
  readonly isKnown?: ((leaf: Leaf) => string | undefined) | undefined;
}

/** The condition that a statement is surely true, or surely untrue. */
function surely(assertion: Assertion, wanted: boolean, writer: LeafWriter): string {
  switch (assertion.type) {
    case 'not':
      return surely(assertion.of, !wanted, writer);
    case 'all':
    case 'any': {
      const operator = (assertion.type === 'all') === wanted ? '&&' : '||';
      return both(
        assertion.of.map((one) => surely(one, wanted, writer)),
        operator,
      );
    }
    default: {
      if (wanted) return writer.isTrue(assertion);
      const known = writer.isKnown?.(assertion);
      const untrue = `! { ${writer.isTrue(assertion)}; }`;
      return known === undefined ? untrue : `{ ${known} && ${untrue}; }`;
    }
  }
}

/** A condition of the shell for a statement, by what it says of the parts it is made of. */
export function decided(assertion: Assertion, writer: LeafWriter): string {
  return surely(assertion, true, writer);
}

const plainDimensions: ReadonlySet<string> = new Set(['number', 'percent']);

/** Whether units of two dimensions can be compared at all. */
function isComparable(own: string, other: string): boolean {
  return own === other || (plainDimensions.has(own) && plainDimensions.has(other));
}

function wantedNumber(value: unknown): number | bigint | undefined {
  if (typeof value === 'number') return value;
  return isAmount(value) ? (value.exact ?? value.value) : undefined;
}

function numberLeaf(leaf: Leaf, place: Extract<Place, {type: 'number'}>, {word}: Quoting): string {
  const value = `"$${place.variable}"`;
  switch (leaf.type) {
    case 'compares':
      return isComparable(place.dimension, leaf.than.dimension)
        ? `number ${value} ${leaf.how} ${word(String(leaf.than.value))}`
        : 'false';
    case 'equals': {
      const wanted = wantedNumber(leaf.value);
      const dimension = isAmount(leaf.value) ? leaf.value.dimension : 'number';
      return wanted !== undefined && isComparable(place.dimension, dimension)
        ? `number ${value} equals ${word(String(wanted))}`
        : 'false';
    }
    case 'matches':
      throw new NotCarriedError('a pattern over a number');
    default:
      return 'false';
  }
}

export function patternWords(expression: RegExp, {quoting}: ShellWriter, isWhole = true): string {
  if (quoting.hasReference(expression.source))
    throw new NotCarriedError('a value of the environment inside a pattern');
  const {extended, flags} = bytePattern(expression, isWhole);
  return `${quoting.word(extended)}${flags === '' ? '' : ` ${flags}`}`;
}

/** What is said of a text that lies in a file. */
export function textLeaf(leaf: Leaf, file: string, writer: ShellWriter): string {
  const {word} = writer.quoting;
  switch (leaf.type) {
    case 'equals':
      if (typeof leaf.value === 'bigint')
        throw new NotCarriedError('a whole number of more than 15 digits');
      return typeof leaf.value === 'number'
        ? `is_number ${file} ${word(String(leaf.value))}`
        : `is_text ${file} ${word(String(leaf.value).replace(/[\r\n]+$/, ''))}`;
    case 'compares':
      return `compares ${file} ${leaf.how} ${word(String(leaf.than.value))} ${leaf.than.dimension}`;
    case 'matches':
      return `matches ${file} ${patternWords(leaf.pattern.expression, writer)}`;
    case 'contains':
      return `contains ${file} ${word(String(leaf.part))}`;
    case 'length':
    case 'count':
      throw new NotCarriedError(`"${leaf.type}" of a text`);
    // A text is no list.
    case 'consists':
    case 'each':
    case 'some':
      return 'false';
    default:
      return leaf satisfies never;
  }
}

/** Whether it can be told at all what is said of a text. */
export function textKnown(leaf: Leaf, file: string): string | undefined {
  switch (leaf.type) {
    case 'compares':
      return `compares ${file} known 0 ${leaf.than.dimension}`;
    case 'consists':
    case 'each':
    case 'some':
      return 'false';
    default:
      return undefined;
  }
}

function listLeaf(leaf: Leaf, place: Extract<Place, {type: 'list'}>, writer: ShellWriter): string {
  const {quoting} = writer;
  const word = (text: string): string => {
    if (/[\n\r]/.test(text)) throw new NotCarriedError('an entry with a line end in it');
    return place.fold === undefined
      ? quoting.word(text)
      : `"$(${place.fold} ${quoting.word(text)})"`;
  };
  switch (leaf.type) {
    case 'contains':
      return `list_has ${place.file} ${word(String(leaf.part))}`;
    case 'consists':
      return leaf.of.length === 0
        ? `[ ! -s "$_tmp/${place.file}" ]`
        : `list_is ${place.file} ${leaf.of.map(word).join(' ')}`;
    case 'each':
    case 'some': {
      const name = writer.define(
        decided(leaf.of, {
          isTrue: (one) => entryLeaf(one, place, writer),
          isKnown: (one) => textKnown(one, 'entry'),
        }),
      );
      return `entries ${place.file} ${leaf.type === 'each' ? 'all' : 'any'} ${name}`;
    }
    case 'length':
    case 'count':
      throw new NotCarriedError(`"${leaf.type}" of a list`);
    default:
      return 'false';
  }
}

function entryLeaf(
  leaf: Leaf,
  {fold, isCaseless}: Extract<Place, {type: 'list'}>,
  writer: ShellWriter,
): string {
  if (leaf.type === 'matches' && isCaseless) {
    const {source, flags} = leaf.pattern.expression;
    const expression = new RegExp(source, [...new Set(`${flags}i`)].join(''));
    return `matches entry ${patternWords(expression, writer)}`;
  }
  if (fold !== undefined && (leaf.type === 'equals' || leaf.type === 'contains')) {
    const text = String(leaf.type === 'equals' ? leaf.value : leaf.part);
    const how = leaf.type === 'equals' ? 'is_text' : 'contains';
    return `${how} entry "$(${fold} ${writer.quoting.word(text)})"`;
  }
  return textLeaf(leaf, 'entry', writer);
}

function flagLeaf(leaf: Leaf, {variable}: Extract<Place, {type: 'flag'}>): string {
  return leaf.type === 'equals' ? `[ "$${variable}" = ${String(leaf.value)} ]` : 'false';
}

/** Whether it can be told at all what is said of a list. */
function listKnown(leaf: Leaf, {file}: Extract<Place, {type: 'list'}>): string | undefined {
  switch (leaf.type) {
    case 'contains':
    case 'consists':
      return undefined;
    case 'each':
    case 'some': {
      const isPlain = leavesOf(leaf.of).every(({type}) =>
        ['equals', 'contains', 'matches'].includes(type),
      );
      if (!isPlain) throw new NotCarriedError('"not" of what may not be told of an entry');
      return leaf.type === 'each' ? `[ -s "$_tmp/${file}" ]` : undefined;
    }
    default:
      return 'false';
  }
}

function numberKnown(leaf: Leaf, place: Extract<Place, {type: 'number'}>): string | undefined {
  return leaf.type === 'compares' && !isComparable(place.dimension, leaf.than.dimension)
    ? 'false'
    : undefined;
}

function saysNot(assertion: Assertion): boolean {
  switch (assertion.type) {
    case 'not':
      return true;
    case 'all':
    case 'any':
      return assertion.of.some(saysNot);
    case 'each':
    case 'some':
    case 'count':
      return saysNot(assertion.of);
    default:
      return false;
  }
}

/** Nothing that was not measured makes a statement true, not even one with "not". */
function measured(place: Place, assertion: Assertion, condition: string): string {
  if (place.type !== 'list' && !saysNot(assertion)) return condition;
  const isThere =
    place.type === 'text' || place.type === 'list'
      ? `[ -e "$_tmp/${place.file}" ]`
      : `[ -n "$${place.variable}" ]`;
  return `${isThere} && ${condition}`;
}

/**
 * A condition of the shell that is true when a statement is.
 * @throws NotCarriedError
 */
export function conditionFor(assertion: Assertion, place: Place, writer: ShellWriter): string {
  const condition = decided(assertion, {
    isTrue(leaf) {
      switch (place.type) {
        case 'number':
          return numberLeaf(leaf, place, writer.quoting);
        case 'flag':
          return flagLeaf(leaf, place);
        case 'text':
          return textLeaf(leaf, place.file, writer);
        case 'list':
          return listLeaf(leaf, place, writer);
        default:
          return place satisfies never;
      }
    },
    isKnown(leaf) {
      if (place.type === 'text') return textKnown(leaf, place.file);
      if (place.type === 'number') return numberKnown(leaf, place);
      return place.type === 'list' ? listKnown(leaf, place) : undefined;
    },
  });
  return measured(place, assertion, condition);
}
