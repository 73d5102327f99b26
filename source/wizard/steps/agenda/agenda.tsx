import {useState} from 'react';
import {readAgenda} from '../../../handoff/session/agenda-state.ts';
import {stepItems} from '../../../handoff/items/items.ts';
import {isSettled} from '../../../handoff/items/progress.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {agendaEntries, selectedNote} from './agenda-entries.ts';
import {itemDetail} from '../items/item-detail.ts';
import {AskForm, askKeys} from '../../asking/ask-form.tsx';
import {LargeClock} from './large-clock.tsx';
import {sessionFigure, sessionLead} from './session-clock-lines.ts';
import {questionKeys, type Question} from '../../asking/legacy-prompt.tsx';
import {itemKey, selectedItem} from '../../list/selected-line.ts';
import {StepBody} from '../step-body.tsx';
import {StepFrame, type StepSize} from '../../frame/step-frame.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectableIds, selectionKeys} from '../../keys/selection-keys.ts';
import {sessionKeys, type SessionQuestion} from './session-keys.ts';
import {sessionQuestion} from './session-questions.ts';
import {nextOpen} from '../items/settle-item.ts';
import {useItemKeys} from '../items/use-item-keys.ts';
import {useSessionCorrection} from './use-session-correction.ts';
import {useTakeTime} from './use-take-time.ts';
import {useTick} from '../../use-tick.ts';
import type {View} from '../../view.ts';

/** The live session: the clock, the blocks with their topics, and one key for each thing to log. */
export function Agenda({view}: {readonly view: View}) {
  const [asked, setAsked] = useState<SessionQuestion>();
  const [wantsLarge, setLarge] = useState(false);
  const agenda = readAgenda(view.handoff, view.step, view.now());
  const {clock} = agenda;
  const isOpen = clock.state === 'running' || clock.state === 'paused';
  const isLarge = wantsLarge && isOpen;
  useTick(isOpen);
  const takeTime = useTakeTime(view, agenda);
  const correction = useSessionCorrection(view);
  const items = stepItems(view.step);
  const entries = agendaEntries(view, agenda);
  const ids = selectableIds(entries);
  const selected = ids.includes(view.selected ?? '') ? view.selected : ids[0];
  const item = selectedItem(items, selected);
  const itemKeys = useItemKeys(view, item);
  const note = selectedNote(selected);
  const question: Question | undefined =
    itemKeys.question ??
    (asked ? sessionQuestion(view, agenda, asked, () => setAsked(undefined)) : undefined);

  function confirm(): unknown {
    if (note) return ask({kind: 'answer', note});
    if (!item) return undefined;
    const isBlock = view.step.items.includes(item) && item.children.length > 0;
    if (isBlock && clock.state !== 'running') return view.say(startHint);
    if (isBlock)
      return view.dispatch([{type: 'session/block-entered', block: item.id}], {
        said: `Now: ${item.text}`,
      });
    const next = nextOpen(view, item);
    const isDone = isSettled(view.handoff, item);
    if (isDone) return next ? view.select(itemKey(next)) : undefined;
    return view.dispatch([{type: 'item/settled', item: item.id, status: 'done'}], {
      select: itemKey(next ?? item),
      said: `Covered: ${item.text}`,
    });
  }

  function ask(next: SessionQuestion): void {
    view.say(undefined);
    setAsked(next);
  }

  function layer(): KeyLayer {
    if (correction.ask) return askKeys(correction.ask, correction.leave);
    if (asked) return questionKeys(() => setAsked(undefined));
    if (itemKeys.question) return itemKeys.layer;
    if (takeTime.isOpen) return takeTime.layer;
    return [
      ...(isLarge
        ? [
            {
              action: 'back',
              run: () => setLarge(false),
              label: 'small clock',
              isPrimary: true,
            } as const,
          ]
        : []),
      ...sessionKeys({
        view,
        agenda,
        ask,
        onTakeTime: takeTime.open,
        onCorrect: correction.begin,
        onLargeClock: () => setLarge(!isLarge),
      }),
      {action: 'confirm', run: confirm, isPrimary: true, label: confirmLabel(view, item, note)},
      ...itemKeys.layer,
      ...selectionKeys(ids, selected, view.select),
    ];
  }

  function body(size: StepSize) {
    const {width} = size;
    const shared = {size, question, figure: sessionFigure(view, agenda), view, isTerse: isOpen};
    if (correction.ask)
      return <AskForm title="The record of the session" ask={correction.ask} {...size} />;
    if (takeTime.isOpen)
      return (
        <StepBody
          {...shared}
          view={{...view, selected: takeTime.selected}}
          lead={[...sessionLead(view, agenda, size, true), ...takeTime.lead(width)]}
          entries={takeTime.entries(width)}
          detail={() => []}
        />
      );
    if (isLarge) return <LargeClock view={view} agenda={agenda} size={size} question={question} />;
    return (
      <StepBody
        {...shared}
        view={{...view, selected}}
        lead={sessionLead(view, agenda, size, question !== undefined)}
        entries={agendaEntries({...view, selected}, agenda, width)}
        detail={(width, height) =>
          item && item.children.length === 0 && height > 0
            ? itemDetail(view.handoff, item, view.now(), width, height)
            : []
        }
      />
    );
  }

  const hasOwnKeys = question !== undefined || takeTime.isOpen || correction.ask !== undefined;
  return (
    <StepFrame view={view} layer={layer()} isTyping={hasOwnKeys} isWide={isLarge}>
      {body}
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
  return item && itemStanding(view.handoff, item.id).status === 'open' ? 'covered' : 'next topic';
}
