import path from 'node:path';
import type {Folder} from '../../discoverer-entry.ts';
import {includePattern} from '../../formats/nginx-config.ts';

interface Read {
  readonly file: string;
  readonly text: string;
}

/** The words by which Apache and Caddy take in other files; HAProxy has none. */
const words = {
  apache: /^\s*Include(?:Optional)?\s+"?(?<pattern>[^\s"]+)/gim,
  // A snippet is taken in by its name; only a path has a dot, a slash or a star.
  caddy: /^\s*import\s+(?<pattern>[^\s{]*[./*][^\s{]*)/gm,
  haproxy: undefined,
};

/** Where these files lie once they are installed. */
const roots = /^\/(?:usr\/local\/|opt\/)?(?:etc\/)?(?:apache2|httpd|caddy)\//;

async function included(pattern: string, base: string, folder: Folder): Promise<string[]> {
  const wanted = path.posix.join(base, pattern.replace(roots, ''));
  if (!/[*?]/.test(wanted)) return (await folder.has(wanted)) ? [wanted] : [];
  const named = includePattern(wanted);
  return folder.files.filter((file) => named.test(file));
}

/** A file with those that it includes, and that these include. */
export async function readWithIncludes(
  file: string,
  program: keyof typeof words,
  folder: Folder,
): Promise<Read[]> {
  const found = new Map<string, Read>();
  const waiting = [file];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (found.has(next)) continue;
    const text = (await folder.read(next)) ?? '';
    found.set(next, {file: next, text});
    // Caddy reads a path from the file that names it, Apache from the folder of the first one.
    const base = path.posix.dirname(program === 'caddy' ? next : file);
    for (const {groups} of text.matchAll(words[program] ?? /(?!)/g))
      waiting.push(...(await included(groups?.['pattern'] ?? '', base, folder)));
  }
  return [...found.values()];
}
