import type {KeyAction} from '../keys/layer.ts';
import type {View} from '../view.ts';
import {colleagueBindings} from './colleague-bindings.ts';
import {Colleagues} from './colleagues.tsx';

/** The key that shows what is done with colleagues, over the step. */
export function colleaguesKey(view: View): KeyAction {
  return {
    binding: colleagueBindings.colleagues,
    run: () => view.open((shown, close) => <Colleagues view={shown} onClose={close} />),
  };
}
