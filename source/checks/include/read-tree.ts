import {dirname, isAbsolute, join, resolve} from 'node:path';
import {type Check, type ContentFile, type SecretValue, type Waiver} from '../checks-file.ts';
import {ChecksFileError, type ChecksFileProblem} from '../spec/checks-file-error.ts';
import {decodeText, readFileOnce} from '../spec/file-text.ts';
import {
  type FileSurroundings,
  type NamedPlace,
  type Placed,
  readOneFile,
} from '../spec/read-one-file.ts';
import {type IncludeEntry} from '../spec/schema-running.ts';
import {type VariableValue} from '../spec/variables.ts';
import {includeReaders} from './include-readers.ts';
import {matchingFiles, trueLocation} from './matching-files.ts';

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

function foreignPlace(check: Check): NamedPlace {
  const {name, place} = check;
  const {file, ...position} = place;
  return {name, place, check, problemOf: ({message}) => ({file, message, position, frame: ''})};
}

/** Reads a file and everything it includes. @throws ChecksFileError when the file itself is no text. */
export async function readTree(
  path: string,
  surroundings: Omit<FileSurroundings, 'inherited'>,
): Promise<FileTree> {
  const files = new Map<string, ContentFile>();
  const entries: NamedPlace[] = [];
  const waivers: Placed<Waiver>[] = [];
  const secrets = new Map<string, SecretValue>();
  const problems: ChecksFileProblem[] = [];
  let system: string | undefined;

  async function readText(file: string): Promise<string> {
    const {bytes, sha256} = await readFileOnce(file);
    const location = await trueLocation(resolve(file));
    files.set(location, {path: resolve(file), sha256});
    return decodeText(file, bytes);
  }

  /** What another file's own reading throws becomes problems of that file. */
  async function collecting(file: string, read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof ChecksFileError)) {
        throw error;
      }
      problems.push(...error.problems.map((problem) => ({...problem, file: problem.file ?? file})));
    }
  }

  async function includeForeign(
    word: string,
    target: string,
    {file}: Visit,
    placed: Placed<unknown>,
  ) {
    const load = Object.hasOwn(includeReaders, word) ? includeReaders[word] : undefined;
    if (!load) {
      const message = `This version cannot include ${word} checks.`;
      problems.push(placed.problemOf({path: [word], isAtKey: true, message}));
      return;
    }
    const shown = isAbsolute(target) ? target : join(dirname(file), target);
    await collecting(shown, async () => {
      const read = await load();
      const {environment} = surroundings;
      const answer = await read({path: resolve(shown), shown, environment, readFile: readText});
      entries.push(...answer.checks.map(foreignPlace));
      problems.push(...answer.problems);
    });
  }

  async function include(entry: Placed<IncludeEntry>, visit: Visit): Promise<void> {
    if (typeof entry.value !== 'string') {
      for (const [word, target = ''] of Object.entries(entry.value)) {
        await includeForeign(word, target, visit, entry);
      }
      return;
    }
    const folder = dirname(resolve(visit.file));
    const matches = await matchingFiles(entry.value, folder, [...visit.above.keys()].at(-1) ?? '');
    if (matches.type === 'problem') {
      problems.push(entry.problemOf({path: [], message: matches.message}));
      return;
    }
    for (const match of matches.paths) {
      const file = isAbsolute(match) ? match : join(dirname(visit.file), match);
      const location = await trueLocation(resolve(file));
      const open = [...visit.above.keys()].indexOf(location);
      if (open >= 0) {
        const way = [...[...visit.above.values()].slice(open), file].join(' → ');
        problems.push(
          entry.problemOf({path: [], message: `The files include each other: ${way}.`}),
        );
      } else if (!files.has(location)) {
        await collecting(file, () => read({...visit, file}));
      }
    }
  }

  async function read({file, above, inherited}: Visit): Promise<void> {
    const text = await readText(file);
    const isIncluded = above.size > 0;
    const folder = dirname(resolve(file));
    const reading = readOneFile({file, folder, text, isIncluded}, {...surroundings, inherited});
    entries.push(...reading.entries);
    waivers.push(...reading.waivers);
    problems.push(...reading.problems);
    for (const secret of reading.secretValues) {
      secrets.set(secret.name, secret);
    }
    system = isIncluded ? system : reading.system;
    const location = await trueLocation(resolve(file));
    const visit = {file, above: new Map([...above, [location, file]]), inherited: reading.declared};
    for (const entry of reading.includes) {
      await include(entry, visit);
    }
  }

  await read({file: path, above: new Map(), inherited: new Map()});
  return {
    ...(system === undefined ? {} : {system}),
    files: [...files.values()],
    entries,
    waivers,
    secretValues: [...secrets.values()],
    problems,
  };
}
