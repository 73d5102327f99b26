import {randomBytes} from 'node:crypto';
import type {ChecksFile} from '../checks/checks-file.ts';
import {readChecksFile, type ReadOptions} from '../checks/read-checks-file.ts';
import {ChecksFileError} from '../checks/spec/checks-file-error.ts';

/** A checks file in which marks stand for all values that came from the environment. */
export interface MarkedFile {
  readonly file: ChecksFile;
  /** The environment variable for which a mark stands. */
  readonly names: ReadonlyMap<string, string>;
  /** Variables whose values cannot be told apart any more, such as a `true`. */
  readonly unmarked: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** An environment that remembers what was looked up in it. */
function recording(environment: Environment): {
  readonly environment: Environment;
  readonly seen: ReadonlySet<string>;
} {
  const seen = new Set<string>();
  const watched = new Proxy(environment, {
    get(target, name) {
      if (typeof name === 'string') {
        seen.add(name);
        return target[name];
      }
      return undefined;
    },
  });
  return {environment: watched, seen};
}

/** Lower case and free of signs, so that it comes unchanged through host names, URLs and JSON. */
function textMark(index: number): string {
  return `env${index}x${randomBytes(8).toString('hex')}`;
}

/** For where a number is needed; it must fit a port. */
function numberMark(index: number): string {
  return String(61_234 + index * 7);
}

async function isReadable(path: string, options: ReadOptions): Promise<boolean> {
  try {
    await readChecksFile(path, options);
    return true;
  } catch (error) {
    if (error instanceof ChecksFileError) return false;
    throw error;
  }
}

/**
 * Reads a checks file so that the values of the environment are not in what comes out, but marks for
 * them. Searching for the values instead would miss short ones and find others by chance.
 * @throws ChecksFileError
 */
export async function readMarked(path: string, options: ReadOptions = {}): Promise<MarkedFile> {
  const {environment = process.env} = options;
  const record = recording(environment);
  await readChecksFile(path, {...options, environment: record.environment});
  const names = [...record.seen].filter((name) => environment[name] !== undefined);
  const marks = new Map<string, string>();
  const unmarked: string[] = [];
  for (const [index, name] of names.entries()) {
    const candidates = [textMark(index), numberMark(index)];
    let found: string | undefined;
    for (const mark of candidates)
      if (await isReadable(path, {...options, environment: {...environment, [name]: mark}})) {
        found = mark;
        break;
      }
    if (found === undefined) unmarked.push(name);
    else marks.set(name, found);
  }
  const file = await readChecksFile(path, {
    ...options,
    environment: {...environment, ...Object.fromEntries(marks)},
  });
  return {
    file,
    names: new Map([...marks].map(([name, mark]) => [mark, name])),
    unmarked,
  };
}
