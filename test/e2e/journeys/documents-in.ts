import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';

/**
 * Times of day, lengths, ports, digests and what a running system says of itself differ from one telling
 * of the same story to the next.
 */
function withoutMoments(text: string): string {
  return text
    .replaceAll(/\b[0-9a-f]{12,64}\b/gu, 'DIGEST')
    .replaceAll(/\b\d{1,2}:\d{2}(?::\d{2})?\b/gu, 'TIME')
    .replaceAll(/\b127\.0\.0\.1:\d+/gu, 'ADDRESS')
    .replaceAll(/\b\d+(?:\.\d+)? (?:ms|s|min|h)(?: \d+ (?:s|min))*\b/gu, 'LENGTH')
    .replaceAll(/\b\d+(?:\.\d+)? (?:bytes|KiB)\b/gu, 'SIZE')
    .replaceAll(/"uptime":\d+/gu, '"uptime":N')
    .replaceAll(/^(?:- )?Seen: .*$/gmu, 'Seen')
    .replaceAll(/^- (?:Values: .*|\d+ checks are as before\.)\n/gmu, '')
    .replaceAll(/ {2,}/gu, ' ')
    .replaceAll(/-{3,}/gu, '---');
}

/** Every Markdown document of a set by its path, without what is of the moment or the place alone. */
export async function documentsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder, {recursive: true});
  const pairs = names
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      const here = text.replaceAll(path.dirname(folder), 'WORKSPACE');
      return [name, withoutMoments(here)] as const;
    });
  return Object.fromEntries(await Promise.all(pairs));
}
