import {useEffect, useMemo, useState} from 'react';
import type {Services} from '../../services/services.ts';
import type {HandoffList} from '../../store/list-handoffs.ts';

/** A handoff that lies where the program was started and is not in the store. */
export interface OfferedHandoff {
  readonly id: string;
  /** Absolute folder in whose `.handoff` it lies. */
  readonly folder: string;
  /** What it says of itself; nothing before it was read, or where it says nothing. */
  readonly said?: Awaited<ReturnType<Services['describeOffered']>>;
}

export interface SharedHere {
  readonly offered: readonly OfferedHandoff[];
  /** Ids of handoffs of the store of which colleagues have written more there. */
  readonly withNews: ReadonlySet<string>;
}

/**
 * What is shared in the folder that the program was started in. The first frame is drawn with what names
 * and sizes tell; what is offered says of itself is read after that.
 */
export function useOffered(services: Services, from: string, list: HandoffList): SharedHere {
  const [said, setSaid] = useState<ReadonlyMap<string, OfferedHandoff['said']>>(new Map());
  // Whatever is taken in or synced is written to the store, so the list is another one then.
  const sight = useMemo(() => list && services.lookAtShared(from), [services, from, list]);
  useEffect(() => {
    if (!sight) return undefined;
    let isWanted = true;
    const {folder, offered} = sight;
    for (const id of offered)
      services.describeOffered(folder, id).then(
        (words) => isWanted && setSaid((all) => new Map([...all, [id, words]])),
        // What is wrong with it is said when it is taken in.
        () => undefined,
      );
    return () => {
      isWanted = false;
    };
  }, [services, sight]);
  const {folder = '', offered = [], withNews = []} = sight ?? {};
  return {
    offered: offered.map((id) => ({id, folder, said: said.get(id)})),
    withNews: new Set(withNews),
  };
}
