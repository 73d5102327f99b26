import {createFolding, type Folding} from '../folding/folding.ts';
import type {Mark} from '../folding/mark.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Action} from './catalogue.ts';
import {draftOf} from './draft.ts';
import {createHandoff} from './kinds/handoff-changes.ts';
import {noteActor} from './note-actor.ts';
import {reduceAction} from './reduce-action.ts';

/** Thrown when a list of actions is no journal, such as one that never creates its handoff. */
export class JournalError extends Error {
  override name = 'JournalError';
}

/** The state that a journal stands for. */
export interface Fold {
  readonly handoff: Handoff;
  /** Lines that the rules of today would refuse, and how each of them reads. */
  readonly marks: readonly Mark[];
  /** Lines without effect: recorded against the rules, or with nothing left to stand on. */
  readonly setAside: readonly Mark[];
}

/** What makes folds one after the other, and the last one that it made. */
interface Maker {
  readonly folding: Folding;
  last?: Fold;
}

const makers = new WeakMap<Fold, Maker>();

function goOn(maker: Maker, actions: readonly Action[]): Fold {
  for (const action of actions) maker.folding.add(action);
  const fold: Fold = maker.folding.result();
  maker.last = fold;
  makers.set(fold, maker);
  return fold;
}

/**
 * Folds a journal, which is in order. Each line of it is asked of the rules again.
 *
 * @throws {JournalError} when it does not create a handoff.
 */
export function foldAll(journal: readonly Action[]): Fold {
  const first = journal.find(({type}) => type === 'handoff/created');
  if (first?.type !== 'handoff/created')
    throw new JournalError('its journal does not begin with the creation of a handoff');
  return goOn({folding: createFolding(createHandoff(first), first)}, journal);
}

/** {@link foldAll}, of which only the state is wanted. */
export function foldJournal(journal: readonly Action[]): Handoff {
  return foldAll(journal).handoff;
}

/** The state after an action that the rules have let through and that is to be written. */
export function foldAsked(handoff: Handoff, journal: readonly Action[], action: Action): Handoff {
  if (action.type === 'undone') return foldJournal(journal);
  const draft = draftOf(handoff);
  noteActor(draft, action);
  reduceAction(draft, action);
  return draft;
}

/** Adds actions to a state; cheaper than folding everything, and the same state. */
export function extendFold(fold: Fold, journal: readonly Action[], added: readonly Action[]): Fold {
  const maker = makers.get(fold);
  return maker?.last === fold ? goOn(maker, added) : foldAll(journal);
}
