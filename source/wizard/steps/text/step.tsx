import {stepItems} from '../../../handoff/items/items.ts';
import type {HandoffRecord} from '../../../handoff/model/handoff-record.ts';
import type {Item} from '../../../playbook/playbook.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectedItem, selectedRecord} from '../../list/selected-line.ts';
import {addRecordKeys, recordKeys} from '../../records/record-keys.tsx';
import {recordLines, recordRows} from '../../records/record-rows.ts';
import {offerKeys, takeAllKeys} from '../../offers/offer-keys.tsx';
import {offerKey, offerLines, offerRows} from '../../offers/offer-rows.ts';
import {questionKeys} from '../demonstrations/question-keys.ts';
import {runbookKeys} from '../../runbook/runbook-keys.tsx';
import type {View} from '../../view.ts';
import {itemKeys} from '../items/item-keys.ts';
import {itemRows} from '../items/item-rows.ts';
import {goToNextStep} from '../step-keys.ts';
import type {AtRow, StepContent} from '../step-content.ts';
import {questionLines} from '../demonstrations/questions.ts';
import {textLines} from './detail.ts';
import {Writing} from './writing.tsx';
import {recordBindings} from '../../records/record-bindings.ts';
import {itemBindings} from '../items/item-bindings.ts';
import {textBindings} from './bindings.ts';

/** The keys of an item that is answered in a table, in writing, or in both. */
function textKeys(view: View, item: Item): KeyLayer {
  const write = () => view.open((now, close) => <Writing view={now} item={item} onClose={close} />);
  const add = addRecordKeys(view, item).map((entry) => ({
    ...entry,
    binding: recordBindings.addFirstRecord,
  }));
  return [
    ...add,
    {
      binding: add.length > 0 ? textBindings.writeText : textBindings.write,
      run: write,
      isPrimary: true,
    },
    {binding: textBindings.editExternally, run: () => view.editExternally(item)},
    ...takeAllKeys(view, item.id),
    ...itemKeys(view, item),
  ];
}

function atRecord(view: View, record: HandoffRecord, item: Item | undefined): AtRow {
  const now = view.now();
  return {
    keys: [
      ...runbookKeys(view, record),
      ...recordKeys(view, record, item),
      ...(record.register === 'teach-back' ? questionKeys(view, record) : []),
    ],
    detail: (width) => [
      ...(record.register === 'teach-back' ? questionLines(view.handoff, record, now, width) : []),
      ...recordLines(view.handoff, record, now, width),
    ],
  };
}

/** A step whose items are answered in tables and in writing; both go into the documents. */
export function textStep(view: View): StepContent {
  const {handoff, step} = view;
  const shown = {handoff, now: view.now()};
  const items = stepItems(step);
  return {
    rows: itemRows(shown, step.items, (item, depth) => [
      ...recordRows(shown, item.id, depth),
      ...offerRows(view.offers, item.id, depth),
    ]),
    at(selected) {
      const record = selectedRecord(handoff, selected);
      if (record)
        return atRecord(
          view,
          record,
          items.find(({id}) => id === record.item),
        );
      const offer = view.offers.find((one) => offerKey(one) === selected);
      if (offer) return {keys: offerKeys(view, offer), detail: (width) => offerLines(offer, width)};
      const item = selectedItem(items, selected);
      if (!item)
        return {
          keys: [{binding: itemBindings.confirm, run: () => goToNextStep(view), isPrimary: true}],
        };
      return {
        keys: textKeys(view, item),
        detail: (width) => textLines(view, item, width),
      };
    },
  };
}
