import type {ChecksFile} from '../../checks/checks-file.ts';
import type {Attestation, CheckRun} from '../../checks/check-result.ts';
import {runChecks, type CheckEvent, type RunOptions} from '../../checks/run.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import type {CheckRunRecord} from '../../handoff/model/check-run.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import type {Context} from '../context.ts';
import {followChecks} from './checks-progress.ts';
import {recordRun} from './record-run.ts';
import {rememberedFrom} from './run-memory.ts';

/** A run with the file that was run, and what people had said of its manual checks. */
export interface DoneRun {
  readonly file: ChecksFile;
  readonly run: CheckRun;
  readonly attestations: ReadonlyMap<string, Attestation>;
}

interface RunFileOptions extends Omit<RunOptions, 'attestations' | 'logPositions'> {
  /** What is said of manual checks with this run; it goes before what was said earlier. */
  readonly attested?: ReadonlyMap<string, Attestation>;
  readonly onProgress?: OnProgress | undefined;
}

/** Runs a checks file, and goes on from what the handoff knows of the runs before. */
export async function runFile(
  file: ChecksFile,
  handoff: Handoff | undefined,
  {attested = new Map(), onProgress, ...options}: RunFileOptions = {},
): Promise<DoneRun> {
  const {attestations: before, logPositions} = rememberedFrom(handoff, file);
  const attestations = new Map([...before, ...attested]);
  const followed = onProgress && followChecks(file, handoff, options, new Date().toISOString());
  const onEvent = (event: CheckEvent) => {
    options.onEvent?.(event);
    followed?.onEvent(event);
    if (followed) onProgress?.(followed.now());
  };
  const run = await runChecks(file, {...options, onEvent, attestations, logPositions});
  return {file, run, attestations};
}

/** Keeps a run with its handoff and gives its record: with what it left out as it stood before. */
export async function keepRun(
  context: Context,
  handoff: Handoff,
  done: DoneRun,
  append: (changes: readonly Change[]) => Promise<unknown>,
): Promise<CheckRunRecord> {
  const run = await recordRun(context, handoff, done, done.attestations);
  await append([{type: 'checks/recorded', run}]);
  return run;
}
