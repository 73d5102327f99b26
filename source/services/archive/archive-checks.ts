import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {readChecksFile} from '../../checks/read-checks-file.ts';
import {ChecksFileError} from '../../checks/spec/checks-file-error.ts';
import {checkFacts} from '../../handoff/standing/of-checks/check-facts.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {checksPath} from '../checks/checks-path.ts';

/** The checks of a workspace as texts by their path from its folder, and what to tell of them. */
export interface GatheredChecks {
  readonly files: ReadonlyMap<string, string>;
  readonly remarks: readonly string[];
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A path that every manifest and every file system can have. */
function cleanPath(file: string): string {
  return file
    .split(path.sep)
    .join('/')
    .replaceAll(/[^\p{L}\p{N}._/ -]/gu, '_');
}

async function withIncludes(handoff: Handoff, file: string, text: string): Promise<GatheredChecks> {
  const read = await readChecksFile(file);
  const files = new Map([[path.basename(file), text]]);
  const outside: string[] = [];
  for (const {path: included} of read.files) {
    const relative = path.relative(read.folder, included);
    if (included === path.resolve(file)) continue;
    if (relative.startsWith('..') || path.isAbsolute(relative)) outside.push(included);
    else files.set(cleanPath(relative), (await readText(included)) ?? '');
  }
  const ran = checkFacts(handoff).lastRun?.fileSha256;
  return {
    files,
    remarks: [
      ...outside.map(
        (other) => `Not in the archive, as it lies outside of the workspace: ${other}`,
      ),
      ...(ran !== undefined && ran !== read.sha256
        ? [`${file} has changed since the checks ran; the archive holds it as it is now.`]
        : []),
    ],
  };
}

/** The checks file of the handoff's workspace with what it includes; nothing where there is none. */
export async function gatherChecks(handoff: Handoff): Promise<GatheredChecks> {
  const file = checksPath(handoff.workspace);
  const text = await readText(file);
  if (text === undefined) return {files: new Map(), remarks: []};
  try {
    return await withIncludes(handoff, file, text);
  } catch (error) {
    if (!(error instanceof ChecksFileError)) throw error;
    const remark = `${file} has mistakes, so it was archived without what it includes.`;
    return {files: new Map([[path.basename(file), text]]), remarks: [remark]};
  }
}
