import {createRequire} from 'node:module';

const load = createRequire(import.meta.url) as (name: string) => Readonly<Record<string, unknown>>;

/** What a CommonJS or built-in module exports, those names that an import can ask for. */
export function namesIn(name: string): string[] {
  return Object.keys(load(name)).filter((key) => /^[a-z]\w*$/i.test(key));
}

/** Those of {@link namesIn} that are functions and no classes. */
export function functionsIn(name: string): ReadonlySet<string> {
  const module = load(name);
  const isFunction = (key: string) => typeof module[key] === 'function' && /^[a-z]/.test(key);
  return new Set(namesIn(name).filter(isFunction));
}
