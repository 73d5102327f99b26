/** A place in the data that templates use. */
export interface DataPath {
  /** `parts[].sections[].title`. */
  readonly path: string;
  /** `string`, `number`, `boolean`, `list`, `object`, or several with `or`; `null` where empty. */
  readonly type: string;
  /** The first value there, shortened; nothing for what has places below it. */
  readonly example: string;
}

interface Found {
  readonly types: Set<string>;
  example: string;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function collect(path: string, value: unknown, found: Map<string, Found>): void {
  if (path !== '') {
    const entry = found.get(path) ?? {types: new Set(), example: ''};
    entry.types.add(typeOf(value));
    if (typeof value !== 'object' && entry.example === '')
      entry.example = shorten(JSON.stringify(value) ?? '');
    found.set(path, entry);
  }
  if (Array.isArray(value)) for (const entry of value) collect(`${path}[]`, entry, found);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value))
      collect(path === '' ? name : `${path}.${name}`, inner, found);
}

/** Every place that a template may name in the data given, in the order of the data. */
export function dataPaths(...data: readonly object[]): DataPath[] {
  const found = new Map<string, Found>();
  for (const each of data) collect('', each, found);
  return [...found].map(([path, {types, example}]) => ({
    path,
    type: [...types].sort().join(' or '),
    example,
  }));
}
