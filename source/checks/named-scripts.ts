import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {open, stat} from 'node:fs/promises';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';
import type {Check, ContentFile} from './checks-file.ts';
import {isInside} from './describe-check.ts';
import {kindOfCheck} from './kinds/check-kinds.ts';

/** What runs the file that follows it. */
const interpreters =
  /^(?:\.|source|exec|(?:ba|da|z|k|c|tc|fi)?sh|python[\d.]*|node|nodejs|deno|bun|perl|ruby|php|lua|tclsh|Rscript|pwsh|awk|gawk|make|java)$/;

/** How scripts are called that carry no permission to be executed. */
const scriptEnding = /\.(?:sh|bash|zsh|ksh|py|pl|rb|php|js|mjs|cjs|ts|lua|awk|ps1|jar)$/i;

/** The words of a command line: what a shell would take for names, without what joins them. */
function wordsOf(line: string | readonly string[]): string[] {
  const texts = typeof line === 'string' ? [line] : line;
  const quoted = /"(?<double>[^"]*)"|'(?<single>[^']*)'/g;
  return texts
    .flatMap((text) => [
      text,
      ...text.split(/[\s;|&()<>`"'=,{}]+/),
      ...[...text.matchAll(quoted)].map(([, double, single]) => double ?? single ?? ''),
    ])
    .map((word) => word.replace(/^\$\{?PWD\}?\//, './'))
    .filter((word) => word !== '' && !word.includes('\0'));
}

function commandsOf(check: Check): string[][] {
  const line = kindOfCheck(check)?.commandOf?.(check.spec);
  return [line, check.on].flatMap((each) => (each === undefined ? [] : [wordsOf(each)]));
}

/** Where the commands of a check begin: its folder, and the one that it changes into. */
function foldersOf({spec, folder}: Check): string[] {
  const {cwd} = spec as {readonly cwd?: unknown};
  return typeof cwd === 'string' ? [path.resolve(folder, cwd), folder] : [folder];
}

async function isScript(file: string, isRun: boolean): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return false;
  if (isRun || (found.mode & 0o111) !== 0 || scriptEnding.test(file)) return true;
  const handle = await open(file).catch(() => undefined);
  try {
    const read = await handle?.read(Buffer.alloc(2), 0, 2, 0);
    return read?.buffer.toString('latin1') === '#!';
  } finally {
    await handle?.close();
  }
}

/** SHA-256 of a file of any length, lower-case hex; empty where it cannot be read. */
async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
  } catch {
    return '';
  }
}

/** A word that may be a file, and whether what stands before it runs what is named so. */
interface Candidate {
  readonly word: string;
  readonly isRun: boolean;
}

function candidatesIn(words: readonly string[]): Candidate[] {
  let before = '';
  const candidates: Candidate[] = [];
  for (const word of words) {
    const isRun = interpreters.test(path.basename(before));
    if (isRun || /[./]/.test(word)) candidates.push({word, isRun});
    if (!word.startsWith('-')) before = word;
  }
  return candidates;
}

/** Where a word would lead; what is installed on the machine, outside of the workspace, is left out. */
function filesOf(word: string, places: readonly string[], folder: string): string[] {
  return path.isAbsolute(word)
    ? [path.resolve(word)].filter((file) =>
        [folder, ...places].some((place) => isInside(file, place)),
      )
    : places.map((place) => path.resolve(place, word));
}

/**
 * Checks with the scripts and plugins that their commands name, as they are now: what a relative
 * path, or one into the workspace, leads to, where it is or looks like a program.
 */
export async function withScripts(checks: readonly Check[], folder: string): Promise<Check[]> {
  // Thousands of checks may well name one script.
  const known = new Map<string, Promise<ContentFile | undefined>>();
  const read = async (file: string, isRun: boolean) => {
    const isOne = await isScript(file, isRun);
    return isOne ? {path: file, sha256: await hashOf(file)} : undefined;
  };
  const found: Check[] = [];
  for (const check of checks) {
    const places = foldersOf(check);
    const scripts = new Map<string, ContentFile>();
    for (const {word, isRun} of commandsOf(check).flatMap(candidatesIn))
      for (const file of filesOf(word, places, folder)) {
        const key = `${String(isRun)} ${file}`;
        const reading = known.get(key) ?? read(file, isRun);
        known.set(key, reading);
        const script = await reading;
        if (script) scripts.set(file, script);
      }
    found.push(scripts.size === 0 ? check : {...check, scripts: [...scripts.values()]});
  }
  return found;
}

/** Which of what would run from the disk is other than when it was read. */
export async function changedFiles(files: readonly ContentFile[]): Promise<string[]> {
  const changed: string[] = [];
  for (const {path: file, sha256} of files) if ((await hashOf(file)) !== sha256) changed.push(file);
  return changed;
}
