import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import type {Proof} from '../model/proof.ts';
import {fieldText} from './records.ts';

/** The last time that a runbook was tried. */
export function lastProof(handoff: Handoff, record: string): Proof | undefined {
  return handoff.proofs.findLast((proof) => proof.record === record);
}

/** Whether what ran is what the runbook says today; a try by hand tells nothing about that. */
export function isOfTheseCommands(proof: Proof, record: Pick<HandoffRecord, 'fields'>): boolean {
  return proof.command === '' || proof.command.trim() === fieldText(record, 'commands');
}
