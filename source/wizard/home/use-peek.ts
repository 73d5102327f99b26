import {useEffect, useState} from 'react';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {Services} from '../../services/services.ts';
import type {HandoffSummary} from '../../store/progress/progress-file.ts';
import type {aboutHandoff} from './about-handoff.ts';

/** Milliseconds for which the cursor has to stay before a journal is read. */
const resting = 120;

/** A handoff with what is told of it, which the first screen is drawn without. */
interface Peeked {
  readonly id: string;
  /** As its summary had it when it was read. */
  readonly updatedAt: string | undefined;
  readonly handoff: Handoff;
  readonly tell: typeof aboutHandoff;
}

/**
 * The handoff under the cursor, read while nobody waits: after the list is drawn, and once the cursor
 * rests. Nothing while it is not read yet, or where it cannot be.
 */
export function usePeek(
  services: Services,
  summary: HandoffSummary | undefined,
): Peeked | undefined {
  const [peeked, setPeeked] = useState<Peeked>();
  const id = summary?.id;
  const updatedAt = summary?.updatedAt;
  useEffect(() => {
    if (id === undefined) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      Promise.all([services.peekHandoff(id), import('./about-handoff.ts')]).then(
        ([handoff, {aboutHandoff: tell}]) => isWanted && setPeeked({id, updatedAt, handoff, tell}),
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
  return peeked?.id === id ? peeked : undefined;
}
