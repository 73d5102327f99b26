import {stepItems} from '../../../handoff/items/items.ts';
import {leastMinutes} from '../../../handoff/session/plan-length.ts';
import {line, wrapLines} from '../../list/line.ts';
import {selectedItem, selectedRecord} from '../../list/selected-line.ts';
import {addRecordKeys, recordKeys} from '../../records/record-keys.tsx';
import {recordLines, recordRows} from '../../records/record-rows.ts';
import type {View} from '../../view.ts';
import {itemLines} from '../items/item-detail.ts';
import {itemKeys} from '../items/item-keys.ts';
import {itemRows} from '../items/item-rows.ts';
import {confirmKey} from '../items/settle-item.ts';
import type {AtRow, StepContent} from '../step-content.ts';
import {plannedPart, type PlanDraft} from '../../../handoff/session/planned-part.ts';
import {invitationKey, planKey} from './keys.tsx';
import {isPlanLine, planRows, recordingRows, type PlanLine} from './rows.ts';
import {recordBindings} from '../../records/record-bindings.ts';

function lineHelp(view: View, selected: PlanLine, draft: PlanDraft): string {
  const least = leastMinutes(draft.blocks, view.handoff.playbook.gates?.sessionMinutes);
  if (selected === 'plan length')
    return `${least} minutes or more; what a block gets follows from it.`;
  if (selected === 'plan place') return 'A room, or the link of the call.';
  return `Day and time in ${view.handoff.timeZone}, such as 2026-12-03 14:00. Press i to see the invitation.`;
}

/** An attendee, or an item of the step. */
function atItem(view: View, selected: string | undefined): AtRow {
  const {handoff} = view;
  const now = view.now();
  const items = stepItems(view.step);
  const record = selectedRecord(handoff, selected);
  if (record) {
    const keeper = items.find(({id}) => id === record.item);
    return {
      keys: recordKeys(view, record, keeper),
      detail: (width) => recordLines(handoff, record, now, width),
    };
  }
  const item = selectedItem(items, selected);
  if (!item) return {keys: []};
  const first = item.register
    ? addRecordKeys(view, item).map((entry) => ({...entry, binding: recordBindings.addFirstRecord}))
    : [confirmKey(view, item)];
  return {
    keys: [...first, ...itemKeys(view, item)],
    detail: (width) => itemLines(handoff, item, now, width),
  };
}

/** Planning the session: when, how long, where, who comes, and the text that invites them. */
export function usePlan(view: View): StepContent {
  const {handoff, step} = view;
  const shown = {handoff, now: view.now()};
  const planned = plannedPart(view.handoff, view.now());
  const {draft, part} = planned;
  return {
    rows: [
      ...planRows(view, draft),
      ...recordingRows(handoff),
      ...itemRows(shown, step.items, (item, depth) => recordRows(shown, item.id, depth)),
    ],
    at(selected) {
      if (!isPlanLine(selected)) return atItem(view, selected);
      return {
        keys: [planKey(view, planned, selected)],
        detail: (width) => wrapLines(lineHelp(view, selected, draft), width, 'muted'),
      };
    },
    keys: [invitationKey(view)],
    ...(part > 1
      ? {lead: () => [line(`Part ${part}, for the topics that are left`, 'strong'), []]}
      : {}),
  };
}
