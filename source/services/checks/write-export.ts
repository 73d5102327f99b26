import {mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {findRun, shortId} from '../../checks/diff/find-run.ts';
import {readChecksFile} from '../../checks/read-checks-file.ts';
import {exportChecks, type ExportForm} from '../../export/export-checks.ts';
import type {Exported, ExportedFile} from '../../export/exported.ts';
import type {CheckRunRecord} from '../../handoff/model/check-run.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {templatesFolder} from '../../playbook/templates-folder.ts';
import {Problem} from '../../problem.ts';
import {noteWritten, whoseFile} from '../../store/written-files.ts';
import {recordedPath} from './checks-path.ts';

/** Which run of which checks file is exported. */
export interface ExportedRun {
  readonly filePath: string;
  /** The handoff with which it ran; without one no run of it was kept. */
  readonly handoff: Handoff | undefined;
  readonly vars?: Readonly<Record<string, string>>;
  /** `last`, `last~1` for the one before, or the beginning of an id; the last of the file unless named. */
  readonly run?: string | undefined;
  readonly form: ExportForm;
}

/** The run that is exported, of exactly the content that the file has now. */
async function runOf({filePath, handoff, vars = {}, run: named}: ExportedRun) {
  if (!handoff)
    throw new Problem(
      `No handoff has its workspace where ${filePath} lies, so no run of it was kept.`,
      'Name the handoff with --handoff.',
    );
  if (handoff.checkRuns.length === 0)
    throw new Problem(
      `The checks of ${handoff.id} have never run, so none has passed.`,
      'Run them, then export.',
    );
  const file = recordedPath(handoff.workspace, filePath);
  // Runs of another checks file say nothing of this one.
  const ofFile = handoff.checkRuns.filter((one) => one.file === file);
  if (ofFile.length === 0)
    throw new Problem(
      `${filePath} has never run with ${handoff.id}; its runs are of ${handoff.checkRuns.at(-1)?.file ?? ''}.`,
      'Run "handoff-wizard check" with it, or name the other with --file.',
    );
  const run: CheckRunRecord = findRun(
    named === undefined ? ofFile : handoff.checkRuns,
    named ?? 'last',
  );
  if (run.file !== file)
    throw new Problem(
      `Run ${shortId(run.id)} is of ${run.file}, not of ${filePath}.`,
      'Name that file with --file.',
    );
  const {sha256} = await readChecksFile(filePath, {vars});
  if (run.fileSha256 !== sha256)
    throw new Problem(
      `${filePath} is not what run ${shortId(run.id)} was made of: the file or one it includes has changed.`,
      'Run the checks, then export again.',
    );
  return run;
}

/**
 * The passed checks in a form that needs nothing of this program; runs and writes nothing.
 *
 * @throws {Problem} when no run of the file as it is now was kept.
 */
export async function exportRun(wanted: ExportedRun): Promise<Exported> {
  const {filePath, vars = {}, form} = wanted;
  const run = await runOf(wanted);
  return exportChecks({
    path: filePath,
    vars,
    form,
    results: run.results,
    origin: {
      ranAt: run.startedAt,
      run: shortId(run.id),
      library: path.join(templatesFolder(), 'export'),
    },
  });
}

function cannotWrite(place: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(`The export cannot be written to ${place}: ${reason}.`, 'Name another place.');
}

function isAnothers(place: string): Problem {
  return new Problem(
    `${place} is there already, and is no export that was written there and left as it was.`,
    'Nothing was written over. Name another place, or move it away.',
  );
}

async function writeFileOut(
  home: string,
  place: string,
  {text, isProgram}: ExportedFile,
): Promise<void> {
  try {
    if ((await whoseFile(home, place)) === 'other') throw isAnothers(place);
    await noteWritten(home, place, text);
    await writeFile(place, text, {mode: isProgram ? 0o755 : 0o644});
  } catch (error) {
    throw error instanceof Problem ? error : cannotWrite(place, error);
  }
}

/** Plugins of an earlier export would go on being found, so they make way; nothing else does. */
async function emptied(home: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, {recursive: true});
    const names = await readdir(folder);
    const foreign = names.filter(
      (name) => !/^(?:check_\d+\w*|nagios\.cfg|icinga2\.conf)$/.test(name),
    );
    if (foreign.length > 0)
      throw new Problem(
        `${folder} holds other files than an export, such as ${foreign[0] ?? ''}.`,
        'Name an empty folder.',
      );
    const places = names.map((name) => path.join(folder, name));
    for (const place of places)
      if ((await whoseFile(home, place)) === 'other') throw isAnothers(place);
    await Promise.all(places.map(async (place) => rm(place)));
  } catch (error) {
    throw error instanceof Problem ? error : cannotWrite(folder, error);
  }
}

/**
 * Writes an export: plugins into a folder, which is made if missing, any other form into a file.
 *
 * @throws {Problem} when something else lies there, or it cannot be written.
 */
export async function writeExport(
  home: string,
  {form}: Pick<ExportedRun, 'form'>,
  {files}: Exported,
  out: string,
): Promise<void> {
  const [first] = files;
  if (form === 'nagios') {
    await emptied(home, out);
    await Promise.all(
      files.map(async (file) => writeFileOut(home, path.join(out, file.name), file)),
    );
  } else if (first) await writeFileOut(home, out, first);
}

/** What was exported, what was left out and why, and what is to be known of it. */
export function exportedWords({carried, leftOut, notes}: Exported, out?: string): string[] {
  const list = (title: string, entries: Exported['leftOut']) =>
    entries.length === 0 ? [] : [title, ...entries.map(({name, reason}) => `  ${name}: ${reason}`)];
  const checks = carried === 1 ? '1 check' : `${carried} checks`;
  return [
    `${checks} exported${out === undefined ? '' : ` to ${out}`}.`,
    ...list('Left out:', leftOut),
    ...list('To know:', notes),
  ];
}
