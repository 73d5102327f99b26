import {allItems} from '../../playbook/walk.ts';
import {isSamePerson} from '../rules/people/same-person.ts';
import {entryOf, type Action, type Change} from './catalogue.ts';
import type {UndoRule} from './entry.ts';

export type Undoing = Action & {readonly type: 'undone'};

/** Whether and by whom an action can be taken back. */
export function undoRule(action: Change): UndoRule {
  const {undo} = entryOf(action.type);
  return typeof undo === 'function' ? undo(action) : undo;
}

/** Ids of the actions that these undos, the last one first, have taken back. */
function takenBack(undos: readonly Undoing[]): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const {id, action, along = []} of undos.toReversed())
    if (!taken.has(id)) for (const each of [action, ...along]) taken.add(each);
  return taken;
}

function undosIn(journal: readonly Action[]): Undoing[] {
  return journal.filter((action) => action.type === 'undone');
}

/** Ids of the actions that an undo, itself not undone, has taken back. */
export function undoneIds(journal: readonly Action[]): ReadonlySet<string> {
  return takenBack(undosIn(journal));
}

/**
 * Whether an action is one of theirs: whoever said that they are called otherwise from then on owns
 * what they did before. Nobody comes by the lines of another by taking their name.
 */
function isBy(
  journal: readonly Action[],
  undone: ReadonlySet<string>,
  actor: string,
): (action: Action) => boolean {
  const names = [actor];
  const isOwn = (name: string) => names.some((own) => isSamePerson(own, name));
  // The latest first: whoever was renamed twice is followed back to the first name.
  for (const action of journal.toReversed())
    if (
      action.type === 'person/renamed' &&
      !undone.has(action.id) &&
      isOwn(action.to) &&
      isSamePerson(action.actor, action.from)
    )
      names.push(action.from);
  // Only who entered it may correct it: of what came in a file, that is whoever imported it.
  return ({arrival, actor: by}) => isOwn(arrival?.by ?? by);
}

/** What an action has made, by id: a row, a note, an item; a new playbook, the items that came with it. */
function madeBy(target: Action, journal: readonly Action[]): ReadonlySet<string> {
  if (target.type !== 'playbook/taken-over') return new Set([target.id]);
  const earlier = journal.slice(0, journal.indexOf(target));
  const known = new Set(
    earlier.flatMap((action) =>
      'playbook' in action ? allItems(action.playbook).map(({item}) => item.id) : [action.id],
    ),
  );
  const ids = allItems(target.playbook).map(({item}) => item.id);
  return new Set(ids.filter((id) => !known.has(id)));
}

/** Whether an action speaks of what another one made: a row, a note, a demonstration. */
function buildsOn(action: Action, made: ReadonlySet<string>): boolean {
  // An open point carries the id of what it comes from.
  if ('followUp' in action)
    return made.has(action.followUp.slice(action.followUp.lastIndexOf(' ') + 1));
  const values = action as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(entryOf(action.type).fields).some(([name, {refersTo}]) => {
    const named = values[name];
    return (
      refersTo !== undefined &&
      refersTo !== 'action' &&
      typeof named === 'string' &&
      made.has(named)
    );
  });
}

/** What the customer is told of; taking it away afterwards is a change of what they were told. */
function isToldOf(action: Action): boolean {
  switch (action.type) {
    case 'record/added':
    case 'record/changed':
    case 'follow-up/changed':
    case 'session/started':
    case 'session/block-entered':
    case 'session/paused':
    case 'session/resumed':
    case 'session/break-counted':
    case 'session/driver-changed':
    case 'session/ended':
    case 'calendar/set':
    case 'handoff/sized':
      return true;
    case 'session/noted':
      return action.kind !== 'note';
    case 'item/addressed':
    case 'record/addressed':
    case 'note/addressed':
    case 'follow-up/addressed':
      return action.audience === 'customer';
    default:
      return false;
  }
}

/** The action after it by which the customer was told. */
function tellingOf(target: Action, later: readonly Action[]): Action | undefined {
  if (!isToldOf(target)) return undefined;
  return later.find(
    (action) =>
      action.type === 'session/ended' ||
      (action.type === 'documents/written' && action.audience !== 'internal'),
  );
}

function isOfDraft(action: Action): boolean {
  return 'draft' in action && action.draft !== undefined;
}

/** The other actions by which drafts were taken or left at once with an action; they go with it. */
export function answeredWith(journal: readonly Action[], target: Action): readonly Action[] {
  if (!isOfDraft(target)) return [];
  const undone = undoneIds(journal);
  return journal.filter(
    (action) =>
      action.with === target.id &&
      isOfDraft(action) &&
      undoRule(action) !== 'never' &&
      !undone.has(action.id),
  );
}

/** What stands in the way of taking an action back. */
export type UndoProblem =
  | {readonly kind: 'not there' | 'never' | 'not theirs'; readonly target?: Action}
  /** Only with a reason: it is a claim, or one rests on it. */
  | {readonly kind: 'needs a reason'; readonly target: Action; readonly claim: Action}
  /** Others have gone on from it; it asks before theirs goes with it. */
  | {readonly kind: 'built on'; readonly target: Action; readonly others: readonly Action[]};

/** Why an action may not be taken back as asked; nothing when it may. */
export function undoProblem(
  journal: readonly Action[],
  asked: {readonly action: string; readonly reason?: string; readonly along?: readonly string[]},
  actor: string,
): UndoProblem | undefined {
  const undone = undoneIds(journal);
  const at = journal.findIndex(({id}) => id === asked.action);
  const target = journal[at];
  if (!target || undone.has(target.id)) return {kind: 'not there'};
  const isOwn = isBy(journal, undone, actor);
  if (!isOwn(target)) return {kind: 'not theirs', target};
  if (target.type === 'undone') return undefined;
  if (undoRule(target) === 'never') return {kind: 'never', target};
  const later = journal.slice(at + 1).filter(({id}) => !undone.has(id));
  const together = answeredWith(journal, target).filter(({id}) => asked.along?.includes(id));
  const targets = [target, ...together];
  const made = targets.map((one) => madeBy(one, journal));
  const builtOn = later.filter((action) => made.some((ids) => buildsOn(action, ids)));
  const claim = [...targets, ...builtOn].find((action) => undoRule(action) === 'claim');
  const acceptance = later.find(
    (action) => action.type === 'sign-off/recorded' && action.decision !== 'declined',
  );
  const needs = claim ?? acceptance ?? targets.map((one) => tellingOf(one, later)).find(Boolean);
  if (needs && !asked.reason?.trim()) return {kind: 'needs a reason', target, claim: needs};
  const others = builtOn.filter((action) => !isOwn(action) && !asked.along?.includes(action.id));
  return others.length > 0 ? {kind: 'built on', target, others} : undefined;
}

/** The actor's newest action still in force, which `u` takes back. */
export function lastUndoable(journal: readonly Action[], actor: string): Action | undefined {
  const undone = undoneIds(journal);
  const isOwn = isBy(journal, undone, actor);
  return journal.findLast(
    (action) => isOwn(action) && undoRule(action) !== 'never' && !undone.has(action.id),
  );
}

/** The actor's newest undo, as long as nothing newer of theirs stands after it. */
export function lastRedoable(journal: readonly Action[], actor: string): Action | undefined {
  const undone = undoneIds(journal);
  const isOwn = isBy(journal, undone, actor);
  const own = journal.filter((action) => isOwn(action) && !undone.has(action.id));
  // A redo is an undo of an undo: it leaves earlier undos in force and ready to be redone.
  for (const action of own.toReversed()) {
    if (action.type !== 'undone') return undefined;
    const target = journal.find(({id}) => id === action.action);
    if (target?.type !== 'undone') return action;
  }
  return undefined;
}
