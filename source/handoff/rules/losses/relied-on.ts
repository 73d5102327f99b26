import type {HandoffRecord} from '../../model/handoff-record.ts';
import type {Handoff} from '../../model/handoff.ts';
import {audienceOf} from '../../audience/audience-of.ts';
import {recordsOf} from '../../registers/records.ts';
import type {RegisterName} from '../../../playbook/playbook.ts';

/** What somebody did on the word of the handoff. */
export type Reliance = 'accepted' | 'agreed' | 'proven' | 'performed' | 'told';

/** The tables that the customer's acknowledgement is of. */
export const agreedRegisters: ReadonlySet<RegisterName> = new Set([
  'severities',
  'out-of-scope',
  'contacts',
  'transition',
]);

const isSince = (instant: string | undefined, since: string) =>
  instant !== undefined && Date.parse(instant) >= Date.parse(since);

/**
 * Whether the customer was told, or accepted, something that was there at an instant: in a session
 * that has ended since, in documents that were written for them, or in what they accepted.
 */
export function relianceSince(handoff: Handoff, since: string): Reliance | undefined {
  const {signOffs, session, documentSets} = handoff;
  if (signOffs.some(({at, decision}) => decision !== 'declined' && isSince(at, since)))
    return 'accepted';
  const isTold =
    session.parts.some(({endedAt}) => isSince(endedAt, since)) ||
    documentSets.some(({at, audience}) => audience !== 'internal' && isSince(at, since));
  return isTold ? 'told' : undefined;
}

function isAgreedSince(handoff: Handoff, {register}: HandoffRecord, since: string): boolean {
  const said = recordsOf(handoff, 'acknowledgements');
  return agreedRegisters.has(register) && said.some((one) => isSince(one.addedAt, since));
}

function isPerformedSince(
  {demonstrations, teachBacks}: Handoff,
  {id, register}: HandoffRecord,
  since: string,
): boolean {
  if (register === 'teach-back') return teachBacks.some(({question}) => question === id);
  return register === 'runbooks' && demonstrations.some(({endedAt}) => isSince(endedAt, since));
}

/** Whether the customer knows of a row: in one of these ways since it became theirs to read. */
export function isKnownRow(handoff: Handoff, row: HandoffRecord): boolean {
  const since = row.addressedAt ?? row.addedAt;
  return (
    isAgreedSince(handoff, row, since) ||
    isPerformedSince(handoff, row, since) ||
    relianceSince(handoff, since) !== undefined
  );
}

function rowReliance(handoff: Handoff, row: HandoffRecord): Reliance | undefined {
  const {id, register, addedAt} = row;
  if (isAgreedSince(handoff, row, addedAt)) return 'agreed';
  if (register === 'runbooks' && handoff.proofs.some(({record}) => record === id)) return 'proven';
  if (isPerformedSince(handoff, row, addedAt)) return 'performed';
  // Nobody was told of what is kept from them.
  return audienceOf(handoff, {kind: 'row', id}) === 'internal'
    ? undefined
    : relianceSince(handoff, addedAt);
}

/** How somebody has relied on a row, or on what was entered at an instant; nothing before that. */
export function relianceOn(
  handoff: Handoff,
  thing: HandoffRecord | {readonly since: string},
): Reliance | undefined {
  return 'since' in thing ? relianceSince(handoff, thing.since) : rowReliance(handoff, thing);
}

/**
 * Whether somebody has proven, performed, agreed to, been told or accepted it. Until then it is
 * edited freely; from then on what takes from it keeps a line.
 */
export function hasBeenReliedOn(
  handoff: Handoff,
  thing: HandoffRecord | {readonly since: string},
): boolean {
  return relianceOn(handoff, thing) !== undefined;
}
