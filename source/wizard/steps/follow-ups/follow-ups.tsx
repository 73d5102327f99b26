import {useState} from 'react';
import {
  followUps,
  openFollowUps,
  overdueFollowUps,
} from '../../../handoff/afterwards/follow-ups.ts';
import {stepItems} from '../../../handoff/items/items.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {
  followUpDetail,
  followUpEntries,
  followUpKey,
  selectedFollowUp,
  sourceTitle,
} from './follow-up-entries.ts';
import {itemDetail} from '../items/item-detail.ts';
import {itemEntries} from '../items/item-entries.ts';
import {questionKeys} from '../../asking/legacy-prompt.tsx';
import {selectedItem} from '../../list/selected-line.ts';
import {StepBody} from '../step-body.tsx';
import {StepFrame} from '../../frame/step-frame.tsx';
import {followUpQuestion, reopening, type FollowUpField} from './follow-up-questions.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectableIds, selectionKeys} from '../../keys/selection-keys.ts';
import {useItemKeys} from '../items/use-item-keys.ts';
import {confirmKey} from '../items/settle-item.ts';
import {checkHolds} from '../../../handoff/rules/claim-rules.ts';
import {refusalWords} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';

interface Asked {
  readonly id: string;
  readonly field: FollowUpField;
}

function figure(handoff: Handoff, now: string): string {
  const open = openFollowUps(handoff).length;
  const late = overdueFollowUps(handoff, now).length;
  if (open === 0) return 'none open';
  return late > 0 ? `${open} open, ${late} overdue` : `${open} open`;
}

/** Everything the session left open, made by itself; a person says who, when, and what came of it. */
export function FollowUps({view}: {readonly view: View}) {
  const {handoff} = view;
  const [asked, setAsked] = useState<Asked>();
  const entriesFor = (width: number, selected: string | undefined): Entry[] => {
    const options = {handoff, selected, width, now: view.now()};
    return [
      ...followUpEntries(options),
      {id: 'items', isSelectable: false, lines: [[]]},
      ...itemEntries(view.step.items, options),
    ];
  };
  const all = followUps(handoff);
  const ids = selectableIds(entriesFor(80, undefined));
  const open = openFollowUps(handoff);
  const items = stepItems(view.step);
  // The cursor begins on the first open point, whichever item of the step is the first open one.
  const isItem = selectedItem(items, view.selected) !== undefined;
  const [isArrival, setArrival] = useState(isItem && open.length > 0);
  const wanted = isArrival ? undefined : view.selected;
  const selected = ids.includes(wanted ?? '') ? wanted : (followUpKey(open[0]) ?? ids[0]);
  const select = (key: string) => {
    setArrival(false);
    view.select(key);
  };
  const followUp = selectedFollowUp(all, selected);
  const item = selectedItem(items, selected);
  const itemKeys = useItemKeys(view, item);
  const leave = () => setAsked(undefined);
  const about = all.find(({id}) => id === asked?.id);
  const question =
    itemKeys.question ??
    (asked && about ? followUpQuestion(view, about, asked.field, leave) : undefined);

  const ask = (field: FollowUpField) => () => {
    view.say(undefined);
    setArrival(false);
    if (followUp) setAsked({id: followUp.id, field});
  };
  function close(): unknown {
    if (!followUp) return;
    if (followUp.state.closedAt === undefined) return ask('outcome')();
    return view.dispatch(reopening(followUp), {
      select: followUpKey(followUp),
      said: 'Open again.',
    });
  }

  const isClosed = followUp?.state.closedAt !== undefined;
  const closedOff = isClosed ? {offBecause: 'It is closed. c opens it again.'} : {};
  const closing = {type: 'follow-up/closed', followUp: followUp?.id ?? '', outcome: ''} as const;
  const asking = {actor: view.services.actor, now: view.now()};
  const closingOff = isClosed ? undefined : refusalWords(checkHolds(handoff, closing, asking));
  const source = followUp && sourceTitle(handoff, followUp);
  const pointKeys: KeyLayer = [
    {
      action: 'goToSource',
      run: () => followUp?.place && view.goTo(followUp.place, {isDetour: true}),
      isPrimary: true,
      ...(source === undefined ? {offBecause: 'It has no step of its own.'} : {}),
    },
    {
      action: 'closeFollowUp',
      run: close,
      isPrimary: true,
      label: isClosed ? 'open again' : followUp?.kind === 'question' ? 'answer' : 'close',
      ...(closingOff === undefined ? {} : {offBecause: closingOff}),
    },
    {action: 'owner', run: ask('owner'), isPrimary: true, ...closedOff},
    {action: 'due', run: ask('due'), isPrimary: true, ...closedOff},
  ];
  const keys: KeyLayer = asked
    ? questionKeys(leave)
    : itemKeys.question
      ? itemKeys.layer
      : [
          ...(followUp ? pointKeys : []),
          ...(item ? [confirmKey(view, item), ...itemKeys.layer] : []),
          ...selectionKeys(ids, selected, select),
        ];
  return (
    <StepFrame view={view} layer={keys} isTyping={question !== undefined}>
      {(size) => (
        <StepBody
          view={{...view, selected}}
          size={size}
          question={question}
          figure={figure(handoff, view.now())}
          entries={entriesFor(size.width, selected)}
          detail={(width, height) => {
            if (height === 0) return [];
            if (item) return itemDetail(handoff, item, view.now(), width, height);
            return followUp ? followUpDetail(handoff, followUp, view.now(), width, height) : [];
          }}
        />
      )}
    </StepFrame>
  );
}
