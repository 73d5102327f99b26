import type {Before, Carried, Reply} from './integration-entry.ts';

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

/** A list among what was answered; nothing where it is none. */
export function listIn(value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined {
  return Array.isArray(value)
    ? value.filter((one) => typeof one === 'object' && one !== null)
    : undefined;
}

/**
 * A look that told nothing: it failed, or what was answered is not what was asked for, such as the page
 * of a gateway. What is there is not known then, so nothing may be written.
 */
export function failedLook(carried: Carried): Extract<Before, {readonly type: 'failed'}> {
  const isGood = carried.type === 'reply' && carried.status >= 200 && carried.status < 300;
  return {
    type: 'failed',
    carried: isGood
      ? {
          type: 'unknown',
          why: `It was looked for, and the answer (${carried.status}) is none of this service.`,
        }
      : carried,
  };
}

/** A text or a number as text; nothing for anything else. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
