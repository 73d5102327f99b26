import {normalizeLabel} from './chunks.ts';

const definition =
  /^ {0,3}\[([^\]\\]+)\]:\s*<?([^\s<>]+)>?(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*$/u;

/** A block of fewer lines is parsed as any other. */
const leastLines = 100;

/**
 * Takes long blocks of link definitions out of a text, whose lines stay as blanks: as Markdown, each
 * would be parsed with all others.
 */
export function takeDefinitionBlocks(source: string): {
  readonly source: string;
  readonly urls: ReadonlyMap<string, string>;
} {
  const urls = new Map<string, string>();
  const lines = source.split('\n');
  let begins = 0;
  let isAfterBlank = true;
  const take = (end: number) => {
    for (let at = begins; at < end; at += 1) {
      const [, label = '', url = ''] = definition.exec(lines[at] ?? '') ?? [];
      const key = normalizeLabel(label);
      if (!urls.has(key)) urls.set(key, url);
      lines[at] = ' '.repeat(lines[at]?.length ?? 0);
    }
  };
  for (let at = 0; at <= lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (at < lines.length && isAfterBlank && definition.test(line)) continue;
    if (at - begins >= leastLines) take(at);
    isAfterBlank = line.trim() === '';
    begins = at + 1;
  }
  return {source: urls.size > 0 ? lines.join('\n') : source, urls};
}
