import type {Change} from '../handoff/changes/catalogue.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {checkFacts} from '../handoff/standing/of-checks/check-facts.ts';
import {evidenceFault, keptOutputs} from '../handoff/standing/evidence-standing.ts';
import {lastProof} from '../handoff/standing/proof-standing.ts';
import {readEvidence} from '../store/evidence.ts';
import {RefusedError} from '../store/refused-error.ts';
import {readOnlyWords} from '../store/reading-notices.ts';
import type {Snapshot} from '../store/snapshot.ts';
import {StoreError} from '../store/store-error.ts';
import {lookAtChecks} from './checks/look-at-checks.ts';

/** What the checks, runbooks and items rest on today, by the SHA-256 of each. */
function evidenceNames(handoff: Handoff): ReadonlySet<string> {
  const {measured} = checkFacts(handoff);
  const ofChecks = [...measured.values()].map((all) => all.at(-1)?.record.evidence?.stored);
  const ofProofs = handoff.records.flatMap(({id}) => {
    const proof = lastProof(handoff, id);
    return proof ? keptOutputs(proof).map(({stored}) => stored) : [];
  });
  const ofItems = Object.values(handoff.items).flatMap(({runs = []}) =>
    [...new Map(runs.map((run) => [run.of.join(' '), run])).values()].map(
      ({evidence}) => evidence?.stored,
    ),
  );
  return new Set([...ofChecks, ...ofProofs, ...ofItems].filter((name) => name !== undefined));
}

/**
 * Evidence that somebody edited. What is missing says nothing: a colleague has the journal, and not
 * every output that was kept on another machine.
 */
async function editedEvidence(home: string, handoff: Handoff): Promise<Change[]> {
  const found: Change[] = [];
  for (const stored of evidenceNames(handoff)) {
    if (evidenceFault(handoff, stored)?.kind === 'changed') continue;
    const {state} = await readEvidence(home, stored);
    if (state === 'changed') found.push({type: 'evidence/found-changed', stored, kind: 'changed'});
  }
  return found;
}

/**
 * Enters into the journal what has changed outside of it since it was last looked at: the checks file
 * and the evidence. Nothing is written while nothing changed, or where nothing can be written.
 */
export async function noteOutside(
  home: string,
  snapshot: Snapshot,
  append: (changes: readonly Change[]) => Promise<unknown>,
): Promise<void> {
  if (readOnlyWords(snapshot) !== undefined) return;
  const {handoff} = snapshot;
  const found = [...(await lookAtChecks(handoff)), ...(await editedEvidence(home, handoff))];
  if (found.length === 0) return;
  try {
    await append(found);
  } catch (error) {
    // It is shown as the journal has it; who writes a thing of his own is told that he cannot. What
    // another look entered a moment before is refused, and stands there already.
    if (!(error instanceof StoreError || error instanceof RefusedError)) throw error;
  }
}
