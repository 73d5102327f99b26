import {randomUUID} from 'node:crypto';
import type {PublishedSubject} from '../../handoff/publishing/published.ts';
import {isSameSubject, lastPublishedAt} from '../../handoff/publishing/published-standing.ts';
import {digestOf} from '../../handoff/standing/digest.ts';
import type {Content} from '../../integrations/integration-entry.ts';
import {updateOutbox} from '../../store/outbox/outbox-file.ts';
import type {Sending} from '../../store/outbox/sending.ts';
import type {Folded} from '../../store/snapshot.ts';
import {contentsFor, markOf} from './published-contents.ts';
import {placeOf, type FoundTarget} from './find-targets.ts';

/** Who asks for it, and when. */
export interface AskedBy {
  readonly actor: string;
  /** Gives the ISO 8601 instant now. */
  readonly now: () => string;
}

function subjectOf(target: string, {kind, about}: Content): PublishedSubject {
  return {target, kind, ...(about === undefined ? {} : {about})};
}

/** What a step of an issue is about; anything else is about itself. */
function issueOf(subject: PublishedSubject): PublishedSubject {
  const {target, kind, about = ''} = subject;
  if (kind !== 'status') return subject;
  return about === 'outcome' ? {target, kind: 'outcome'} : {target, kind: 'point', about};
}

/** What a handoff would send now that its targets do not have, or have otherwise. */
export async function planSendings(
  home: string,
  snapshot: Folded,
  targets: readonly FoundTarget[],
  {actor, now}: AskedBy,
): Promise<readonly Sending[]> {
  const {handoff} = snapshot;
  const planned: Sending[] = [];
  for (const target of targets)
    for (const content of await contentsFor(home, snapshot, target)) {
      const subject = subjectOf(target.name, content);
      const digest = digestOf(content);
      const place = placeOf(target, content.kind);
      if (lastPublishedAt(handoff, subject, place)?.digest === digest) continue;
      const of = issueOf(subject);
      const {remote} = lastPublishedAt(handoff, of, placeOf(target, of.kind)) ?? {};
      // The step of an issue follows once the issue is there.
      if (content.kind === 'status' && remote === undefined) continue;
      const {title, text, isClosed, data} = content;
      planned.push({
        ...subject,
        id: randomUUID(),
        through: target.integration.word,
        title,
        text,
        isClosed,
        data,
        audience: target.audience,
        digest,
        mark: markOf(handoff, content),
        place,
        at: now(),
        by: actor,
        state: 'waiting',
        tries: 0,
        ...(remote === undefined ? {} : {remote}),
      });
    }
  return planned;
}

/** What may have arrived, or is under way, stays as it is until that is known. */
function isBound({state, isUnsure = false}: Sending): boolean {
  return isUnsure || state === 'sending' || state === 'arrived' || state === 'asks';
}

/** Whether it is the same to the same place, for the same readers. */
function isAs(one: Sending, next: Sending): boolean {
  return one.digest === next.digest && one.place === next.place && one.audience === next.audience;
}

/** An outbox with what is planned: instead of what waits of the same, and after what is under way. */
export function withPlanned(
  outbox: readonly Sending[],
  planned: readonly Sending[],
  {handoff}: Folded,
): readonly Sending[] {
  const isThere = (one: Sending) => lastPublishedAt(handoff, one, one.place)?.digest === one.digest;
  const kept = outbox.flatMap((one): Sending[] => {
    const next = planned.find((other) => isSameSubject(one, other));
    if (isBound(one)) return [one];
    // It is there by now as it should be, so there is nothing left to send.
    if (!next) return isThere(one) ? [] : [one];
    if (isAs(one, next)) return [one];
    return [one.tries === 0 ? {...next, id: one.id} : next];
  });
  // What another process has sent since it was planned is there.
  const isNew = (next: Sending) =>
    !outbox.some((one) => isSameSubject(one, next)) && !isThere(next);
  return [...kept, ...planned.filter(isNew)];
}

/**
 * Puts what is planned into the outbox, from which it is sent; gives the outbox.
 *
 * @param snapshot gives the handoff as the journal has it at that moment: what was sent is told there before
 *   it leaves the outbox
 */
export async function enqueue(
  home: string,
  snapshot: () => Folded,
  planned: readonly Sending[],
): Promise<readonly Sending[]> {
  return updateOutbox(home, snapshot().handoff.id, (outbox) =>
    withPlanned(outbox, planned, snapshot()),
  );
}
