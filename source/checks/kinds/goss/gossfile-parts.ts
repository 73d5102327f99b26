import {isMap, isScalar, parseDocument, type Document} from 'yaml';

/** goss's function that asks the network, and would do so before anybody trusts the file. */
const network = /\bgetHostByName\b/;

/** Whether a gossfile is more than it says by itself: it has templates, or names other gossfiles. */
export function isPlain(text: string): boolean {
  return !text.includes('{{') && !/\bgossfile\b/.test(text);
}

/** What in the templates of a gossfile would reach out, if anything. */
export function reachesOut(text: string): boolean {
  return text.includes('{{') && network.test(text);
}

function entriesOf(document: Document, type: string): [key: string, value: unknown][] {
  const section = isMap(document.contents) ? document.contents.get(type, true) : undefined;
  if (!isMap(section)) return [];
  return section.items.flatMap(({key, value}): [string, unknown][] =>
    isScalar(key) ? [[String(key.value), value]] : [],
  );
}

function textAt(entry: unknown, key: string): string | undefined {
  const value: unknown = isMap(entry) ? entry.get(key) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function readable(text: string): Document {
  // Templates may leave it broken; what can be read of it is read.
  return parseDocument(text, {logLevel: 'silent', strict: false, uniqueKeys: false});
}

/** The gossfiles that a gossfile names as they stand there, paths or patterns. */
export function includesIn(text: string): string[] {
  return entriesOf(readable(text), 'gossfile')
    .map(([key, entry]) => textAt(entry, 'file') ?? key)
    .filter((name) => !name.includes('{{'));
}

/** The commands that a gossfile without templates runs. */
export function commandsIn(text: string): string[] {
  return entriesOf(readable(text), 'command').map(([key, entry]) => textAt(entry, 'exec') ?? key);
}
