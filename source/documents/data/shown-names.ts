import type {Handoff} from '../../handoff/model/handoff.ts';
import {isShownAsWritten, shownName} from '../../handoff/people/shown-name.ts';

/** What holds the name of a person in the data of the documents. */
const names: ReadonlySet<string> = new Set([
  'author',
  'by',
  'changedBy',
  'closedBy',
  'enteredBy',
  'saidBy',
  'settledBy',
  'actor',
  'performer',
  'observer',
  'owner',
  'deputy',
  'organiser',
  'approver',
  'who',
]);

/**
 * Data with everybody under the name that they have today. Names are replaced in what is printed,
 * and not in the handoff: what was accepted or proven stays what it was.
 */
export function withShownNames<Data>(handoff: Handoff, data: Data): Data {
  if (isShownAsWritten(handoff)) return data;
  const inside = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return names.has(key) ? shownName(handoff, value) : value;
    if (Array.isArray(value)) return value.map((part) => inside(part, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, inside(part, name)]),
    );
  };
  return inside(data, '') as Data;
}
