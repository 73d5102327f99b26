import type {ExportForm} from '../../export/export-checks.ts';
import {Problem} from '../../problem.ts';
import {exportedWords, exportRun, writeExport} from '../../services/checks/write-export.ts';
import {storeHome} from '../../store/store-home.ts';
import {print} from '../print.ts';
import type {ChecksFileOptions} from './check-options.ts';
import {checksFilePath, handoffOf} from './open-checks.ts';
import {remark} from '../../tell-aside.ts';

export interface ExportOptions extends ChecksFileOptions {
  readonly as: ExportForm;
  readonly out?: string;
  readonly run?: string;
}

/** Writes the passed checks in a form that needs nothing of this program; runs nothing. */
export async function checkExport(options: ExportOptions): Promise<number> {
  const {as: form, out, run, var: vars = {}} = options;
  if (form === 'nagios' && out === undefined)
    throw new Problem('Plugins are several files, so they need a folder.', 'Name one with --out.');
  const home = storeHome();
  const handoff = await handoffOf(home, options, 'acts');
  const filePath = checksFilePath(options, handoff);
  const exported = await exportRun({filePath, handoff, vars, run, form});
  const [first] = exported.files;
  if (out !== undefined) await writeExport(home, {form}, exported, out);
  else if (first) print(first.text);
  remark(exportedWords(exported, out).join('\n'));
  return 0;
}
