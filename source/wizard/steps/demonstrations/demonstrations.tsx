import {criticalItems} from '../../../handoff/session/demonstration-items.ts';
import {lastTry, runningDemonstration} from '../../../handoff/session/demonstrations.ts';
import {stepItems} from '../../../handoff/items/items.ts';
import {AskForm, askKeys} from '../../asking/ask-form.tsx';
import {demonstrationDetail, demonstrationEntries, runningLead} from './demonstration-entries.ts';
import {itemKey, selectedItem} from '../../list/selected-line.ts';
import {StepBody} from '../step-body.tsx';
import {StepFrame} from '../../frame/step-frame.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectionKeys} from '../../keys/selection-keys.ts';
import {useDemonstration} from './use-demonstration.ts';
import {useItemKeys} from '../items/use-item-keys.ts';
import {useTick} from '../../use-tick.ts';
import type {View} from '../../view.ts';

/** The critical set: each task performed by the receiver, from the runbook alone. */
export function Demonstrations({view}: {readonly view: View}) {
  const {handoff, step} = view;
  const items = stepItems(step);
  const item = selectedItem(items, view.selected) ?? items[0];
  const form = useDemonstration(view);
  const itemKeys = useItemKeys(view, item);
  const running = runningDemonstration(handoff);
  useTick(running !== undefined);
  const critical = criticalItems(handoff).filter(({id}) => items.some((one) => one.id === id));
  const unaided = critical.filter(({id}) => lastTry(handoff, id)?.result === 'unaided').length;

  const result = running ? {} : {offBecause: 'No demonstration is going on. Start one with s.'};
  const startOff = running
    ? {offBecause: 'A demonstration is going on. End it with 1, 2 or 3, or take it back with u.'}
    : {};
  const outcomes: KeyLayer = [
    {action: 'unaided', run: () => form.end('unaided'), isPrimary: true, ...result},
    {action: 'prompted', run: () => form.end('prompted'), isPrimary: true, ...result},
    {action: 'failed', run: () => form.end('failed'), isPrimary: true, ...result},
  ];
  const keys: KeyLayer = form.ask
    ? askKeys(form.ask, form.leave)
    : itemKeys.question
      ? itemKeys.layer
      : [
          ...outcomes,
          {
            action: 'startDemonstration',
            run: () => item && form.start(item),
            isPrimary: true,
            ...startOff,
          },
          ...itemKeys.layer,
          ...selectionKeys(
            items.map((one) => itemKey(one)),
            itemKey(item),
            view.select,
          ),
        ];
  return (
    <StepFrame
      view={view}
      layer={keys}
      isTyping={form.ask !== undefined || itemKeys.question !== undefined}
    >
      {(size) =>
        form.ask ? (
          <AskForm
            title={runningTitle(view, item?.text ?? '')}
            lead={runningLead(handoff, items, view.now(), size.width)}
            ask={form.ask}
            {...size}
          />
        ) : (
          <StepBody
            view={{...view, selected: itemKey(item)}}
            size={size}
            question={itemKeys.question}
            figure={`${unaided} of ${critical.length} unaided`}
            lead={runningLead(handoff, items, view.now(), size.width)}
            entries={demonstrationEntries(handoff, items, itemKey(item), size.width, view.now())}
            detail={(width, height) =>
              item && !running && height > 0
                ? demonstrationDetail(handoff, item, view.now(), width, height)
                : []
            }
          />
        )
      }
    </StepFrame>
  );
}

function runningTitle({handoff, step}: View, selected: string): string {
  const running = runningDemonstration(handoff);
  return running ? step.title : `${step.title}: ${selected}`;
}
