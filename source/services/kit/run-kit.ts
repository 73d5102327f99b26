import type {ChecksFile} from '../../checks/checks-file.ts';
import type {Attestation} from '../../checks/check-result.ts';
import type {RunOptions} from '../../checks/run.ts';
import type {ProofChange} from '../../handoff/changes/run-proof.ts';
import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {verifiedWith, verifyingRunbook} from '../../handoff/standing/verification.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import type {Context} from '../context.ts';
import {recordRun} from '../checks/record-run.ts';
import {readChecks} from '../checks/read-checks.ts';
import {runFile} from '../checks/run-checks.ts';
import {runCommands} from '../running/run-commands.ts';
import {walkRunbook} from '../running/walk-runbook.ts';
import type {ChecksState} from '../services.ts';
import type {OpenedKit} from './open-kit.ts';
import {addEntry, readReceived, type Received} from './received.ts';

/** The checks of a kit: none came, or as any checks file, to be trusted before it runs. */
export async function readKitChecks(
  {home}: Context,
  {opened, handoff}: Received,
): Promise<ChecksState | undefined> {
  return opened.kit.checks ? readChecks(home, handoff) : undefined;
}

interface KitRunOptions extends Pick<
  RunOptions,
  'only' | 'allowChanges' | 'signal' | 'onEvent' | 'jobs'
> {
  readonly attested?: ReadonlyMap<string, Attestation>;
  readonly onProgress?: OnProgress | undefined;
}

/** Runs checks of a kit, which a person has trusted, and keeps what came of it as an answer. */
export async function runKitChecks(
  context: Context,
  opened: OpenedKit,
  file: ChecksFile,
  options: KitRunOptions,
): Promise<Received> {
  const {handoff} = readReceived(context, opened);
  const done = await runFile(file, handoff, options);
  const run = await recordRun(context, handoff, done, done.attestations);
  return addEntry(context, opened, {kind: 'checks', at: new Date().toISOString(), run});
}

/** A run of a runbook as an answer has it. */
export function runbookEntry(proven: ProofChange): AnswerEntry {
  const {type: _, kind: proof, steps, told, ...rest} = proven;
  return {
    kind: 'runbook',
    at: new Date().toISOString(),
    ...rest,
    ...(proof === undefined ? {} : {proof}),
    ...(steps === undefined ? {} : {steps: [...steps]}),
    ...(told === undefined ? {} : {told: [...told]}),
  };
}

interface Running {
  readonly context: Context;
  readonly opened: OpenedKit;
  /** Absolute folder to run in. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Runs what has to show after a changing runbook that all is well, and keeps what came of it.
 *
 * @returns why it could not be run; nothing where it was, or where nothing is named
 */
export async function verifyKitRunbook(
  {context, opened, folder, signal}: Running,
  row: HandoffRecord,
): Promise<string | undefined> {
  const name = verifiedWith(row);
  if (name === undefined) return undefined;
  const received = readReceived(context, opened);
  const found = await readKitChecks(context, received);
  const file = found && 'file' in found ? found.file : undefined;
  if (file?.checks.some((check) => check.name === name)) {
    if (found?.state !== 'ready')
      return `The check "${name}" was not run: nobody has trusted the checks of the kit here.`;
    await runKitChecks(context, opened, file, {only: [name], signal});
    return undefined;
  }
  const other = verifyingRunbook(received.handoff, row, name);
  if (!other) return `There is neither a check nor a safe runbook "${name}" in the kit.`;
  const run = async (order: Parameters<typeof runCommands>[1]) => runCommands(context.home, order);
  const proof = await walkRunbook(other, {folder, signal, run});
  if (!proof) return `"${name}" is done by hand, so it was not run after it.`;
  await addEntry(context, opened, runbookEntry(proof));
  return undefined;
}
