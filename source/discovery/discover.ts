import {realpath, stat} from 'node:fs/promises';
import {Problem} from '../problem.ts';
import {tellProgress, type OnProgress} from '../progress/told-progress.ts';
import type {Discovery, FileProblem, Finding} from './discovered.ts';
import type {Discoverer} from './discoverer-entry.ts';
import {leftFiles, lookAtFolder} from './folder/look-at-folder.ts';
import {whyNoFact} from './folder/not-facts.ts';
import {walk} from './folder/walk-folder.ts';
import {createRedaction} from './redact-drafts.ts';
import type {LiveLook} from './live/look-live.ts';
import {discoverers} from './registry.ts';
import {unite} from './unite.ts';

/** @throws {Problem} when there is no such folder. */
async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if ((await stat(real)).isDirectory()) return real;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem(`${folder} cannot be looked at: ${why}`, 'Name a folder that is there.');
  }
  throw new Problem(`${folder} is no folder.`, 'Name the folder that the file lies in.');
}

interface DiscoverOptions {
  /** What was found out about what runs; where a file says otherwise, this counts. */
  readonly live?: LiveLook | undefined;
  readonly onProgress?: OnProgress | undefined;
}

function byPlace(one: FileProblem, other: FileProblem): number {
  return one.file < other.file
    ? -1
    : one.file > other.file
      ? 1
      : (one.line ?? 0) - (other.line ?? 0);
}

/** In the order of their places. What several read, such as overlays of one base, is told once. */
function onceEach(problems: readonly FileProblem[]): FileProblem[] {
  const once = new Map(problems.map((one) => [JSON.stringify(one), one]));
  return [...once.values()].toSorted(byPlace);
}

/**
 * Looks at all that a folder says about a system. It writes nothing, and runs nothing that the folder
 * brings. What is wrong with a file is told, and the rest goes on.
 *
 * @throws {Problem} when there is no such folder.
 */
export async function discover(
  path: string,
  {live, onProgress}: DiscoverOptions = {},
): Promise<Discovery> {
  const root = await realFolder(path);
  await tellProgress(onProgress, {doing: `looking through ${root}`, done: 0});
  const walked = await walk(root, {
    wants: (file) => discoverers.some(({wants}) => wants(file)),
    isLocal: (file) =>
      discoverers.some(({wants, isLocal}) => wants(file) && isLocal?.(file) === true),
  });
  const looked = lookAtFolder(root, walked.files, walked.plain);
  const {folder} = looked;
  const findings: Finding[] = [...(live?.findings ?? [])];

  async function ask({discover: read}: Discoverer, file: string): Promise<void> {
    try {
      findings.push(...(await read(file, folder)));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      folder.tell({file, message: `Not understood: ${why}`});
    }
  }

  for (const file of walked.files) {
    const why = whyNoFact(file);
    if (why !== undefined) folder.leave(file, why);
  }
  const facts = walked.files.filter((file) => !looked.left.has(file));
  const asks = discoverers.flatMap((discoverer) =>
    facts.filter((file) => discoverer.wants(file)).map((file) => ({discoverer, file})),
  );
  for (const [done, {discoverer, file}] of asks.entries()) {
    await tellProgress(onProgress, {doing: file, done, total: asks.length});
    await ask(discoverer, file);
  }

  const redact = createRedaction();
  return redact({
    drafts: unite(findings),
    suggestions: looked.suggestions,
    read: [...looked.read].toSorted(),
    left: leftFiles(looked.left),
    problems: onceEach([...walked.problems, ...looked.problems, ...(live?.problems ?? [])]),
    ...(live ? {commands: live.commands} : {}),
  });
}
