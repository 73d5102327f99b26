import type {ChecksFile} from '../../checks/checks-file.ts';
import type {Attestation} from '../../checks/check-result.ts';
import type {Selection} from '../../checks/plan-run.ts';
import {readChecksFile} from '../../checks/read-checks-file.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {appendChanges} from '../../store/append-changes.ts';
import type {Context} from '../../services/context.ts';
import {readSnapshot} from '../../store/snapshot.ts';
import type {CheckOptions} from './check-options.ts';
import {paragraph} from './doubt-paragraph.ts';
import {withProgress} from '../show-progress.ts';
import {onInterrupt} from '../../programs/on-interrupt.ts';
import {lookAtChecks} from '../../services/checks/look-at-checks.ts';
import {proofDoubts} from '../../services/checks/proof-doubts.ts';
import {attestedNow} from '../../services/checks/run-memory.ts';
import {requireTrust} from '../trust/require-trust.ts';

import {keepRun, runFile, type DoneRun} from '../../services/checks/run-checks.ts';
import {remark} from '../../tell-aside.ts';

function selectionOf({only, tag, severity}: CheckOptions): Selection {
  return {only, tags: tag, severity};
}

/** Ctrl+C ends the children, keeps what is through, and gives 130. */
async function runInterruptibly(
  file: ChecksFile,
  handoff: Handoff | undefined,
  options: CheckOptions,
  attested: ReadonlyMap<string, Attestation>,
): Promise<DoneRun> {
  const {jobs, failFast, allowChanges} = options;
  const selection = selectionOf(options);
  const controller = new AbortController();
  const stopListening = onInterrupt(() => controller.abort());
  try {
    return await withProgress(
      async (onProgress) =>
        runFile(file, handoff, {
          ...selection,
          attested,
          jobs,
          failFast,
          allowChanges,
          signal: controller.signal,
          onProgress,
        }),
      {isQuiet: options.json},
    );
  } finally {
    stopListening();
  }
}

/** Keeps a run with its handoff, and what the handoff's own checks file says today. */
export async function keepWith(context: Context, id: string, done: DoneRun): Promise<Handoff> {
  const {home, actor} = context;
  const append = async (changes: readonly Change[]) =>
    (await appendChanges({home, id, actor, decide: () => changes})).snapshot.handoff;
  await keepRun(context, readSnapshot(home, id).handoff, done, append);
  const handoff = readSnapshot(home, id).handoff;
  // A run of another file leaves the handoff's own as it is, so it is looked at as well.
  const sights = await lookAtChecks(handoff);
  return sights.length === 0 ? handoff : append(sights);
}

/** On standard error, as they keep nothing from running. */
async function tellProofDoubts(file: ChecksFile, handoff: Handoff | undefined): Promise<void> {
  for (const doubt of await proofDoubts(file, handoff)) remark(paragraph(doubt));
}

/** Reads, asks for trust, and runs. `handoff` is the id of the one whose last run is gone on from. */
export async function runOnce(
  {home, actor}: Context,
  {filePath, handoff}: {readonly filePath: string; readonly handoff: string | undefined},
  options: CheckOptions,
): Promise<DoneRun> {
  const file = await readChecksFile(filePath, {vars: options.var ?? {}});
  const at = new Date().toISOString();
  const attested = await attestedNow(file, options, {by: actor, at});
  await requireTrust(home, file, options.trust ?? false);
  const known = handoff === undefined ? undefined : readSnapshot(home, handoff).handoff;
  await tellProofDoubts(file, known);
  return runInterruptibly(file, known, options, attested);
}
