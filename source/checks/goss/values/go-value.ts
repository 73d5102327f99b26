/**
 * A value as goss has it. Its verdicts depend on Go's types: a whole number read from YAML is never
 * `equal` to the same number read from JSON, and a list of strings never to a list of anything.
 */
export type GoValue =
  | null
  | boolean
  | string
  | GoNumber
  | GoStrings
  | readonly GoValue[]
  | ReadonlyMap<string, GoValue>;

/** A number with its Go type: `int`, or `float64` when `isFloat`. */
export interface GoNumber {
  readonly number: number;
  readonly isFloat: boolean;
}

/** Go's `[]string`, which is what the system gives; `[]any` is a plain list. */
export interface GoStrings {
  readonly strings: readonly string[];
}

export function goInt(number: number): GoNumber {
  return {number, isFloat: false};
}

export function goFloat(number: number): GoNumber {
  return {number, isFloat: true};
}

export function goStrings(strings: readonly string[]): GoStrings {
  return {strings};
}

export function isNumber(value: GoValue): value is GoNumber {
  return typeof value === 'object' && value !== null && 'number' in value;
}

export function isStrings(value: GoValue): value is GoStrings {
  return typeof value === 'object' && value !== null && 'strings' in value;
}

export function isList(value: GoValue): value is readonly GoValue[] {
  return Array.isArray(value);
}

export function isMap(value: GoValue): value is ReadonlyMap<string, GoValue> {
  return value instanceof Map;
}

/** The entries of a list of either kind or the values of a map; undefined for everything else. */
export function entriesOf(value: GoValue): readonly GoValue[] | undefined {
  if (isStrings(value)) {
    return value.strings;
  }
  if (isMap(value)) {
    return [...value.values()];
  }
  return isList(value) ? value : undefined;
}

/** What a value is, in a person's words. */
export function kindOfValue(value: GoValue): string {
  if (value === null) {
    return 'nothing';
  }
  if (typeof value === 'string') {
    return 'text';
  }
  if (typeof value === 'boolean') {
    return 'true or false';
  }
  if (isNumber(value)) {
    return 'a number';
  }
  return isMap(value) ? 'a map' : 'a list';
}

/** A value as plain data, for messages. */
export function plain(value: GoValue): unknown {
  if (value === null || typeof value !== 'object') {
    return value;
  }
  if (isNumber(value)) {
    return value.number;
  }
  if (isMap(value)) {
    return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  }
  return isStrings(value) ? value.strings : isList(value) ? value.map(plain) : null;
}

/** Whether two values are of one type and the same all the way down (Go's reflect.DeepEqual). */
export function isSame(one: GoValue, other: GoValue): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return one === other;
  }
  if (isNumber(one) || isNumber(other)) {
    return (
      isNumber(one) &&
      isNumber(other) &&
      one.isFloat === other.isFloat &&
      one.number === other.number
    );
  }
  if (isStrings(one) || isStrings(other)) {
    return (
      isStrings(one) &&
      isStrings(other) &&
      one.strings.length === other.strings.length &&
      one.strings.every((text, at) => text === other.strings[at])
    );
  }
  if (isMap(one) || isMap(other)) {
    return (
      isMap(one) &&
      isMap(other) &&
      one.size === other.size &&
      [...one].every(([key, value]) => {
        const found = other.get(key);
        return found !== undefined && isSame(value, found);
      })
    );
  }
  return (
    isList(one) &&
    isList(other) &&
    one.length === other.length &&
    one.every((value, at) => isSame(value, other[at] ?? null))
  );
}
