import {useRef, type RefObject} from 'react';
import type {KeyLayer} from '../keys/layer.ts';
import {listBindings} from './list-bindings.ts';

/** What moves a pane that is longer than its room. */
export interface PaneHandle {
  /** One row or line up (-1) or down (1). */
  readonly step: (by: 1 | -1) => void;
  readonly page: (by: 1 | -1) => void;
  /** To its beginning (-1) or its end (1). */
  readonly edge: (by: 1 | -1) => void;
}

export interface Pane {
  /** Given to the list or the pager that is moved. */
  readonly ref: RefObject<PaneHandle | null>;
  /** The keys that move through it. */
  readonly keys: KeyLayer;
}

/** A pane and the keys that move through it. */
export function usePane(): Pane {
  const ref = useRef<PaneHandle>(null);
  return {
    ref,
    keys: [
      {binding: listBindings.up, run: () => ref.current?.step(-1)},
      {binding: listBindings.down, run: () => ref.current?.step(1)},
      {binding: listBindings.pageUp, run: () => ref.current?.page(-1)},
      {binding: listBindings.pageDown, run: () => ref.current?.page(1)},
      {binding: listBindings.first, run: () => ref.current?.edge(-1)},
      {binding: listBindings.last, run: () => ref.current?.edge(1)},
    ],
  };
}
