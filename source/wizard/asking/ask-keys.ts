import type {RefObject} from 'react';
import type {KeyLayer} from '../keys/layer.ts';
import type {PaneHandle} from '../list/pane.ts';
import {isChoice} from './ask.ts';
import type {OpenAsk} from './use-asking.ts';

/** The keys while something is asked; the field itself acts on Enter. */
export function askKeys({ask, leave}: OpenAsk, pane: RefObject<PaneHandle | null>): KeyLayer {
  const answer = isChoice(ask)
    ? ({action: 'choose', run: () => undefined, isPrimary: true} as const)
    : ({
        action: 'save',
        run: () => undefined,
        isPrimary: true,
        ...(ask.enter === undefined ? {} : {label: ask.enter}),
      } as const);
  const paging: KeyLayer = ask.about
    ? [
        {action: 'pageUp', run: () => pane.current?.page(-1)},
        {action: 'pageDown', run: () => pane.current?.page(1)},
      ]
    : [];
  return [
    answer,
    {action: 'back', run: leave, label: 'leave it', isPrimary: true},
    ...(ask.keys ?? []),
    ...paging,
  ];
}
