import {entryOf, type Change} from './catalogue.ts';

/** A value with each text in it changed. */
async function inTexts(
  value: unknown,
  change: (text: string) => Promise<string>,
): Promise<unknown> {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return Promise.all(value.map((part) => inTexts(part, change)));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(
    async ([name, part]) => [name, await inTexts(part, change)] as const,
  );
  return Object.fromEntries(await Promise.all(parts));
}

/** A change with everything in it that a person typed passed through `redact`. */
export async function withTypedTexts<C extends Change>(
  change: C,
  redact: (text: string) => Promise<string>,
): Promise<C> {
  const values: Record<string, unknown> = {...change};
  for (const [name, {isTyped}] of Object.entries(entryOf(change.type).fields))
    if (isTyped && values[name] !== undefined) values[name] = await inTexts(values[name], redact);
  return values as C;
}
