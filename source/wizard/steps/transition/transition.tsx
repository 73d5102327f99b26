import {useState} from 'react';
import {exitCriteria} from '../../../handoff/afterwards/exit-criteria.ts';
import {stepItems} from '../../../handoff/items/items.ts';
import type {HandoffRecord} from '../../../handoff/model/handoff-record.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {stepWith, type Place} from '../../../handoff/model/place.ts';
import {allItems} from '../../../playbook/walk.ts';
import type {Item} from '../../../playbook/playbook.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {itemDetail} from '../items/item-detail.ts';
import {itemEntries} from '../items/item-entries.ts';
import {questionKeys} from '../../asking/legacy-prompt.tsx';
import {recordDetail, recordEntries} from '../../records/record-entries.ts';
import {selectedItem, selectedRecord} from '../../list/selected-line.ts';
import {StepBody} from '../step-body.tsx';
import {StepFrame} from '../../frame/step-frame.tsx';
import {
  checkInEntries,
  driftEntries,
  exitEntries,
  selectedCheckIn,
  selectedCriterion,
  transitionLead,
} from './transition-entries.ts';
import {driftWords} from './drift-words.ts';
import type {KeyAction, KeyLayer} from '../../keys/layer.ts';
import {selectableIds, selectionKeys} from '../../keys/selection-keys.ts';
import {useExtension} from './use-extension.ts';
import {confirmKey} from '../items/settle-item.ts';
import {useItemKeys} from '../items/use-item-keys.ts';
import {useRecordKeys} from '../../records/use-record-keys.ts';
import type {View} from '../../view.ts';
import {RecordForm} from '../../records/record-form.tsx';

function transitionEntries(view: View, selected: string | undefined, width: number): Entry[] {
  const {handoff} = view;
  const now = view.now();
  const options = {handoff, selected, width, now};
  return [
    ...checkInEntries(options),
    {id: 'items', isSelectable: false, lines: [[]]},
    ...view.step.items.flatMap((item) => [
      ...itemEntries([item], options),
      ...recordEntries(item.id, options),
    ]),
    ...exitEntries(options),
    ...driftEntries(driftWords(handoff, now), options),
  ];
}

/** The weeks after the session: check-ins, the log of contacts, and what must hold at the end. */
export function Transition({view}: {readonly view: View}) {
  const {handoff} = view;
  const now = view.now();
  const [editing, setEditing] = useState<HandoffRecord | 'new'>();
  const items = stepItems(view.step);
  const ids = selectableIds(transitionEntries(view, undefined, 80));
  const selected = ids.includes(view.selected ?? '') ? view.selected : ids[0];
  const item = selectedItem(items, selected);
  const record = selectedRecord(handoff, selected);
  const checkIn = selectedCheckIn(handoff, selected);
  const criterion = selectedCriterion(handoff, selected, now);
  const extension = useExtension(view);
  const itemKeys = useItemKeys(view, item);
  const recordKeys = useRecordKeys(view, {item, record});
  const question = extension.question ?? itemKeys.question ?? recordKeys.question;
  const log = allItems(handoff.playbook).find((place) => place.item.register === 'check-ins');
  const checks = stepWith(handoff.playbook, 'checks');

  if (recordKeys.form) return recordKeys.form;
  if (editing && log)
    return (
      <RecordForm
        view={view}
        target={{
          register: 'check-ins',
          item: log.item.id,
          ...(editing === 'new'
            ? {initial: {date: dayIn(handoff.timeZone, now), kind: 'check-in'}}
            : {record: editing}),
        }}
        onClose={() => setEditing(undefined)}
      />
    );

  function edit(target: HandoffRecord | 'new'): void {
    view.say(undefined);
    setEditing(target);
  }
  const own: KeyLayer = [
    {
      action: 'addContact',
      run: () => edit('new'),
      isPrimary: true,
      ...(log ? {} : {offBecause: 'This playbook keeps no log of contacts.'}),
    },
    {action: 'extendTransition', run: extension.begin, isPrimary: true},
    {
      action: 'goToChecks',
      run: () => checks && view.goTo({step: checks.id}, {isDetour: true}),
      isPrimary: true,
      ...(checks ? {} : {offBecause: 'This playbook has no step with checks.'}),
    },
  ];
  const enter = enterKey(view, {
    item,
    held: checkIn?.record,
    onCheckIn: checkIn ? () => edit(checkIn.record ?? 'new') : undefined,
    place: criterion?.place,
  });
  const keys: KeyLayer = extension.question
    ? questionKeys(extension.leave)
    : recordKeys.question
      ? recordKeys.layer
      : itemKeys.question
        ? itemKeys.layer
        : [
            ...(enter ? [enter] : []),
            ...own,
            ...recordKeys.layer,
            ...(item ? itemKeys.layer : []),
            ...selectionKeys(ids, selected, view.select),
          ];
  return (
    <StepFrame view={view} layer={keys} isTyping={question !== undefined}>
      {(size) => (
        <StepBody
          view={{...view, selected}}
          size={size}
          question={question}
          figure={exitFigure(view)}
          lead={transitionLead(handoff, now, size.width)}
          entries={transitionEntries(view, selected, size.width)}
          detail={(width, height) => {
            if (height === 0) return [];
            if (record) return recordDetail(handoff, record, now, width, height);
            if (checkIn?.record) return recordDetail(handoff, checkIn.record, now, width, height);
            return item ? itemDetail(handoff, item, now, width, height) : [];
          }}
        />
      )}
    </StepFrame>
  );
}

function exitFigure(view: View): string {
  const criteria = exitCriteria(view.handoff, view.now());
  return `${criteria.filter(({isMet}) => isMet).length} of ${criteria.length} exit criteria met`;
}

interface EnterOptions {
  readonly item: Item | undefined;
  readonly held: HandoffRecord | undefined;
  readonly onCheckIn: (() => void) | undefined;
  readonly place: Place | undefined;
}

/** What Enter does on the selected line; a row of the log has its own key for it. */
function enterKey(view: View, options: EnterOptions): KeyAction | undefined {
  const {item, held, onCheckIn, place} = options;
  if (onCheckIn)
    return {
      action: 'goToSource',
      run: onCheckIn,
      isPrimary: true,
      label: held ? 'edit' : 'log it',
    };
  if (place)
    return {
      action: 'goToSource',
      run: () => view.goTo(place, {isDetour: true}),
      isPrimary: true,
      label: 'go there',
    };
  return item && confirmKey(view, item);
}
