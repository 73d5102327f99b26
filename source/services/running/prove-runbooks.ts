import {recordsOf} from '../../handoff/registers/records.ts';
import {isKnownToWork, proofStanding} from '../../handoff/standing/proof-standing.ts';
import {appendChanges} from '../../store/append-changes.ts';
import {readSnapshot} from '../../store/snapshot.ts';
import type {Context} from '../context.ts';
import {runCommands} from './run-commands.ts';
import {walkRunbook} from './walk-runbook.ts';

/**
 * Runs the sample's own runbooks, one after the other, and keeps what came of it. Only for the
 * sample: the program wrote these commands itself.
 *
 * @param items whose runbooks to run; all that have commands, where not given
 * @returns how many did what they say
 */
export async function proveRunbooks(
  {home, actor}: Context,
  id: string,
  items?: readonly string[],
): Promise<number> {
  const {handoff} = readSnapshot(home, id);
  const runbooks = recordsOf(handoff, 'runbooks').filter(
    (record) => items?.includes(record.item) ?? true,
  );
  let proven = 0;
  for (const record of runbooks) {
    const proof = await walkRunbook(record, {
      folder: handoff.workspace,
      signal: AbortSignal.any([]),
      run: (order) => runCommands(home, order),
    });
    if (!proof) continue;
    const {snapshot} = await appendChanges({home, id, actor, decide: () => [proof]});
    const standing = proofStanding(snapshot.handoff, record, new Date().toISOString());
    if (isKnownToWork(standing)) proven += 1;
  }
  return proven;
}
