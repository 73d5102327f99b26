import path from 'node:path';
import {runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {Problem} from '../../problem.ts';
import {onInterrupt} from '../../programs/on-interrupt.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {openKitOr} from '../../services/kit/open-kit.ts';
import {createReceiverServices} from '../../services/kit/receiver-services.ts';
import {verifyAfter} from '../../services/running/verify-after.ts';
import {walkRunbook} from '../../services/running/walk-runbook.ts';
import {print} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {findRunbook} from '../runbook/find-runbook.ts';
import {requireYes, tellStep} from '../runbook/run-runbook.ts';

export interface AnswerRunOptions {
  readonly kit?: string;
  readonly folder?: string;
  /** Whether `--yes` is one to changes of the system as well. */
  readonly changes?: boolean;
}

/**
 * Runs a runbook of a kit once a person has seen it whole and said yes.
 *
 * @returns 0 where it did what it says, 3 where not, 130 where it was interrupted; what ran is kept
 */
export async function answerRunbook(query: string, options: AnswerRunOptions): Promise<number> {
  const context = await readContext();
  const opened = await openKitOr(context.home, options.kit);
  const services = createReceiverServices(context, opened);
  const {live} = services;
  const row = findRunbook(live.snapshot().handoff, query);
  const folder = path.resolve(options.folder ?? '.');
  const [first] = runbookSteps(row);
  if (!first || first.commands === '')
    throw new Problem(
      `"${recordTitle(row)}" begins with a step that is done by hand.`,
      'Do it, and say how it went: handoff-wizard answer demonstrate TASK unaided.',
    );
  await requireYes(row, folder, options.changes ?? false);
  const controller = new AbortController();
  const {signal} = controller;
  const stopListening = onInterrupt(() => controller.abort());
  try {
    let unverified: string | undefined;
    const proof = await walkRunbook(row, {
      folder,
      signal,
      run: services.runCommands,
      onStep: tellStep,
      async verify() {
        unverified = await verifyAfter({services, live, folder}, row, signal);
        return unverified;
      },
    });
    if (unverified !== undefined) process.stderr.write(`${unverified}\n`);
    if (!proof) throw new Problem('It could not be started.', 'Nothing was run.');
    const refused = proof.isMet ? live.refusal(proof) : undefined;
    if (refused) process.stderr.write(`${refused.message}\n`);
    const isMet = proof.isMet && !refused;
    await live.dispatch([{...proof, isMet}]);
    print(
      `${opened.kit.handoff}: ${isMet ? 'as it should be' : 'kept as a try'} – ${recordTitle(row)}`,
    );
    tellNameNotice(context);
    if (signal.aborted) return exitCodes.interrupted;
    return isMet ? exitCodes.good : exitCodes.blocked;
  } finally {
    stopListening();
  }
}
