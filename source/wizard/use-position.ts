import {useState} from 'react';
import {stepsOf} from '../playbook/walk.ts';
import {itemKey} from './list/selected-line.ts';
import {openItems} from '../handoff/items/progress.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import type {Step} from '../playbook/playbook.ts';
import type {CursorPosition} from '../store/progress/cursor.ts';
import type {LiveHandoff} from '../store/live-handoff.ts';
import {useRestingSave} from './use-resting-save.ts';

/** Whether a step is that of a session that goes on: there, the cursor begins at the block that runs. */
export function isLive({session}: Handoff, step: Step | undefined): boolean {
  const isOpen = session.startedAt !== undefined && session.endedAt === undefined;
  return isOpen && step?.screen === 'agenda';
}

/** Where the cursor stands when a place is come to: where it was, but in a live session at its running block. */
export function arriving(handoff: Handoff, position: CursorPosition): CursorPosition {
  const step = stepsOf(handoff.playbook).find((one) => one.step.id === position.step)?.step;
  return isLive(handoff, step) ? {step: position.step} : position;
}

/** Where the engineer was; on a fresh handoff, the first open item. */
function startPosition(live: LiveHandoff): CursorPosition {
  const {handoff, position} = live.snapshot();
  const steps = stepsOf(handoff.playbook);
  if (position && steps.some(({step}) => step.id === position.step))
    return arriving(handoff, position);
  const [open] = openItems(handoff);
  const step = open?.step ?? steps[0]?.step;
  return {step: step?.id ?? '', ...(open ? {item: itemKey(open.item)} : {})};
}

export interface Position {
  readonly position: CursorPosition;
  /** Moves the cursor, and saves it when it rests or the handoff is left. */
  readonly moveTo: (next: CursorPosition) => void;
  /** Moves the cursor to where a saved change has put it already. */
  readonly follow: (next: CursorPosition) => void;
}

/** The cursor of an open handoff, kept so that the wizard opens where it was left. */
export function usePosition(live: LiveHandoff): Position {
  const [position, setPosition] = useState(() => startPosition(live));
  const {saveLater, forget} = useRestingSave((next: CursorPosition) => live.savePosition(next));

  return {
    position,
    moveTo(next) {
      saveLater(next);
      setPosition(next);
    },
    follow(next) {
      forget();
      setPosition((now) => (now.step === next.step ? next : now));
    },
  };
}
