import {everyEntry, isEntry, type Entry, type Piece} from '../pieces/piece.ts';
import {slugify} from './slug.ts';

/** What decides in a file which of its lines are work. */
export interface Choice {
  /** There are as many boxes as other entries, so the boxes are the work and the rest is to read. */
  readonly isBoxes: boolean;
  /** Whether there is any box. */
  readonly hasBoxes: boolean;
  /** Nothing but lists of links is there, so these are the work. */
  readonly areLinksWork: boolean;
  /** No entry is there at all, so headings without anything below are room to write. */
  readonly areHeadingsRoom: boolean;
  /** Whether the front matter names a step or an item by the id that a title or a text gives. */
  readonly isNamed: (text: string, what: 'step' | 'item') => boolean;
}

/** Entries that may be work although they have no box: all but links and what lies below a box. */
function plainEntries(pieces: readonly Piece[]): Entry[] {
  return pieces.filter(isEntry).flatMap((entry) => {
    if (entry.isBoxed) return [];
    const own = entry.isSure || entry.isOnly ? [] : [entry];
    return [...own, ...plainEntries(entry.body)];
  });
}

/**
 * An agenda is ordered, and half of its entries name a length of time; or it is bulleted, nothing in
 * it has a box, and two thirds say when or how long.
 */
export function isAgenda(entries: readonly Entry[]): boolean {
  const ordered = entries.filter(({isOrdered}) => isOrdered);
  const timed = ordered.filter((entry) => entry.timed);
  if (timed.length > 0 && timed.length * 2 >= ordered.length) return true;
  const scheduled = entries.filter((entry) => entry.timed ?? entry.isClocked);
  return (
    scheduled.length > 1 &&
    scheduled.length * 3 >= entries.length * 2 &&
    !entries.some(({isBoxed}) => isBoxed)
  );
}

/** The entries of an agenda: those of lists that name a time, with what stands below them. */
function agendaEntries(entries: readonly Entry[]): ReadonlySet<Entry> {
  const timed = new Set(
    entries.filter((entry) => entry.timed ?? entry.isClocked).map(({list}) => list),
  );
  return new Set(
    entries
      .filter(({list, isBoxed, isSure}) => timed.has(list) || isBoxed || isSure)
      .flatMap((entry) => everyEntry([entry])),
  );
}

export function chooseWork(
  sections: readonly (readonly Piece[])[],
  isNamed: Choice['isNamed'],
): Choice {
  const boxed = sections.flatMap(everyEntry).filter(({isBoxed}) => isBoxed).length;
  const plain = sections
    .filter((pieces) => !isAgenda(pieces.filter(isEntry)))
    .flatMap(plainEntries).length;
  const sure = sections.flatMap(everyEntry).some(({isSure}) => isSure);
  return {
    isBoxes: boxed > 0 && boxed >= plain,
    hasBoxes: boxed > 0,
    areLinksWork: boxed === 0 && plain === 0 && !sure,
    areHeadingsRoom: !sections.flatMap(everyEntry).some(({isOnly}) => isOnly === undefined),
    isNamed,
  };
}

/** Lists of nothing but links, by their place. */
function linkLists(entries: readonly Entry[]): ReadonlySet<string> {
  const lists = Map.groupBy(entries, ({list}) => list);
  return new Set(
    [...lists].filter(([, all]) => all.every(({isOnly}) => isOnly)).map(([list]) => list),
  );
}

/** Tells which entries of a section are work. `title` is that of its step. */
export function workOf(
  pieces: readonly Piece[],
  title: string,
  choice: Choice,
): (entry: Entry) => boolean {
  const all = everyEntry(pieces);
  if (choice.isNamed(title, 'step')) return () => true;
  const outer = pieces.filter(isEntry);
  if (isAgenda(outer)) {
    const agenda = agendaEntries(outer);
    return (entry) => agenda.has(entry);
  }
  const links = linkLists(all);
  const hasBoxes = all.some(({isBoxed}) => isBoxed);
  const boxed = new Set(all.filter(({isBoxed}) => isBoxed).map(({list}) => list));
  return (entry) => {
    // Among boxes, what is struck out was one.
    if (entry.mark === 'struck' && boxed.has(entry.list)) return true;
    if (entry.isSure || entry.isBoxed || choice.isNamed(slugify(entry.text), 'item')) return true;
    if (choice.isBoxes || hasBoxes) return false;
    return !links.has(entry.list) || (choice.areLinksWork && entry.isOnly === 'links');
  };
}
