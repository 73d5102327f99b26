import {useState} from 'react';
import {stepItems} from '../../handoff/items.ts';
import {isSettled} from '../../handoff/progress.ts';
import {itemState} from '../../handoff/reducer.ts';
import {readClock} from '../../handoff/session-clock.ts';
import {agendaEntries, noteIdOf} from '../components/agenda-entries.ts';
import {itemDetail} from '../components/item-detail.ts';
import {sessionFigure, sessionLead} from '../components/session-clock.ts';
import {questionKeys, type Question} from '../components/prompt.tsx';
import {StepBody} from '../components/step-body.tsx';
import {StepFrame} from '../components/step-frame.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {selectableIds, selectionKeys} from '../keys/selection-keys.ts';
import {sessionKeys, type SessionQuestion} from '../session-keys.ts';
import {sessionQuestion} from '../session-questions.ts';
import {nextOpen, useItemKeys} from '../use-item-keys.ts';
import {useTick} from '../use-tick.ts';
import type {View} from '../view.ts';

/** The live session: the clock, the blocks with their topics, and one key for each thing to log. */
export function Agenda({view}: {readonly view: View}) {
  const [asked, setAsked] = useState<SessionQuestion>();
  const clock = readClock(view.handoff.session, view.now());
  useTick(clock.state === 'running');
  const items = stepItems(view.step);
  const entries = agendaEntries(view, clock);
  const ids = selectableIds(entries);
  const selected = ids.includes(view.selected ?? '') ? view.selected : ids[0];
  const item = items.find(({id}) => id === selected);
  const itemKeys = useItemKeys(view, item);
  const note = noteIdOf(selected);
  const question: Question | undefined =
    itemKeys.question ??
    (asked ? sessionQuestion(view, clock, asked, () => setAsked(undefined)) : undefined);

  function confirm(): void {
    if (note) return ask({kind: 'answer', note});
    if (!item) return undefined;
    const isBlock = view.step.items.includes(item) && item.children.length > 0;
    if (isBlock && clock.state !== 'running') return view.say(startHint);
    if (isBlock) {
      return view.dispatch([{type: 'session/block-entered', block: item.id}], {
        said: `Now: ${item.text}`,
      });
    }
    const next = nextOpen(view, item);
    const isDone = isSettled(view.handoff, item);
    if (isDone) return next ? view.select(next.id) : undefined;
    return view.dispatch([{type: 'item/settled', item: item.id, status: 'done'}], {
      select: next?.id ?? item.id,
      said: `Covered: ${item.text}`,
    });
  }

  function ask(next: SessionQuestion): void {
    view.say(undefined);
    setAsked(next);
  }

  const isAsking = question !== undefined;
  const keys: KeyLayer = asked
    ? questionKeys(() => setAsked(undefined))
    : itemKeys.question
      ? itemKeys.layer
      : [
          ...sessionKeys(view, clock, ask),
          {action: 'confirm', run: confirm, isPrimary: true, label: confirmLabel(view, item, note)},
          ...itemKeys.layer,
          ...selectionKeys(ids, selected, view.select),
        ];
  return (
    <StepFrame view={view} layer={keys} isTyping={isAsking}>
      {(size) => (
        <StepBody
          view={{...view, selected}}
          size={size}
          question={question}
          figure={sessionFigure(view.step, clock)}
          lead={sessionLead(view, clock, size.width)}
          entries={agendaEntries({...view, selected}, clock, size.width)}
          detail={(width, height) =>
            item && height > 0 ? itemDetail(view.handoff, item, view.now(), width, height) : []
          }
        />
      )}
    </StepFrame>
  );
}

const startHint = {text: 'Start the session first, with s.', token: 'warning'} as const;

function confirmLabel(
  view: View,
  item: ReturnType<typeof stepItems>[number] | undefined,
  note: string | undefined,
): string {
  if (note) return 'answer';
  if (item && item.children.length > 0) return 'go to block';
  return item && itemState(view.handoff, item.id).status === 'open' ? 'covered' : 'next topic';
}
