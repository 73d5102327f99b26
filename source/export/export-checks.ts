import {readChecksFile, type ReadOptions} from '../checks/read-checks-file.ts';
import {candidatesOf, type Candidates, type KnownResult} from './candidates.ts';
import {readMarked} from './environment-marks.ts';
import type {Exported} from './exported.ts';
import {shellScript, type Origin} from './shell-script.ts';
import {planShell} from './shell-plan.ts';

export const exportForms = ['sh', 'nagios', 'goss'] as const;
export type ExportForm = (typeof exportForms)[number];

export interface ExportOrder extends ReadOptions {
  /** The checks file. */
  readonly path: string;
  readonly form: ExportForm;
  /** Results of the run that is exported. */
  readonly results: readonly KnownResult[];
  readonly origin: Origin;
}

async function candidatesFor({
  path,
  results,
  origin: _,
  form: __,
  ...options
}: ExportOrder): Promise<Candidates> {
  const real = await readChecksFile(path, options);
  const marked = await readMarked(path, options);
  return candidatesOf({
    real,
    marked,
    results,
    ...(options.environment ? {environment: options.environment} : {}),
  });
}

/**
 * Writes the checks that passed in a form that needs nothing of this program. What the form cannot
 * say exactly is left out, with the reason. Runs nothing.
 * @throws ChecksFileError
 */
export async function exportChecks(order: ExportOrder): Promise<Exported> {
  const {form, origin} = order;
  const candidates = await candidatesFor(order);
  if (form === 'goss') {
    const {gossfile} = await import('./goss/gossfile.ts');
    return gossfile(candidates, origin);
  }
  const plan = planShell(candidates, form === 'nagios');
  const {entries, leftOut, notes} = plan;
  if (form === 'sh') {
    const text = await shellScript(candidates, plan, origin);
    return {files: [{name: '', text, isProgram: true}], carried: entries.length, leftOut, notes};
  }
  const {pluginFiles} = await import('./shell-plugins.ts');
  const files = await pluginFiles(candidates, plan, origin);
  return {files, carried: entries.length, leftOut, notes};
}
