import type {Reply} from './integration-entry.ts';

/** The data of an answer; an empty map where it is none. */
export function jsonOf({body}: Pick<Reply, 'body'>): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : {};
  } catch {
    return {};
  }
}

/** The list of an answer; an empty one where it is none. */
export function listOf(reply: Pick<Reply, 'body'>): readonly Readonly<Record<string, unknown>>[] {
  const value: unknown = jsonOf(reply);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** A text or a number as text; nothing for anything else. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
