import {useEffect, useState} from 'react';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {Services} from '../../services/services.ts';
import type {HandoffSummary} from '../../store/progress/progress-file.ts';

/** Milliseconds for which the cursor has to stay before a journal is read. */
const resting = 120;

interface Peeked {
  readonly id: string;
  /** As its summary had it when it was read. */
  readonly updatedAt: string | undefined;
  readonly handoff: Handoff;
}

/**
 * The handoff under the cursor, read while nobody waits: after the list is drawn, and once the cursor
 * rests. Nothing while it is not read yet, or where it cannot be.
 */
export function usePeek(
  services: Services,
  summary: HandoffSummary | undefined,
): Handoff | undefined {
  const [peeked, setPeeked] = useState<Peeked>();
  const id = summary?.id;
  const updatedAt = summary?.updatedAt;
  useEffect(() => {
    if (id === undefined) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      services.peekHandoff(id).then(
        (handoff) => isWanted && setPeeked({id, updatedAt, handoff}),
        // What is wrong with it is said when it is opened.
        () => undefined,
      );
    }, resting);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
    // A handoff that was written since is read again.
  }, [services, id, updatedAt]);
  return peeked?.id === id ? peeked?.handoff : undefined;
}
