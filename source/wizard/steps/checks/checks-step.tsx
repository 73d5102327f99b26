import {stepItems} from '../../../handoff/items/items.ts';
import {checkStandings} from '../../../handoff/standing/of-checks/check-standing.ts';
import {checkDetail, checkEntries, selectedCheck, checksSummary} from './check-entries.ts';
import {itemDetail} from '../items/item-detail.ts';
import {itemEntries} from '../items/item-entries.ts';
import {selectedItem} from '../../list/selected-line.ts';
import {StepBody} from '../step-body.tsx';
import {StepFrame} from '../../frame/step-frame.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectableIds, selectionKeys} from '../../keys/selection-keys.ts';
import {useChecks, type Checks} from './use-checks.ts';
import {confirmKey} from '../items/settle-item.ts';
import {useItemKeys} from '../items/use-item-keys.ts';
import {useTick} from '../../use-tick.ts';
import type {View} from '../../view.ts';

/** Runs the checks live and keeps their evidence; the step's items are settled below them. */
export function ChecksStep({view}: {readonly view: View}) {
  const checks = useChecks(view);
  useTick(checks.running !== undefined);
  const standings = checkStandings(view.handoff, view.now());
  const entriesFor = (width: number, selected: string | undefined) => [
    ...checkEntries({
      state: checks.state,
      running: checks.running,
      standings,
      selected,
      width,
    }),
    ...itemEntries(view.step.items, {handoff: view.handoff, selected, width, now: view.now()}),
  ];
  const ids = selectableIds(entriesFor(80, undefined));
  const selected = ids.includes(view.selected ?? '') ? view.selected : ids[0];
  const item = selectedItem(stepItems(view.step), selected);
  const itemKeys = useItemKeys(view, item);
  const layer = itemKeys.question
    ? itemKeys.layer
    : [
        ...checksKeys(checks, selectedCheck(selected)),
        ...(item ? [confirmKey(view, item), ...itemKeys.layer] : []),
        ...selectionKeys(ids, selected, view.select),
      ];
  return (
    <StepFrame view={view} layer={layer} isTyping={itemKeys.question !== undefined}>
      {(size) => (
        <StepBody
          view={{...view, selected}}
          size={size}
          question={itemKeys.question}
          figure={checksSummary(view.handoff, view.now(), checks.running)}
          entries={entriesFor(size.width, selected)}
          detail={(width, height) => {
            if (height === 0) return [];
            if (item) return itemDetail(view.handoff, item, view.now(), width, height);
            return checkDetail({
              name: selectedCheck(selected),
              state: checks.state,
              running: checks.running,
              standings,
              width,
              height,
            });
          }}
        />
      )}
    </StepFrame>
  );
}

function checksKeys(checks: Checks, name: string | undefined): KeyLayer {
  const {state, running} = checks;
  if (running) return [{action: 'cancel', run: checks.stop, isPrimary: true}];
  switch (state?.state) {
    case 'missing':
      return [
        {action: 'createChecks', run: checks.create, isPrimary: true},
        {action: 'reread', run: checks.reread, isPrimary: true},
      ];
    case 'broken':
      return [{action: 'reread', run: checks.reread, isPrimary: true}];
    case 'untrusted':
      return [
        {action: 'trust', run: checks.trust, isPrimary: true},
        {
          action: 'runChecks',
          run: () => undefined,
          offBecause: 'Read what would run, then press T to trust this file and run it.',
        },
      ];
    // While the file is still being read, the key waits for it: running reads it anyway.
    case undefined:
    case 'ready':
      return [
        {action: 'runChecks', run: () => checks.run(), isPrimary: true},
        ...(name === undefined
          ? []
          : [{action: 'runCheck', run: () => checks.run([name]), isPrimary: true} as const]),
      ];
  }
}
