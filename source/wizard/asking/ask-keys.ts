import type {KeyLayer} from '../keys/layer.ts';
import {isChoice} from './ask.ts';
import type {OpenAsk} from './use-asking.ts';

/** The keys while something is asked, with those that page through what it is about; the field itself acts on Enter. */
export function askKeys({ask, leave}: OpenAsk, about: KeyLayer): KeyLayer {
  const answer = isChoice(ask)
    ? ({action: 'choose', run: () => undefined, isPrimary: true} as const)
    : ({
        action: 'save',
        run: () => undefined,
        isPrimary: true,
        ...(ask.enter === undefined ? {} : {label: ask.enter}),
      } as const);
  const offered =
    !isChoice(ask) && ask.offers !== undefined && ask.offers.length > 0
      ? [{action: 'takeOffered', run: () => undefined, isPrimary: true} as const]
      : [];
  const paging = ask.about
    ? about.filter(({action}) => action === 'pageUp' || action === 'pageDown')
    : [];
  return [
    answer,
    ...offered,
    {action: 'back', run: leave, label: 'leave it', isPrimary: true},
    ...(ask.keys ?? []),
    ...paging,
  ];
}
