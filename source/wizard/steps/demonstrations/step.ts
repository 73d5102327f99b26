import {stepItems} from '../../../handoff/items/items.ts';
import {criticalItems} from '../../../handoff/session/demonstration-items.ts';
import {lastTry, runningDemonstration} from '../../../handoff/session/demonstrations.ts';
import type {Item} from '../../../playbook/playbook.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectedItem, selectedRecord} from '../../list/selected-line.ts';
import {useTick} from '../../use-tick.ts';
import type {View} from '../../view.ts';
import {itemKeys} from '../items/item-keys.ts';
import type {StepContent} from '../step-content.ts';
import {end, perform} from './asks.ts';
import {demonstrationLines} from './detail.ts';
import {runningLead} from './lead.ts';
import {questionKeys} from './question-keys.ts';
import {questionLines, questionRows} from './questions.ts';
import {demonstrationRows} from './rows.ts';
import {demonstrationsBindings} from './bindings.ts';

function demonstrationKeys(view: View, item: Item | undefined): KeyLayer {
  const running = runningDemonstration(view.handoff);
  const result = running ? {} : {offBecause: 'No demonstration is going on. Start one with s.'};
  const startOff = running
    ? {offBecause: 'A demonstration is going on. End it with 1, 2 or 3, or take it back with u.'}
    : {};
  return [
    {
      binding: demonstrationsBindings.unaided,
      run: () => end(view, 'unaided'),
      isPrimary: true,
      ...result,
    },
    {
      binding: demonstrationsBindings.prompted,
      run: () => end(view, 'prompted'),
      isPrimary: true,
      ...result,
    },
    {
      binding: demonstrationsBindings.failed,
      run: () => end(view, 'failed'),
      isPrimary: true,
      ...result,
    },
    {
      binding: demonstrationsBindings.startDemonstration,
      run: () => item && void perform(view, item),
      isPrimary: true,
      ...startOff,
    },
  ];
}

/** The critical set: each task performed by the receiver, from the runbook alone. */
export function useDemonstrations(view: View): StepContent {
  const {handoff, step} = view;
  const now = view.now();
  const items = stepItems(step);
  const running = runningDemonstration(handoff);
  useTick(running !== undefined);
  const critical = criticalItems(handoff).filter(({id}) => items.some((one) => one.id === id));
  const unaided = critical.filter(({id}) => lastTry(handoff, id)?.result === 'unaided').length;
  return {
    rows: [...demonstrationRows(handoff, items, now), ...questionRows(handoff, now)],
    figure: `${unaided} of ${critical.length} unaided`,
    lead: ({width}) => runningLead(handoff, items, now, width),
    at(selected) {
      const question = selectedRecord(handoff, selected);
      if (question)
        return {
          keys: questionKeys(view, question),
          detail: (width) => questionLines(handoff, question, now, width),
        };
      const item = selectedItem(items, selected);
      return {
        keys: [...demonstrationKeys(view, item), ...(item ? itemKeys(view, item) : [])],
        // While one is performed, who performs it from what is all that counts.
        ...(item && !running
          ? {detail: (width: number) => demonstrationLines(handoff, item, now, width)}
          : {}),
      };
    },
  };
}
