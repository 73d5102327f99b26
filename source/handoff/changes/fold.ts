import type {Correction} from '../model/correction.ts';
import type {Handoff} from '../model/handoff.ts';
import {unfit} from '../rules/fit.ts';
import type {Refusal} from '../rules/refused.ts';
import {entryOf, type Action} from './catalogue.ts';
import {changeWords} from './change-words.ts';
import {draftOf, type Draft} from './draft.ts';
import {createHandoff} from './handoff-changes.ts';
import {undoneIds} from './undo.ts';

/** Thrown when a list of actions is no journal, such as one that never creates its handoff. */
export class JournalError extends Error {
  override name = 'JournalError';
}

/** An action that the rules of its version do not allow: kept, told, and without effect. */
export interface SetAside {
  readonly action: Action;
  readonly refusal: Refusal;
}

/** The state that a journal stands for. */
export interface Fold {
  readonly handoff: Handoff;
  readonly setAside: readonly SetAside[];
}

/** What older files held was written before there were rules. */
function isJudged({v}: Action): boolean {
  return v > 0;
}

/** The undos that the rules refuse. They depend on the journal before them alone. */
function refusedUndos(journal: readonly Action[], handoff: Handoff): readonly SetAside[] {
  const aside: SetAside[] = [];
  const allowed: Action[] = [];
  for (const action of journal) {
    const refused =
      action.type === 'undone' && isJudged(action)
        ? unfit({handoff, journal: allowed}, action, action.actor)
        : undefined;
    if (refused) aside.push({action, refusal: refused});
    else allowed.push(action);
  }
  return aside;
}

function correctionOf(draft: Draft, action: Action, undo: Action | undefined): Correction[] {
  if (undo?.type !== 'undone' || undo.reason === undefined) return [];
  const {id, at, actor} = action;
  const words = changeWords(draft, action);
  return [{action: id, words, at, by: actor, reason: undo.reason, correctedAt: undo.at}];
}

/** Whoever entered something has come in here, whatever became of it. */
function noteActor(draft: Draft, {type, at, actor}: Action): void {
  if (!entryOf(type).isTelling) draft.updatedAt = at;
  if (!draft.actors.includes(actor)) draft.actors = [...draft.actors, actor];
}

function applyTo(draft: Draft, action: Action): SetAside | undefined {
  noteActor(draft, action);
  if (isJudged(action) && action.type !== 'undone') {
    const refused = unfit({handoff: draft, journal: []}, action, action.actor);
    if (refused) return {action, refusal: refused};
  }
  entryOf(action.type).reduce(draft, action as never);
  return undefined;
}

/**
 * Folds a journal, which is in order.
 *
 * @throws {JournalError} when it does not create a handoff.
 */
export function foldAll(journal: readonly Action[]): Fold {
  const first = journal.find(({type}) => type === 'handoff/created');
  if (first?.type !== 'handoff/created')
    throw new JournalError('its journal does not begin with the creation of a handoff');
  const draft = draftOf(createHandoff(first));
  const setAside = [...refusedUndos(journal, draft)];
  const refused = new Set(setAside.map(({action}) => action));
  const undone = undoneIds(journal.filter((action) => !refused.has(action)));
  const undos = new Map(
    journal.flatMap((action) =>
      action.type === 'undone' && !refused.has(action) && !undone.has(action.id)
        ? [[action.action, action] as const]
        : [],
    ),
  );
  for (const action of journal) {
    if (action === first) continue;
    if (undone.has(action.id)) {
      noteActor(draft, action);
      draft.corrections = [
        ...draft.corrections,
        ...correctionOf(draft, action, undos.get(action.id)),
      ];
      continue;
    }
    const aside = applyTo(draft, action);
    if (aside) setAside.push(aside);
  }
  return {handoff: draft, setAside};
}

/** {@link foldAll}, of which only the state is wanted. */
export function foldJournal(journal: readonly Action[]): Handoff {
  return foldAll(journal).handoff;
}

/** Adds actions to a state; cheaper than folding everything, and the same state. */
export function extendFold(fold: Fold, journal: readonly Action[], added: readonly Action[]): Fold {
  if (added.some(({type}) => type === 'undone' || type === 'handoff/created'))
    return foldAll(journal);
  const draft = draftOf(fold.handoff);
  const aside = added.flatMap((action) => applyTo(draft, action) ?? []);
  return {handoff: draft, setAside: [...fold.setAside, ...aside]};
}
