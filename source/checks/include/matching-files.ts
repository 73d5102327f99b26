import {glob, realpath, stat} from 'node:fs/promises';
import path from 'node:path';

/** More files than anyone includes; keeps `/**` from reading the whole disk. */
const mostFiles = 500;

export type Matches =
  | {readonly type: 'files'; readonly paths: readonly string[]}
  | {readonly type: 'problem'; readonly message: string};

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Whether there is a file or folder at a path. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A path by which a file is known, whatever links lead to it. */
export async function trueLocation(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** The files of a path or glob, relative to `folder` unless absolute, sorted; `except` left out. */
export async function matchingFiles(
  pattern: string,
  folder: string,
  except: string,
): Promise<Matches> {
  if (!/[*?[\]{}]/.test(pattern)) return {type: 'files', paths: [pattern]};
  const paths: string[] = [];
  for await (const file of glob(pattern, {cwd: folder})) {
    const absolute = path.resolve(folder, file);
    if ((await isFile(absolute)) && (await trueLocation(absolute)) !== except) paths.push(file);
    if (paths.length > mostFiles)
      return {type: 'problem', message: `"${pattern}" matches more than ${mostFiles} files.`};
  }
  return paths.length === 0
    ? {type: 'problem', message: `No file matches "${pattern}".`}
    : {type: 'files', paths: paths.sort()};
}
