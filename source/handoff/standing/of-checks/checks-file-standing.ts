import type {CheckRunRecord} from '../../model/check-run.ts';
import type {Handoff} from '../../model/handoff.ts';
import type {SeenCheck, SeenChecks} from '../../model/seen-checks.ts';

/** What the standing of the checks follows from. */
export type ChecksHistory = Pick<Handoff, 'workspace' | 'checkRuns' | 'seenChecks'>;

/** One time that the handoff's own checks file came into the journal: with a run, or looked at. */
export interface FileSight {
  readonly checks: readonly SeenCheck[];
  readonly sha256: string;
  readonly run?: CheckRunRecord;
  /** Why it could not be read. */
  readonly problem?: string;
}

export interface OwnSights {
  /** In the order of the journal. */
  readonly sights: readonly FileSight[];
  /** Runs of other files, which prove nothing of this handoff. */
  readonly foreign: readonly CheckRunRecord[];
}

type Entry = FileSight & {readonly file: string};

/** The path of the checks file that a workspace is expected to have. */
function workspaceFile(workspace: string): string {
  return plainPath(workspace, 'handoff.yaml');
}

/** A path as it is compared; one that is not absolute was meant from the workspace. */
function plainPath(workspace: string, file: string): string {
  const isAbsolute = /^(?:[a-z]:)?[/\\]/iu.test(file);
  const whole = isAbsolute ? file : `${workspace}/${file}`;
  return whole.replaceAll('\\', '/').replaceAll(/\/(?:\.?\/)+/gu, '/');
}

function ofRun(run: CheckRunRecord, workspace: string): Entry {
  const {file, fileSha256: sha256, results: checks} = run;
  return {file: plainPath(workspace, file), sha256, checks, run};
}

function ofLook({file, sha256, checks, problem}: SeenChecks, workspace: string): Entry {
  const path = plainPath(workspace, file);
  return {file: path, sha256, checks, ...(problem === undefined ? {} : {problem})};
}

function entriesOf({workspace, checkRuns, seenChecks}: ChecksHistory): Entry[] {
  const looks = (runs: number) =>
    seenChecks.filter((seen) => seen.runs === runs).map((seen) => ofLook(seen, workspace));
  return [
    ...looks(0),
    ...checkRuns.flatMap((run, index) => [ofRun(run, workspace), ...looks(index + 1)]),
  ];
}

function ownPath(workspace: string, entries: readonly Entry[]): string | undefined {
  const usual = workspaceFile(workspace);
  return entries.some(({file}) => file === usual) ? usual : entries[0]?.file;
}

/** Whether a checks file is that of the handoff itself, which its results are to count for. */
export function isOwnFile(
  history: ChecksHistory,
  {file, sha256}: {readonly file: string; readonly sha256: string},
): boolean {
  const own = ownPath(history.workspace, entriesOf(history)) ?? workspaceFile(history.workspace);
  return (
    plainPath(history.workspace, file) === own ||
    ownSights(history).sights.at(-1)?.sha256 === sha256
  );
}

/**
 * What is known of the handoff's own checks file: `handoff.yaml` of its workspace, or, where none was
 * ever seen there, the file of the first run. The same content elsewhere, as in a colleague's copy of
 * the folder, is that file.
 */
export function ownSights(history: ChecksHistory): OwnSights {
  const entries = entriesOf(history);
  const own = ownPath(history.workspace, entries);
  const sights: FileSight[] = [];
  const foreign: CheckRunRecord[] = [];
  for (const {file, ...sight} of entries)
    if (file === own || sights.at(-1)?.sha256 === sight.sha256) sights.push(sight);
    else if (sight.run) foreign.push(sight.run);
  return {sights, foreign};
}
