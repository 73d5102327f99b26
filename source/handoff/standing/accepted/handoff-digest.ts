import {shownName} from '../../people/shown-name.ts';
import type {AcceptedState} from '../../model/accepted-state.ts';
import type {Handoff} from '../../model/handoff.ts';
import type {Place} from '../../model/place.ts';
import {dayIn} from '../../time/schedule.ts';
import {dateWords} from '../../time/wording.ts';
import {partId, readPartId, type AcceptedPart} from './accepted-part.ts';
import {acceptedParts} from './accepted-parts.ts';
import {digestOf} from '../digest.ts';

/** {@link acceptedParts} as they are now, which is kept of the handoff when it is accepted. */
export function acceptedState(handoff: Handoff): AcceptedState {
  return Object.fromEntries(
    acceptedParts(handoff).map(({id, digest, subject}) => [id, {digest, subject}]),
  );
}

/**
 * SHA-256 of all that an acceptance is of, 64 hexadecimal digits. Each part is hashed once for as
 * long as it stays the same, so that asking at every key costs little.
 */
export function handoffDigest(handoff: Handoff): string {
  return digestOf(Object.fromEntries(acceptedParts(handoff).map(({id, digest}) => [id, digest])));
}

/** Something that is no longer as it was accepted. */
export interface ChangedPart {
  /** Such as `the runbook "Restart" was changed on Wed 24 Jun by Jordan Ruiz`. */
  readonly text: string;
  /** ISO 8601 instant and actor, where they are known. */
  readonly at?: string;
  readonly by?: string;
  readonly place?: Place;
}

function changedPart(handoff: Handoff, part: AcceptedPart): ChangedPart {
  const {subject, happened, at, by, place} = part;
  const {timeZone, updatedAt} = handoff;
  const day = at && ` on ${dateWords(dayIn(timeZone, at), dayIn(timeZone, updatedAt))}`;
  return {
    text: `${subject} ${happened}${day ?? ''}${by ? ` by ${shownName(handoff, by)}` : ''}`,
    ...(at === undefined ? {} : {at}),
    ...(by === undefined ? {} : {by}),
    ...(place ? {place} : {}),
  };
}

function isChange(part: AcceptedPart, state: AcceptedState): boolean {
  const before = state[part.id];
  if (before?.digest === part.digest || part.settles === 'always') return false;
  return before !== undefined || part.settles !== 'when new';
}

/** What of an earlier state is gone; a try goes with its row, and a point with its source. */
function removedParts(ids: ReadonlySet<string>, state: AcceptedState): ChangedPart[] {
  return Object.entries(state).flatMap(([id, {subject: words}]) => {
    const {kind, subject = ''} = readPartId(id) ?? {};
    if (ids.has(id) || kind === 'point') return [];
    if (kind === 'proof' && !ids.has(partId('row', subject))) return [];
    return [{text: `${words} ${kind === 'item' ? 'says nothing any more' : 'was taken away'}`}];
  });
}

/** What differs between an earlier state and now, a line each. */
export function changesSince(handoff: Handoff, state: AcceptedState): readonly ChangedPart[] {
  const parts = acceptedParts(handoff);
  const changed = parts.filter((part) => isChange(part, state));
  return [
    ...changed.map((part) => changedPart(handoff, part)),
    ...removedParts(new Set(parts.map(({id}) => id)), state),
  ];
}
