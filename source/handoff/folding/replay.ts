import type {Action} from '../changes/catalogue.ts';
import {noteActor} from '../changes/note-actor.ts';
import {reduceAction} from '../changes/reduce-action.ts';
import {draftOf, type Draft} from '../changes/draft.ts';
import {undoneIds, type Undoing} from '../changes/undo.ts';
import {correctionOf} from './correction-of.ts';
import type {Handoff} from '../model/handoff.ts';
import {unfit} from '../rules/fit.ts';

/** What has been taken back, and by what. */
interface TakenBack {
  readonly ids: Set<string>;
  readonly by: Map<string, Undoing>;
}

function takenBackBy(undos: readonly Undoing[]): TakenBack {
  const ids = new Set(undoneIds(undos));
  const inForce = undos.filter(({id}) => !ids.has(id));
  return {ids, by: new Map(inForce.map((undo) => [undo.action, undo]))};
}

/** The lines of the journal, for what else was said of something that was taken back. */
type Later = () => readonly Action[];

/** A claim that was taken back with a reason leaves both on record. */
function correct(draft: Draft, action: Action, undo: Undoing | undefined, later: Later): void {
  if (undo?.reason === undefined) return;
  draft.corrections = [...draft.corrections, correctionOf(draft, action, undo, later())];
}

/** What a line does, unless it was taken back, or what it speaks of was. */
function perform(
  draft: Draft,
  action: Action,
  taken: TakenBack,
  mustFit: boolean,
  later: Later,
): void {
  noteActor(draft, action);
  if (taken.ids.has(action.id)) correct(draft, action, taken.by.get(action.id), later);
  else if (action.type === 'undone') return;
  else if (mustFit && unfit({handoff: draft, journal: []}, action, action.actor)) return;
  else reduceAction(draft, action);
}

/** So many lines are done again at the most, besides those behind what was taken back. */
const stride = 64;

/** A handoff as it stands after each line, with what had been taken back by then. */
export interface Replay {
  readonly draft: () => Draft;
  /**
   * The state to give away: whoever has it sees nothing of what comes after. It is an object of its
   * own, since what is remembered of a state is remembered by its identity.
   */
  readonly share: () => Draft;
  /** Takes the next line in; one without effect only counts. */
  readonly push: (action: Action, hasEffect: boolean) => void;
  /** Whether an action has been taken back. */
  readonly isTakenBack: (action: Action) => boolean;
  /** The state that some of the lines alone would make. */
  readonly only: (indexes: readonly number[]) => Draft;
  /** A state with one more line, which takes nothing back. */
  readonly with: (state: Draft, index: number) => Draft;
}

/**
 * Begins with the state that the creation makes.
 *
 * @param isVoid whether a line has no effect even by what its writer had seen
 */
export function createReplay(
  created: Handoff,
  first: Action,
  isVoid: (index: number) => boolean,
): Replay {
  const lines: {readonly action: Action; readonly hasEffect: boolean}[] = [];
  const places = new Map<string, number>();
  const undos: Undoing[] = [];
  const all = () => lines.map(({action}) => action);
  let taken = takenBackBy([]);
  let draft = draftOf(created);
  let kept: {readonly at: number; readonly draft: Draft}[] = [{at: 0, draft: draftOf(created)}];

  function next(index: number, mustFit: boolean): void {
    if (index % stride === 0 && index > (kept.at(-1)?.at ?? 0))
      kept.push({at: index, draft: draftOf(draft)});
    const line = lines[index];
    if (!line || line.action === first) return;
    if (line.hasEffect) perform(draft, line.action, taken, mustFit && line.action.v > 0, all);
    else noteActor(draft, line.action);
  }

  /** Does again what stands behind the first line that an undo has changed. */
  function takeBack(undo: Undoing): void {
    undos.push(undo);
    const named = [undo.action, ...(undo.along ?? [])];
    let changed: readonly string[] = named.filter((id) => !taken.ids.has(id));
    // An undo that is taken back gives back what it took.
    const isPlain = named.every((id) => lines[places.get(id) ?? -1]?.action.type !== 'undone');
    if (isPlain) {
      for (const id of named) taken.ids.add(id);
      taken.by.set(undo.action, undo);
    } else {
      const before = taken.ids;
      taken = takenBackBy(undos);
      changed = [...before, ...taken.ids].filter((id) => before.has(id) !== taken.ids.has(id));
    }
    const from = Math.min(...changed.map((id) => places.get(id) ?? Infinity), lines.length - 1);
    kept = kept.filter(({at}) => at <= from);
    const start = kept.at(-1);
    if (!start) return;
    draft = draftOf(start.draft);
    for (let index = start.at; index < lines.length; index += 1) next(index, true);
  }

  return {
    draft: () => draft,
    share() {
      const shared = {...draft};
      draft = draftOf(draft);
      return shared;
    },
    push(action, hasEffect) {
      const index = lines.push({action, hasEffect}) - 1;
      places.set(action.id, index);
      if (action.type === 'undone' && hasEffect) takeBack(action);
      else next(index, false);
    },
    isTakenBack: ({id}) => taken.ids.has(id),
    only(indexes) {
      const chosen = indexes.flatMap((index) =>
        isVoid(index) ? [] : (lines[index]?.action ?? []),
      );
      const back = takenBackBy(chosen.filter((action) => action.type === 'undone'));
      const state = draftOf(created);
      for (const action of chosen)
        if (action !== first) perform(state, action, back, action.v > 0, all);
      return state;
    },
    with(state, index) {
      const after = draftOf(state);
      const action = lines[index]?.action;
      if (action && action !== first && !isVoid(index))
        perform(after, action, takenBackBy([]), action.v > 0, all);
      return after;
    },
  };
}
