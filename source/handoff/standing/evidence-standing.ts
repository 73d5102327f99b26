import type {FoundEvidence} from '../model/found-evidence.ts';
import type {Handoff} from '../model/handoff.ts';
import type {KeptOutput} from '../model/kept-output.ts';
import type {Proof} from '../model/proof.ts';

/** The outputs that a proof keeps, one for each step that has one. */
export function keptOutputs({
  evidence,
  steps = [],
}: Pick<Proof, 'evidence' | 'steps'>): KeptOutput[] {
  return [evidence, ...steps.map((step) => step.evidence)].filter((one) => one !== undefined);
}

type EvidenceHistory = Pick<Handoff, 'foundEvidence' | 'checkRuns' | 'proofs' | 'items'>;

/** Whether the same output was kept anew after an instant, which puts the file right. */
function isKeptSince(
  {checkRuns, proofs, items}: EvidenceHistory,
  stored: string,
  at: string,
): boolean {
  const isLater = (instant: string) => Date.parse(instant) >= Date.parse(at);
  return (
    proofs.some(
      (proof) => isLater(proof.at) && keptOutputs(proof).some((kept) => kept.stored === stored),
    ) ||
    Object.values(items).some(({runs = []}) =>
      runs.some((run) => isLater(run.at) && run.evidence?.stored === stored),
    ) ||
    checkRuns.some(({results}) =>
      results.some(
        ({evidence, startedAt, isLeftOut}) =>
          evidence?.stored === stored && isLeftOut !== true && isLater(startedAt),
      ),
    )
  );
}

/**
 * What is wrong with a piece of evidence, by the SHA-256 that it is named by, and since when that is
 * known; nothing while it is what was kept.
 */
export function evidenceFault(handoff: EvidenceHistory, stored: string): FoundEvidence | undefined {
  const found = handoff.foundEvidence.findLast((one) => one.stored === stored);
  return found && !isKeptSince(handoff, stored, found.at) ? found : undefined;
}
