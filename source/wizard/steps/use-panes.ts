import {useState} from 'react';
import type {KeyLayer} from '../keys/layer.ts';
import type {Pane} from '../list/use-pane.ts';
import {stepBindings} from './step-bindings.ts';

interface TwoPanes {
  /** Which of the two the keys move, and whether the focused one has the whole screen. */
  readonly inDetail: boolean;
  readonly isFull: boolean;
  /** Whether the screen is not as it usually is: then the way back comes first. */
  readonly isAside: boolean;
  readonly keys: KeyLayer;
}

/** A list, and below it what is known of the selected row: the keys that move in them and between them. */
export function usePanes({
  list,
  pane,
  hasDetail,
}: {
  readonly list: Pane;
  readonly pane: Pane;
  readonly hasDetail: boolean;
}): TwoPanes {
  const [focus, setFocus] = useState<'list' | 'detail'>('list');
  const [isFull, setFull] = useState(false);
  const inDetail = focus === 'detail' && hasDetail;

  // The way back comes first where the screen is not as it usually is.
  const isAside = isFull || inDetail;

  const panes: KeyLayer = [
    ...(isAside
      ? [
          {
            binding: stepBindings.backToList,
            isPrimary: true,
            run() {
              setFocus('list');
              setFull(false);
            },
          } as const,
        ]
      : []),
    ...(inDetail ? pane : list).keys,
    {
      binding: stepBindings.otherPane,
      run: () => setFocus(inDetail ? 'list' : 'detail'),
      label: inDetail ? 'to the list' : 'to the detail',
      ...(hasDetail ? {} : {offBecause: 'Nothing more is known of this line.'}),
    },
    {
      binding: stepBindings.fillScreen,
      run: () => setFull(!isFull),
      label: isFull ? 'smaller' : 'fill the screen',
    },
  ];
  return {inDetail, isFull, isAside, keys: panes};
}
