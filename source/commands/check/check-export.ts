import {mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {findRun, shortId} from '../../checks/diff/find-run.ts';
import {exportChecks, type ExportForm} from '../../export/export-checks.ts';
import type {Exported, ExportedFile} from '../../export/exported.ts';
import {readChecksFile} from '../../checks/read-checks-file.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {CheckRunRecord} from '../../handoff/model/check-run.ts';
import {templatesFolder} from '../../playbook/templates-folder.ts';
import {Problem} from '../../problem.ts';
import type {ChecksFileOptions} from './check-options.ts';
import {recordedPath} from '../../services/checks/checks-path.ts';
import {storeHome} from '../../store/store-home.ts';
import {noteWritten, whoseFile} from '../../store/written-files.ts';
import {print} from '../print.ts';
import {checksFilePath, handoffOf} from './open-checks.ts';

export interface ExportOptions extends ChecksFileOptions {
  readonly as: ExportForm;
  readonly out?: string;
  readonly run?: string;
}

/** The run that is exported, of exactly the content that the file has now. */
async function runOf(
  options: ExportOptions,
  filePath: string,
  handoff: Handoff | undefined,
): Promise<CheckRunRecord> {
  if (!handoff)
    throw new Problem(
      `No handoff has its workspace where ${filePath} lies, so no run of it was kept.`,
      'Name the handoff with --handoff.',
    );
  if (handoff.checkRuns.length === 0)
    throw new Problem(
      `The checks of ${handoff.id} have never run, so none has passed.`,
      'Run them with "handoff-wizard check".',
    );
  const file = recordedPath(handoff.workspace, filePath);
  // Runs of another checks file say nothing of this one.
  const ofFile = handoff.checkRuns.filter((one) => one.file === file);
  if (ofFile.length === 0)
    throw new Problem(
      `${filePath} has never run with ${handoff.id}; its runs are of ${handoff.checkRuns.at(-1)?.file ?? ''}.`,
      'Run "handoff-wizard check" with it, or name the other with --file.',
    );
  const run = findRun(
    options.run === undefined ? ofFile : handoff.checkRuns,
    options.run ?? 'last',
  );
  if (run.file !== file)
    throw new Problem(
      `Run ${shortId(run.id)} is of ${run.file}, not of ${filePath}.`,
      'Name that file with --file.',
    );
  const {sha256} = await readChecksFile(filePath, {vars: options.var ?? {}});
  if (run.fileSha256 !== sha256)
    throw new Problem(
      `${filePath} is not what run ${shortId(run.id)} was made of: the file or one it includes has changed.`,
      'Run "handoff-wizard check" and export again.',
    );
  return run;
}

function cannotWrite(place: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(
    `The export cannot be written to ${place}: ${reason}.`,
    'Name another with --out.',
  );
}

function isAnothers(place: string): Problem {
  return new Problem(
    `${place} is there already, and is no export that was written there and left as it was.`,
    'Nothing was written over. Name another with --out, or move it away.',
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
        'Name an empty folder with --out.',
      );
    const places = names.map((name) => path.join(folder, name));
    for (const place of places)
      if ((await whoseFile(home, place)) === 'other') throw isAnothers(place);
    await Promise.all(places.map(async (place) => rm(place)));
  } catch (error) {
    throw error instanceof Problem ? error : cannotWrite(folder, error);
  }
}

function told({carried, leftOut, notes}: Exported, out: string | undefined): string {
  const list = (title: string, entries: Exported['leftOut']) =>
    entries.length === 0 ? [] : [title, ...entries.map(({name, reason}) => `  ${name}: ${reason}`)];
  const checks = carried === 1 ? '1 check' : `${carried} checks`;
  return [
    `${checks} exported${out === undefined ? '' : ` to ${out}`}.`,
    ...list('Left out:', leftOut),
    ...list('To know:', notes),
  ].join('\n');
}

/** Writes the passed checks in a form that needs nothing of this program; runs nothing. */
export async function checkExport(options: ExportOptions): Promise<number> {
  const {as: form, out} = options;
  if (form === 'nagios' && out === undefined)
    throw new Problem('Plugins are several files, so they need a folder.', 'Name one with --out.');
  const home = storeHome();
  const handoff = await handoffOf(home, options, 'acts');
  const filePath = checksFilePath(options, handoff);
  const run = await runOf(options, filePath, handoff);
  const exported = await exportChecks({
    path: filePath,
    vars: options.var ?? {},
    form,
    results: run.results,
    origin: {
      ranAt: run.startedAt,
      run: shortId(run.id),
      library: path.join(templatesFolder(), 'export'),
    },
  });
  const [first] = exported.files;
  if (form === 'nagios' && out !== undefined) {
    await emptied(home, out);
    await Promise.all(
      exported.files.map(async (file) => writeFileOut(home, path.join(out, file.name), file)),
    );
  } else if (first && out !== undefined) await writeFileOut(home, out, first);
  else if (first) print(first.text);
  process.stderr.write(`${told(exported, out)}\n`);
  return 0;
}
