import path from 'node:path';
import type {Check, ContentFile, SecretValue, Waiver} from '../checks-file.ts';
import {ChecksFileError, type ChecksFileProblem} from '../spec/checks-file-error.ts';
import {decodeText, readFileOnce} from '../spec/file-text.ts';
import {
  readOneFile,
  type FileSurroundings,
  type NamedPlace,
  type Placed,
} from '../spec/read-one-file.ts';
import type {IncludeEntry} from '../spec/schema-running.ts';
import type {VariableValue} from '../spec/variables.ts';
import {prepareEntry} from './prepare-entry.ts';
import {isThere, matchingFiles, trueLocation} from './matching-files.ts';

/** A checks file with all that it includes, in order; still with its problems. */
export interface FileTree {
  readonly system?: string;
  readonly files: readonly ContentFile[];
  readonly entries: readonly NamedPlace[];
  readonly waivers: readonly Placed<Waiver>[];
  readonly secretValues: readonly SecretValue[];
  readonly problems: readonly ChecksFileProblem[];
}

interface Visit {
  /** As shown to a person. */
  readonly file: string;
  /** True locations of the files that are open above this one, and how each is shown. */
  readonly above: ReadonlyMap<string, string>;
  readonly inherited: ReadonlyMap<string, VariableValue>;
}

/** A name that no entry has yet: two folders may well have plugins of one name. */
function ownName({name, place}: Check, taken: ReadonlySet<string>): string {
  const names = [name, `${name} (${place.file})`];
  for (let count = 2; ; count += 1) {
    const free = names.find((one) => !taken.has(one));
    if (free !== undefined) return free;
    names.push(`${name} (${place.file}, ${count})`);
  }
}

function foreignPlace(check: Check): NamedPlace {
  const {name, place} = check;
  const {file, ...position} = place;
  return {name, place, check, problemOf: ({message}) => ({file, message, position, frame: ''})};
}

/** Reads a file and everything it includes. @throws ChecksFileError when the file itself is no text. */
export async function readTree(
  file: string,
  surroundings: Omit<FileSurroundings, 'inherited'>,
): Promise<FileTree> {
  const files = new Map<string, ContentFile>();
  const entries: NamedPlace[] = [];
  const waivers: Placed<Waiver>[] = [];
  const secrets = new Map<string, SecretValue>();
  const problems: ChecksFileProblem[] = [];
  let system: string | undefined;

  async function readBytes(file: string): Promise<Uint8Array> {
    const {bytes, sha256} = await readFileOnce(file);
    const location = await trueLocation(path.resolve(file));
    files.set(location, {path: path.resolve(file), sha256});
    return bytes;
  }

  async function readText(file: string): Promise<string> {
    return decodeText(file, await readBytes(file));
  }

  /** What another file's own reading throws becomes problems of that file. */
  async function collecting(file: string, read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof ChecksFileError)) throw error;
      problems.push(...error.problems.map((problem) => ({...problem, file: problem.file ?? file})));
    }
  }

  async function includePlugins(target: string, {file}: Visit, placed: Placed<unknown>) {
    const shown = path.isAbsolute(target) ? target : path.join(path.dirname(file), target);
    if (!(await isThere(shown))) {
      const message = `There is no such folder: ${shown}.`;
      problems.push(placed.problemOf({path: ['nagios'], message}));
      return;
    }
    const {readPluginFolder} = await import('./nagios-include.ts');
    await collecting(shown, async () => {
      const answer = await readPluginFolder({
        path: path.resolve(shown),
        shown,
        trustFile: async (path) => {
          await readBytes(path);
        },
      });
      const taken = new Set(entries.map(({name}) => name));
      for (const check of answer.checks) {
        const name = ownName(check, taken);
        taken.add(name);
        entries.push(foreignPlace({...check, name}));
      }
      problems.push(...answer.problems);
    });
  }

  async function prepared(entry: NamedPlace): Promise<NamedPlace> {
    const {environment} = surroundings;
    const found = await prepareEntry(entry, {environment, readBytes});
    problems.push(...found.problems);
    for (const secret of found.secretValues) secrets.set(secret.name, secret);
    return found.entry;
  }

  async function include(entry: Placed<IncludeEntry>, visit: Visit): Promise<void> {
    const {value} = entry;
    if (typeof value !== 'string') {
      const {nagios = ''} = value;
      await includePlugins(nagios, visit, entry);
      return;
    }
    const folder = path.dirname(path.resolve(visit.file));
    const matches = await matchingFiles(value, folder, [...visit.above.keys()].at(-1) ?? '');
    if (matches.type === 'problem') {
      problems.push(entry.problemOf({path: [], message: matches.message}));
      return;
    }
    for (const match of matches.paths) {
      const file = path.isAbsolute(match) ? match : path.join(path.dirname(visit.file), match);
      const location = await trueLocation(path.resolve(file));
      const open = [...visit.above.keys()].indexOf(location);
      if (open >= 0) {
        const way = [...[...visit.above.values()].slice(open), file].join(' → ');
        problems.push(
          entry.problemOf({path: [], message: `The files include each other: ${way}.`}),
        );
      } else if (!files.has(location)) await collecting(file, () => read({...visit, file}));
    }
  }

  async function read({file, above, inherited}: Visit): Promise<void> {
    const text = await readText(file);
    const isIncluded = above.size > 0;
    const folder = path.dirname(path.resolve(file));
    const reading = readOneFile({file, folder, text, isIncluded}, {...surroundings, inherited});
    for (const entry of reading.entries) entries.push(await prepared(entry));
    waivers.push(...reading.waivers);
    problems.push(...reading.problems);
    for (const secret of reading.secretValues) secrets.set(secret.name, secret);
    system = isIncluded ? system : reading.system;
    const location = await trueLocation(path.resolve(file));
    const visit = {file, above: new Map([...above, [location, file]]), inherited: reading.declared};
    for (const entry of reading.includes) await include(entry, visit);
  }

  await read({file: file, above: new Map(), inherited: new Map()});
  return {
    ...(system === undefined ? {} : {system}),
    files: [...files.values()],
    entries,
    waivers,
    secretValues: [...secrets.values()],
    problems,
  };
}
