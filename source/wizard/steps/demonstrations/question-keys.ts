import type {HandoffRecord} from '../../../handoff/model/handoff-record.ts';
import {runningDemonstration} from '../../../handoff/session/demonstrations.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import type {View} from '../../view.ts';
import {demonstrationsBindings} from './bindings.ts';
import {askBack} from './question-asks.ts';

/** The keys of a question: it is asked, and how well it was known is said. */
export function questionKeys(view: View, row: HandoffRecord): KeyLayer {
  // Its keys are those of the task that is being performed, which goes on.
  const off = runningDemonstration(view.handoff)
    ? {offBecause: 'A demonstration is going on. Go to its task to end it.'}
    : {};
  return [
    {
      binding: demonstrationsBindings.askQuestion,
      run: () => void askBack(view, row),
      isPrimary: true,
      ...off,
    },
    {
      binding: demonstrationsBindings.known,
      run: () => void askBack(view, row, 'right'),
      isPrimary: true,
      ...off,
    },
    {
      binding: demonstrationsBindings.knownWithHelp,
      run: () => void askBack(view, row, 'with-help'),
      isPrimary: true,
      ...off,
    },
    {
      binding: demonstrationsBindings.notKnown,
      run: () => void askBack(view, row, 'not-known'),
      isPrimary: true,
      ...off,
    },
  ];
}
