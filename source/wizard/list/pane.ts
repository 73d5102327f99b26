import type {RefObject} from 'react';
import type {KeyLayer} from '../keys/layer.ts';

/** What moves a pane that is longer than its room. */
export interface PaneHandle {
  /** One row or line up (-1) or down (1). */
  readonly step: (by: 1 | -1) => void;
  readonly page: (by: 1 | -1) => void;
  /** To its beginning (-1) or its end (1). */
  readonly edge: (by: 1 | -1) => void;
}

/** The keys that move through a pane. */
export function paneKeys(pane: RefObject<PaneHandle | null>): KeyLayer {
  return [
    {action: 'up', run: () => pane.current?.step(-1)},
    {action: 'down', run: () => pane.current?.step(1)},
    {action: 'pageUp', run: () => pane.current?.page(-1)},
    {action: 'pageDown', run: () => pane.current?.page(1)},
    {action: 'first', run: () => pane.current?.edge(-1)},
    {action: 'last', run: () => pane.current?.edge(1)},
  ];
}
