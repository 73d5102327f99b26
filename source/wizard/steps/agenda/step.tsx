import {useState} from 'react';
import {stepItems} from '../../../handoff/items/items.ts';
import {readAgenda} from '../../../handoff/session/agenda-state.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectedItem} from '../../list/selected-line.ts';
import {useTick} from '../../use-tick.ts';
import type {View} from '../../view.ts';
import {itemLines} from '../items/item-detail.ts';
import {audienceKey} from '../items/audience-key.ts';
import {itemKeys} from '../items/item-keys.ts';
import type {StepContent} from '../step-content.ts';
import {noteLines} from './detail.ts';
import {enterKey} from './enter.ts';
import {sessionKeys} from './keys.ts';
import {LargeClock} from './large-clock.tsx';
import {sessionFigure, sessionLead} from './lead.ts';
import {agendaRows, selectedNote} from './rows.ts';
import {runningLine} from './running-line.ts';
import {TakeTime} from './take-time.tsx';
import {frameBindings} from '../../frame/frame-bindings.ts';

/** The live session: the clock, the blocks with their topics, and one key for each thing to log. */
export function useAgenda(view: View): StepContent {
  const [wantsLarge, setLarge] = useState(false);
  const {handoff, step} = view;
  const agenda = readAgenda(handoff, step, view.now());
  const {state} = agenda.clock;
  const isOpen = state === 'running' || state === 'paused';
  const isLarge = wantsLarge && isOpen;
  useTick(isOpen);
  const items = stepItems(step);
  const small: KeyLayer = isLarge
    ? [
        {
          binding: frameBindings.back,
          run: () => setLarge(false),
          label: 'small clock',
          isPrimary: true,
        },
      ]
    : [];
  const session = sessionKeys({
    view,
    agenda,
    onTakeTime: () => view.open((now, close) => <TakeTime view={now} onClose={close} />),
    onLargeClock: () => setLarge(!isLarge),
  });
  return {
    rows: agendaRows(view, agenda),
    start: runningLine(handoff, agenda),
    figure: sessionFigure(view, agenda),
    lead: (size) => sessionLead(view, agenda, size, view.asked.length > 0),
    isTerse: isOpen,
    instead: isLarge ? (size) => <LargeClock view={view} agenda={agenda} size={size} /> : undefined,
    at(selected) {
      const note = selectedNote(view, selected);
      const item = selectedItem(items, selected);
      const keys = [
        ...small,
        ...enterKey(view, agenda, {item, note}),
        ...session,
        ...(item ? itemKeys(view, item) : []),
        ...(note ? audienceKey(view, {kind: 'note', id: note.id}) : []),
      ];
      if (note) return {keys, detail: (width) => noteLines(view, note, width)};
      if (!item || item.children.length > 0) return {keys};
      return {keys, detail: (width) => itemLines(handoff, item, view.now(), width)};
    },
  };
}
