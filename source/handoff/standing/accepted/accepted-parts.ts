import type {Handoff} from '../../model/handoff.ts';
import type {AcceptedPart} from './accepted-part.ts';
import {digester} from '../digest.ts';
import {pointParts, promiseParts} from './promise-parts.ts';
import {
  checkParts,
  demonstrationParts,
  proofParts,
  runParts,
  teachBackParts,
} from './proven-parts.ts';
import {sessionParts} from './session-parts.ts';
import {itemParts, rowParts} from './written-parts.ts';

const ofName = digester(
  ({customer, system}: {readonly customer: string; readonly system: string}) => ({
    customer,
    system,
  }),
);

/**
 * All that an acceptance is of, each thing with its digest: the rows of the tables, what was said of
 * the items up to the session, the last outcome of each check, the last try of each runbook,
 * of the commands of each item, of each demonstration and of each question of the training, the record of the session with its questions and actions, the days and closing
 * of open points, waivers, and extensions of the transition. Not in it: internal notes and fields,
 * owners and due dates of items, the plan of the session, the conditions of the acceptance, and where
 * anybody's cursor is.
 *
 * It is taken from what people entered and not from what rules make of it, so that a newer program
 * finds the same; whoever puts another thing in raises the `journalVersion`.
 */
export function acceptedParts(handoff: Handoff): readonly AcceptedPart[] {
  return [
    {
      id: 'handoff',
      subject: 'the name of the system',
      digest: ofName(handoff),
      happened: 'was changed',
    },
    ...itemParts(handoff),
    ...rowParts(handoff),
    ...proofParts(handoff),
    ...runParts(handoff),
    ...checkParts(handoff),
    ...demonstrationParts(handoff),
    ...teachBackParts(handoff),
    ...sessionParts(handoff),
    ...pointParts(handoff),
    ...promiseParts(handoff),
  ];
}
