/** One step of a path: a name, an index (from the end when negative), or every entry. */
export type Step =
  | {readonly type: 'name'; readonly name: string}
  | {readonly type: 'index'; readonly index: number}
  | {readonly type: 'every'};

export interface JsonPath {
  readonly text: string;
  readonly steps: readonly Step[];
}

const step =
  /\.(?<name>[^.[\]\s'"*]+)|\[(?<index>-?\d+)\]|\[(?<quote>['"])(?<quoted>(?:\\.|(?!\k<quote>).)*)\k<quote>\]|(?<every>\[\*\]|\.\*)/y;

/**
 * Reads the part of RFC 9535 that picks values: `$.a.b[0]`, `$['a b']`, `$.list[*].name`,
 * `$.list[-1]`. Gives the offset of what cannot be read otherwise.
 */
export function parseJsonPath(text: string): JsonPath | {readonly offset: number} {
  if (!text.startsWith('$')) return {offset: 0};
  const steps: Step[] = [];
  for (let at = 1; at < text.length; at = step.lastIndex) {
    step.lastIndex = at;
    const groups = step.exec(text)?.groups;
    if (!groups) return {offset: at};
    const name = groups['name'] ?? groups['quoted']?.replace(/\\(?<kept>.)/g, '$<kept>');
    if (name !== undefined) steps.push({type: 'name', name});
    else if (groups['index'] === undefined) steps.push({type: 'every'});
    else steps.push({type: 'index', index: Number(groups['index'])});
  }
  return {text, steps};
}

function children(value: unknown, {type, ...rest}: Step): unknown[] {
  if (type === 'every')
    return typeof value === 'object' && value !== null ? Object.values(value) : [];
  if ('index' in rest)
    return Array.isArray(value) && value.at(rest.index) !== undefined ? [value.at(rest.index)] : [];
  const isHeld =
    'name' in rest &&
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.hasOwn(value, rest.name);
  return isHeld ? [(value as Readonly<Record<string, unknown>>)[rest.name]] : [];
}

/** The value at a path, undefined when there is none; with `[*]` the list of all values found. */
export function valueAt(root: unknown, {steps}: JsonPath): unknown {
  let values: unknown[] = [root];
  for (const one of steps) values = values.flatMap((value) => children(value, one));
  return steps.some(({type}) => type === 'every') ? values : values[0];
}
