import type {KeyLayer} from '../keys/layer.ts';
import {isChoice} from './ask.ts';
import type {OpenAsk} from './use-asking.ts';
import {askBindings} from './ask-bindings.ts';
import {frameBindings} from '../frame/frame-bindings.ts';
import {listBindings} from '../list/list-bindings.ts';

/** The keys while something is asked, with those that page through what it is about; the field itself acts on Enter. */
export function askKeys({ask, leave}: OpenAsk, about: KeyLayer): KeyLayer {
  const answer = isChoice(ask)
    ? ({binding: askBindings.choose, run: () => undefined, isPrimary: true} as const)
    : ({
        binding: askBindings.save,
        run: () => undefined,
        isPrimary: true,
        ...(ask.enter === undefined ? {} : {label: ask.enter}),
      } as const);
  const offered =
    !isChoice(ask) && ask.offers !== undefined && ask.offers.length > 0
      ? [{binding: askBindings.takeOffered, run: () => undefined, isPrimary: true} as const]
      : [];
  const paging = ask.about
    ? about.filter(
        ({binding}) => binding === listBindings.pageUp || binding === listBindings.pageDown,
      )
    : [];
  return [
    answer,
    ...offered,
    {binding: frameBindings.back, run: leave, label: 'leave it', isPrimary: true},
    ...(ask.keys ?? []),
    ...paging,
  ];
}
