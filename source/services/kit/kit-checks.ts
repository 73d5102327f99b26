import path from 'node:path';
import {readChecksFile} from '../../checks/read-checks-file.ts';
import {ChecksFileError} from '../../checks/spec/checks-file-error.ts';
import {shortId} from '../../checks/diff/find-run.ts';
import type {BagFiles} from '../../documents/archive/bag.ts';
import {below} from '../../documents/archive/archive-handoff.ts';
import {scriptFile} from '../../documents/kit/make-kit.ts';
import {exportChecks} from '../../export/export-checks.ts';
import type {Kit} from '../../handoff/kits/kit-file.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {templatesFolder} from '../../playbook/templates-folder.ts';
import {gatherChecks} from '../archive/archive-checks.ts';
import {checksPath} from '../checks/checks-path.ts';

/** The checks of a handoff as its kit has them. */
export interface KitChecks {
  /** By their path from the payload. */
  readonly files: BagFiles;
  readonly checks: Kit['checks'];
  /** What whoever makes the kit is to be told. */
  readonly remarks: readonly string[];
}

interface Scripted {
  readonly text?: string;
  readonly remark?: string;
}

/** The checks that passed as a script; why there is none, where there is none. */
async function scriptOf(handoff: Handoff, file: string, sha256: string): Promise<Scripted> {
  const run = handoff.checkRuns.findLast((one) => one.fileSha256 === sha256);
  if (!run)
    return {remark: 'The checks have not run as they are now, so the kit has no script of them.'};
  const {files, leftOut} = await exportChecks({
    path: file,
    form: 'sh',
    results: run.results,
    origin: {
      ranAt: run.startedAt,
      run: shortId(run.id),
      library: path.join(templatesFolder(), 'export'),
      // Where it lies with us is nobody's business, and says nothing there.
      folder: '.',
    },
  });
  const [first] = files;
  if (!first) return {};
  const remark =
    leftOut.length === 0
      ? undefined
      : `Not in the script of the kit: ${leftOut.map(({name, reason}) => `${name} (${reason})`).join('; ')}`;
  if (first.text.includes(handoff.workspace))
    return {remark: `The kit has no script of the checks: it would show ${handoff.workspace}.`};
  return {text: first.text, ...(remark === undefined ? {} : {remark})};
}

/** The checks file of the handoff's workspace with what it includes, and as a script. */
export async function kitChecks(handoff: Handoff): Promise<KitChecks> {
  const {files, remarks} = await gatherChecks(handoff);
  const file = checksPath(handoff.workspace);
  if (files.size === 0) return {files: new Map(), checks: undefined, remarks};
  try {
    const {checks, sha256} = await readChecksFile(file);
    const {text, remark} = await scriptOf(handoff, file, sha256);
    return {
      files: new Map([
        ...below('checks', files),
        ...(text === undefined ? [] : [[scriptFile, text] as const]),
      ]),
      checks: {
        file: `checks/${path.basename(file)}`,
        names: checks.map(({name, severity}) => ({name, severity})),
        ...(text === undefined ? {} : {script: scriptFile}),
      },
      remarks: [...remarks, ...(remark === undefined ? [] : [remark])],
    };
  } catch (error) {
    if (!(error instanceof ChecksFileError)) throw error;
    const remark = `${file} has mistakes, so the kit has no checks: "handoff-wizard check lint" shows them.`;
    return {files: new Map(), checks: undefined, remarks: [remark]};
  }
}
