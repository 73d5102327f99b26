import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';
import {goFloat, goInt, type GoValue} from './go-value.ts';

/** More entries than any gossfile has; aliases of aliases could make billions of them. */
const most = 1_000_000;

const constants: ReadonlyMap<string, GoValue> = new Map<string, GoValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, null] as const),
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((text) => [text, goFloat(NaN)] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(
    (text) => [text, goFloat(Infinity)] as const,
  ),
  ...['-.inf', '-.Inf', '-.INF'].map((text) => [text, goFloat(-Infinity)] as const),
]);

const based = /^(?<sign>[+-]?)0(?:x(?<hex>[\da-f]+)|b(?<binary>[01]+)|o?(?<octal>[0-7]+))$/i;
const whole = /^[+-]?(?:0|[1-9]\d*)$/;
const float = /^[+-]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[+-]?\d+)?$/i;

/**
 * What a bare word of YAML is to goss: its library reads YAML 1.2 with some of 1.1, so that `0644` is
 * an octal number and `1_000` a thousand, but `yes` a text.
 */
export function bareValue(text: string, isJson: boolean): GoValue {
  const known = constants.get(text);
  if (known !== undefined) {
    return known;
  }
  const number = text.replaceAll('_', '');
  const {sign = '', hex, binary, octal} = based.exec(number)?.groups ?? {};
  const digits = hex ?? binary ?? octal;
  if (digits !== undefined && !isJson) {
    const value = Number.parseInt(digits, hex === undefined ? (binary === undefined ? 8 : 2) : 16);
    return goInt(sign === '-' ? -value : value);
  }
  if (whole.test(number)) {
    return isJson ? goFloat(Number(number)) : goInt(Number(number));
  }
  return float.test(number) ? goFloat(Number(number)) : text;
}

function scalarValue({value, type, source, tag}: Scalar, isJson: boolean): GoValue {
  if (type === 'PLAIN' && tag === undefined) {
    return bareValue(source ?? '', isJson);
  }
  if (tag?.endsWith(':str') === true || tag === '!') {
    return source ?? String(value);
  }
  if (typeof value === 'number') {
    return tag?.endsWith(':float') === true || isJson ? goFloat(value) : goInt(value);
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** The text of a key as goss has it. */
export function keyText(key: unknown): string {
  return isScalar(key)
    ? key.type === 'PLAIN'
      ? (key.source ?? '')
      : String(key.value)
    : String(key);
}

function isMerge({key}: Pair): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<';
}

/** Reads a node of a document as goss would; `isJson` says that every number is a float. */
export function createGoValues(document: Document, isJson: boolean) {
  let count = 0;

  function resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(document) : node;
  }

  /** Merged maps first, so that what is written here wins. */
  function pairsOf(node: unknown): Map<string, unknown> {
    const holder = resolved(node);
    const pairs = new Map<string, unknown>();
    if (!isMap(holder)) {
      return pairs;
    }
    for (const pair of holder.items.filter(isMerge)) {
      const from = resolved(pair.value);
      // Of several merged maps the first wins.
      for (const one of isSeq(from) ? from.items.toReversed() : [from]) {
        for (const [key, value] of pairsOf(one)) {
          pairs.set(key, value);
        }
      }
    }
    for (const pair of holder.items.filter((one) => !isMerge(one))) {
      pairs.set(keyText(pair.key), pair.value);
    }
    return pairs;
  }

  function valueOf(node: unknown): GoValue {
    count += 1;
    if (count > most) {
      throw new RangeError('The aliases make this file far too large');
    }
    const real = resolved(node);
    if (isScalar(real)) {
      return scalarValue(real, isJson);
    }
    if (isSeq(real)) {
      return real.items.map(valueOf);
    }
    if (isMap(real)) {
      return new Map([...pairsOf(real)].map(([key, value]) => [key, valueOf(value)]));
    }
    return null;
  }

  return {
    valueOf,
    /** A map's values as nodes, with what it merges; empty when the node is none. */
    pairsOf,
    isMapNode: (node: unknown): node is Node => isMap(resolved(node)),
  };
}

export type GoValues = ReturnType<typeof createGoValues>;
