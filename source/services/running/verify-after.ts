import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {verifiedWith, verifyingRunbook} from '../../handoff/standing/verification.ts';
import type {HandoffAtHand} from '../../store/live-handoff.ts';
import type {RunServices} from '../services.ts';
import {walkRunbook} from './walk-runbook.ts';

interface Running {
  readonly services: RunServices;
  readonly live: HandoffAtHand;
  /** Absolute folder to run in; the workspace, where not given. */
  readonly folder?: string;
}

/**
 * Runs what has to show after a changing runbook that all is well, and keeps what came of it: a check
 * of the checks file, or a safe runbook.
 *
 * @returns why it could not be run; nothing where it was, or where nothing is named
 */
export async function verifyAfter(
  {services, live, folder = live.snapshot().handoff.workspace}: Running,
  row: HandoffRecord,
  signal: AbortSignal,
): Promise<string | undefined> {
  const name = verifiedWith(row);
  if (name === undefined) return undefined;
  const {handoff} = live.snapshot();
  const found = await services.readChecks(live);
  const file = 'file' in found ? found.file : undefined;
  if (file?.checks.some((check) => check.name === name)) {
    if (found.state !== 'ready')
      return `The check "${name}" was not run: nobody has trusted the checks file here. Look at the checks and trust them first, here or with "handoff-wizard ${services.trusting}".`;
    await services.runChecks(file, {live, only: [name], signal, onEvent: () => undefined});
    return undefined;
  }
  const other = verifyingRunbook(handoff, row, name);
  if (!other) return `There is neither a check nor a safe runbook "${name}".`;
  const proof = await walkRunbook(other, {folder, signal, run: services.runCommands});
  if (!proof) return `"${name}" is done by hand, so it was not run after it.`;
  await live.dispatch([proof]);
  return undefined;
}
