import {showValue} from './in-words.ts';

/** Entries told by name; a list of pods as JSON is nothing that a person reads in a line. */
const told = 5;

const nameKeys = ['name', 'id', 'key', 'title'];

function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const record = entry as Readonly<Record<string, unknown>>;
  const key = nameKeys.find(
    (one) => typeof record[one] === 'string' || typeof record[one] === 'number',
  );
  return key === undefined ? nameOf(record['metadata']) : String(record[key]);
}

/** The entries that were chosen of all there are: `1 of 3: web-2`. */
export function showEntries(entries: readonly unknown[], of: number): string {
  const head = `${entries.length} of ${of}`;
  if (entries.length === 0) return head;
  const names = entries.slice(0, told).map((one) => nameOf(one) ?? showValue(one));
  const more = entries.length > told ? `, and ${entries.length - told} more` : '';
  return `${head}: ${names.join(', ')}${more}`;
}
