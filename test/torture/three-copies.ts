import * as fc from 'fast-check';
import type {Action, Change} from '../../source/handoff/changes/catalogue.ts';
import {foldAll, type Fold} from '../../source/handoff/changes/fold.ts';
import {toAction} from '../../source/handoff/changes/journal.ts';
import {undoProblem} from '../../source/handoff/changes/undo.ts';
import {refusal} from '../../source/handoff/rules/refusal.ts';
import {formatLine} from '../../source/store/journal/journal-line.ts';
import {openJournal} from '../../source/store/journal/open-journal.ts';
import {created} from '../fixtures/journals.ts';

const people = ['ana', 'ben', 'cleo'] as const;
const items = ['criteria-validated', 'team-trained', 'architecture'] as const;

/** Something that happens to one of three copies of a handoff. `pick` chooses among what is there. */
export type Event =
  | {readonly kind: 'change'; readonly copy: number; readonly what: number; readonly pick: number}
  /** One copy gets all that another one has. */
  | {readonly kind: 'meet'; readonly copy: number; readonly from: number}
  /** The clock of a copy is set to so many hours after the beginning. */
  | {readonly kind: 'clock'; readonly copy: number; readonly hours: number};

const copy = fc.nat({max: 2});
const change = fc.record({
  kind: fc.constant('change' as const),
  copy,
  what: fc.nat({max: 11}),
  pick: fc.nat({max: 30}),
});
const meet = fc.record({kind: fc.constant('meet' as const), copy, from: copy});
const years = 24 * 365;
const clock = fc.record({
  kind: fc.constant('clock' as const),
  copy,
  hours: fc.integer({min: -50 * years, max: 50 * years}),
});

export const anyEvents: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    {weight: 6, arbitrary: change},
    {weight: 2, arbitrary: meet},
    {weight: 1, arbitrary: clock},
  ),
  {minLength: 12, maxLength: 40, size: 'max'},
);

interface Known {
  readonly actions: readonly Action[];
  readonly heads: readonly string[];
  readonly fold: Fold;
}

function read(texts: readonly string[]): Known {
  const journal = openJournal('/nowhere', texts);
  journal.refresh();
  const actions = journal.actions();
  return {actions, heads: journal.heads(), fold: foldAll(actions)};
}

function at<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(1, list.length)];
}

/** An undo of some action of this person, a redo too, with what others built on it agreed to. */
function undoOf(actions: readonly Action[], actor: string, pick: number): Change[] {
  const target = at(
    actions.filter((action) => action.actor === actor && action.type !== 'handoff/created'),
    pick,
  );
  if (!target) return [];
  const problem = undoProblem(actions, {action: target.id, reason: 'wrong'}, actor);
  const along = problem?.kind === 'built on' ? problem.others.map(({id}) => id) : undefined;
  return [{type: 'undone', action: target.id, reason: 'wrong', ...(along ? {along} : {})}];
}

/** What may be asked for, given what is there; several changes belong together. */
function changesOf({actions, fold}: Known, actor: string, what: number, pick: number): Change[] {
  const {records, session, demonstrations} = fold.handoff;
  const item = at(items, pick) ?? 'architecture';
  const row = at(records, pick)?.id;
  const note = at(session.notes, pick)?.id;
  const shown = at(demonstrations, pick)?.id;
  const name = `${actor} ${pick}`;
  const all: Change[][] = [
    [{type: 'item/settled', item, status: pick % 2 ? 'done' : 'open'}],
    [
      {type: 'item/noted', item, note: name},
      {type: 'item/assigned', item, owner: name},
    ],
    [{type: 'item/written', item, text: pick % 3 ? name : ''}],
    [{type: 'record/added', register: 'contacts', item, fields: {name}}],
    row ? [{type: 'record/changed', record: row, fields: {level: name}}] : [],
    row ? [{type: 'record/removed', record: row}] : [],
    [{type: 'session/noted', kind: 'question', text: name}],
    note ? [{type: 'session/answered', note, answer: name}] : [],
    [{type: pick % 4 ? 'session/started' : 'session/ended'}, {type: 'calendar/set', holidays: []}],
    shown
      ? [{type: 'demonstration/ended', demonstration: shown, result: 'unaided'}]
      : [{type: 'demonstration/started', item, performer: name, observer: 'Jo'}],
    undoOf(actions, actor, pick),
    undoOf(actions, actor, pick + 1),
  ];
  return all[what] ?? [];
}

/** The lines of the changes that the rules let through, as a store would write them. */
function write(
  texts: readonly string[],
  event: Event & {kind: 'change'},
  stamp: {at: string; id: string},
): string[] {
  const known = read(texts);
  const actor = people[event.copy] ?? 'ana';
  const changes = changesOf(known, actor, event.what, event.pick);
  const actions: Action[] = [];
  for (const [index, each] of changes.entries()) {
    const journal = [...known.actions, ...actions];
    const {handoff} = foldAll(journal);
    if (refusal({handoff, journal}, each, {actor, now: stamp.at})) return [];
    actions.push(toAction(journal, each, {id: `${stamp.id}.${index}`, at: stamp.at, actor}));
  }
  const last = actions.at(-1)?.id;
  let seen = known.heads;
  return actions.map((action) => {
    const {text, hash} = formatLine(action, seen, action.id === last ? undefined : last);
    seen = [hash];
    return text;
  });
}

/** What three people who meet now and then have written in the end: each line once. */
export function linesOf(events: readonly Event[]): readonly string[] {
  const begin = Date.UTC(2026, 2, 4);
  const first = toAction([], created, {
    id: 'created',
    at: new Date(begin).toISOString(),
    actor: 'ana',
  });
  const start = formatLine(first, []).text;
  const copies = people.map(() => ({texts: [start], hours: 0}));
  for (const [index, event] of events.entries()) {
    const mine = copies[event.copy];
    if (!mine) continue;
    mine.hours += 1;
    if (event.kind === 'clock') mine.hours = event.hours;
    else if (event.kind === 'meet')
      mine.texts = [...new Set([...mine.texts, ...(copies[event.from]?.texts ?? [])])];
    else {
      const instant = new Date(begin + mine.hours * 60 * 60 * 1000).toISOString();
      mine.texts.push(...write(mine.texts, event, {at: instant, id: `${event.copy}-${index}`}));
    }
  }
  return [...new Set(copies.flatMap(({texts}) => texts))];
}
