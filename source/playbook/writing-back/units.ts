import type {Mark} from '../pieces/piece.ts';
import type {Item} from '../playbook.ts';
import type {ItemPlace as Reading} from '../walk.ts';
import type {Edit} from './line-edits.ts';
import {asAddress} from './escape.ts';
import {fieldEdits, type Field} from './field-edits.ts';
import type {ItemPlace} from './places.ts';
import type {Aspect, Gap, ItemToWrite, Unwritten} from './standing.ts';
import {statusEdits, type Way} from './status-edits.ts';

/** Something to write of one item, and how the file is to be read then. */
export interface Wish {
  readonly item: ItemToWrite;
  /** The item's place among those that the file is read as. */
  readonly index: number;
  readonly aspect: Aspect;
  readonly edits: readonly Edit[];
  /** It gives an entry a box that had none. */
  readonly isNewBox?: boolean;
  readonly isRead: (item: Item) => boolean;
}

/** What is written together or not at all. */
export interface Unit {
  readonly wishes: readonly Wish[];
  /** The same in signs that nothing else is written in, where they differ. */
  readonly plain?: Unit;
}

export interface Plan {
  readonly units: readonly Unit[];
  readonly unwritten: readonly Unwritten[];
}

const marks: Readonly<Record<ItemToWrite['status'], Mark>> = {
  open: 'open',
  done: 'done',
  'not-applicable': 'struck',
};

export function markOf({isChecked, isStruck = false}: Item): Mark {
  return isStruck ? 'struck' : isChecked ? 'done' : 'open';
}

function bare(owner: string | undefined): string {
  return (owner ?? '').trim().replace(/^@/u, '');
}

/** Whether the file gives a link, which it may have to write otherwise. */
function hasLink({evidence = []}: Item, link: string): boolean {
  return evidence.includes(link) || evidence.includes(asAddress(link));
}

/** The fields of an item that the file says otherwise, or not at all. */
function changedFields(item: ItemToWrite, read: Item): Field[] {
  const fields: Field[] = [];
  if (bare(item.owner) !== bare(read.owner)) fields.push('owner');
  if ((item.dueOn ?? '') !== (read.dueOn ?? '')) fields.push('date');
  if (item.evidence.some((link) => !hasLink(read, link))) fields.push('evidence');
  return fields;
}

function isFieldRead(item: ItemToWrite, field: Field) {
  return (read: Item): boolean => {
    if (field === 'owner') return bare(read.owner) === bare(item.owner);
    if (field === 'date') return (read.dueOn ?? '') === (item.dueOn ?? '');
    return item.evidence
      .filter((link) => /^https?:/u.test(link))
      .every((link) => hasLink(read, link));
  };
}

/** What is to be written of one item. */
function wishesOf(
  item: ItemToWrite,
  {index, read, place}: {readonly index: number; readonly read: Item; readonly place: ItemPlace},
  way: Way,
): {readonly wishes: Wish[]; readonly gaps: Aspect[]} {
  const wishes: Wish[] = [];
  const gaps: Aspect[] = [];
  const [from, to] = [markOf(read), marks[item.status]];
  const edits = statusEdits(place, {from, to}, way);
  if (edits === undefined || (edits.length === 0 && from !== to)) gaps.push('status');
  else if (edits.length > 0)
    wishes.push({
      item,
      index,
      aspect: 'status',
      edits,
      isNewBox: way.hasBoxes && place.kind === 'entry' && !place.box,
      isRead: (one) => markOf(one) === to,
    });
  for (const field of changedFields(item, read)) {
    const own = fieldEdits(place, field, item, way.lines);
    if (own === undefined) gaps.push(field);
    else if (own.length > 0) {
      // A field on a line of its own is a note of the item, and not read as a field.
      const isBelow = place.kind === 'entry' && own[0]?.line !== place.start.line;
      const isRead = isBelow ? () => true : isFieldRead(item, field);
      wishes.push({item, index, aspect: field, edits: own, isRead});
    }
  }
  return {wishes, gaps};
}

/** Which items of the file are meant, each by its place: by the same id first, as several may stand there. */
function indexesOf(items: readonly ItemToWrite[], readings: readonly Reading[]): number[] {
  const placed = Map.groupBy(
    readings.flatMap(({item}, index) => (item.isReading ? [] : [{item, index}])),
    ({item}) => `${item.position.line}:${item.position.column}`,
  );
  const there = ({position}: ItemToWrite) =>
    placed.get(`${position.line}:${position.column}`) ?? [];
  const sure = items.map((one) => there(one).find(({item}) => item.id === one.id)?.index);
  const taken = new Set(sure);
  return items.map((one, at) => {
    const index = sure[at] ?? there(one).find((found) => !taken.has(found.index))?.index ?? -1;
    taken.add(index);
    return index;
  });
}

function gap({id, text}: ItemToWrite, aspect: Aspect, why: Gap): Unwritten {
  return {id, text, aspect, why};
}

export function told(unit: Unit, why: Gap): Unwritten[] {
  return unit.wishes.map(({item, aspect}) => gap(item, aspect, why));
}

function known({status, owner, dueOn, evidence}: ItemToWrite): Aspect[] {
  return [
    ...(status === 'open' ? [] : (['status'] as const)),
    ...(owner ? (['owner'] as const) : []),
    ...(dueOn ? (['date'] as const) : []),
    ...(evidence.length > 0 ? (['evidence'] as const) : []),
  ];
}

function planOnce(
  items: readonly ItemToWrite[],
  readings: readonly Reading[],
  find: (item: Item) => ItemPlace | undefined,
  way: Way,
): {readonly wishes: readonly (readonly Wish[])[]; readonly unwritten: readonly Unwritten[]} {
  const unwritten: Unwritten[] = [];
  const indexes = indexesOf(items, readings);
  const wishes = items.map((item, at) => {
    const index = indexes[at] ?? -1;
    const read = readings[index]?.item;
    if (!read) {
      unwritten.push(...known(item).map((aspect) => gap(item, aspect, 'not-in-file')));
      return [];
    }
    const place = find(read);
    if (!place) {
      const isSame = markOf(read) === marks[item.status];
      const lacking = [...(isSame ? [] : (['status'] as const)), ...changedFields(item, read)];
      unwritten.push(...lacking.map((aspect) => gap(item, aspect, 'no-place')));
      return [];
    }
    const found = wishesOf(item, {index, read, place}, way);
    unwritten.push(...found.gaps.map((aspect) => gap(item, aspect, 'no-place')));
    return found.wishes;
  });
  return {wishes, unwritten};
}

/** What is to be written into a file of which items, and what it has no place for. */
export function planUnits(
  items: readonly ItemToWrite[],
  readings: readonly Reading[],
  find: (item: Item) => ItemPlace | undefined,
  way: Way,
): Plan {
  const {wishes, unwritten} = planOnce(items, readings, find, way);
  const plain = planOnce(items, readings, find, {...way, isPlain: true}).wishes;
  const units = wishes.flatMap((all, at) =>
    all.map((wish, which): Unit => {
      const other = plain[at]?.[which];
      const isSame = JSON.stringify(other?.edits) === JSON.stringify(wish.edits);
      return {wishes: [wish], ...(other && !isSame ? {plain: {wishes: [other]}} : {})};
    }),
  );
  return {units: way.hasBoxes ? bySteps(units, readings) : units, unwritten};
}

/** New boxes of a step are written together, since one alone would make the others no work. */
function bySteps(units: readonly Unit[], readings: readonly Reading[]): Unit[] {
  const isNew = ({wishes}: Unit) => wishes.some(({isNewBox = false}) => isNewBox);
  const wishes = units.filter(isNew).flatMap((unit) => unit.wishes);
  const steps = Map.groupBy(wishes, ({index}) => readings[index]?.step);
  return [
    ...[...steps.values()].map((own): Unit => ({wishes: own})),
    ...units.filter((unit) => !isNew(unit)),
  ];
}
