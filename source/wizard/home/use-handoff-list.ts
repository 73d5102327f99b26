import {useEffect, useState} from 'react';
import type {HandoffList} from '../../store/list-handoffs.ts';
import type {Services} from '../../services/services.ts';

/** All handoffs, read anew whenever one of them is written. */
export function useHandoffList(services: Services, initial: HandoffList): HandoffList {
  const [list, setList] = useState(initial);
  useEffect(() => {
    let timer: NodeJS.Timeout | undefined;
    // One save of a file is more than one event.
    const reload = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        // A store that cannot be read now is told by whatever is asked of it next.
        services.listHandoffs().then(setList, () => undefined);
      }, settling);
    };
    const stop = services.watchHandoffs(reload);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [services]);
  return list;
}

/** Milliseconds in which further events belong to the same save. */
const settling = 50;
