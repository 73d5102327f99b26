import {exitCriteria} from '../../../handoff/afterwards/exit-criteria.ts';
import {stepItems} from '../../../handoff/items/items.ts';
import type {HandoffRecord} from '../../../handoff/model/handoff-record.ts';
import type {Item} from '../../../playbook/playbook.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {wrapLines} from '../../list/line.ts';
import {gap} from '../../list/row.ts';
import {selectedItem, selectedRecord} from '../../list/selected-line.ts';
import {recordKeys} from '../../records/record-keys.tsx';
import {recordLines, recordRows} from '../../records/record-rows.ts';
import type {View} from '../../view.ts';
import {itemLines} from '../items/item-detail.ts';
import {itemKeys} from '../items/item-keys.ts';
import {itemRows} from '../items/item-rows.ts';
import {confirmKey} from '../items/settle-item.ts';
import type {AtRow, StepContent} from '../step-content.ts';
import {driftWords} from './drift-words.ts';
import {addFirstKeys, checkInKey, transitionKeys} from './keys.ts';
import {transitionLead} from './lead.ts';
import {checkInRows, driftRows, exitRows, selectedCheckIn, selectedCriterion} from './rows.ts';
import {itemBindings} from '../items/item-bindings.ts';

function figure(view: View): string {
  const criteria = exitCriteria(view.handoff, view.now());
  return `${criteria.filter(({isMet}) => isMet).length} of ${criteria.length} exit criteria met`;
}

/** What is done on a line goes behind the keys of the step: x extends, also on an item. */
function at(view: View, items: readonly Item[], selected: string | undefined): AtRow {
  const {handoff} = view;
  const now = view.now();
  const own = transitionKeys(view);
  const told = (record: HandoffRecord) => (width: number) =>
    recordLines(handoff, record, now, width);

  const checkIn = selectedCheckIn(handoff, selected);
  if (checkIn)
    return {
      keys: [checkInKey(view, checkIn), ...own],
      ...(checkIn.record ? {detail: told(checkIn.record)} : {}),
    };
  const record = selectedRecord(handoff, selected);
  if (record) {
    const keeper = items.find(({id}) => id === record.item);
    return {keys: [...own, ...recordKeys(view, record, keeper)], detail: told(record)};
  }
  const criterion = selectedCriterion(handoff, selected, now);
  if (criterion) {
    const {place, why} = criterion;
    const go = () => view.goTo(place, {isDetour: true});
    return {
      keys: [
        {binding: itemBindings.goToSource, run: go, isPrimary: true, label: 'go there'},
        ...own,
      ],
      detail: (width) => wrapLines(why, width, 'muted'),
    };
  }
  const item = selectedItem(items, selected);
  if (!item) return {keys: own};
  const first: KeyLayer = item.register ? addFirstKeys(view, item) : [confirmKey(view, item)];
  const keys: KeyLayer = [...first, ...own, ...itemKeys(view, item)];
  return {keys, detail: (width) => itemLines(handoff, item, now, width)};
}

/** The weeks after the session: check-ins, the log of contacts, and what must hold at the end. */
export function useTransition(view: View): StepContent {
  const {handoff, step} = view;
  const now = view.now();
  const shown = {handoff, now};
  const items = stepItems(step);
  return {
    rows: [
      ...checkInRows(shown),
      gap,
      ...itemRows(shown, step.items, (item, depth) => recordRows(shown, item.id, depth)),
      ...exitRows(shown),
      ...driftRows(driftWords(handoff, now)),
    ],
    figure: figure(view),
    lead: ({width}) => transitionLead(handoff, now, width),
    at: (selected) => at(view, items, selected),
  };
}
