import type {KeyAction} from '../keys/layer.ts';
import type {View} from '../view.ts';
import {Keeping} from './keeping.tsx';
import {keepingBindings} from './keeping-bindings.ts';

/** Shows what is left to keep, over the step, and begins with a part of it where one is named. */
export function openKeeping(view: View, begin?: 'export'): void {
  view.open((shown, close) => <Keeping view={shown} begin={begin} onClose={close} />);
}

/** The key that shows what is left to keep. */
export function keepKey(view: View): KeyAction {
  return {binding: keepingBindings.keep, run: () => openKeeping(view)};
}
