import type {Telling, ToldPart} from './told-part.ts';
import {
  checkParts,
  demonstrationParts,
  noteParts,
  promiseParts,
  sessionParts,
  settingParts,
  teachBackParts,
} from './told-happenings.ts';
import {itemParts, pointParts, proofParts, rowParts} from './told-work.ts';

/** All that the documents of a reader tell, part by part, in the order in which changes are told. */
export function toldParts(telling: Telling): readonly ToldPart[] {
  return [
    ...sessionParts(telling),
    ...promiseParts(telling),
    ...checkParts(telling),
    ...rowParts(telling),
    ...proofParts(telling),
    ...demonstrationParts(telling),
    ...teachBackParts(telling),
    ...noteParts(telling),
    ...pointParts(telling),
    ...itemParts(telling),
    ...settingParts(telling),
  ];
}

/** Something that a reader was told otherwise before. */
export interface ToldChange {
  readonly group: string;
  /** What happened, in front of the subject, such as `changed` or `now fail`. */
  readonly what: string;
  /** Absent for what its reader may not read any more. */
  readonly subject?: string;
  /** It is there no more for its reader. */
  readonly isGone: boolean;
}

function changeOf(part: ToldPart, before: ToldPart | undefined): ToldChange[] {
  const {group, subject, digest, says, came} = part;
  if (before?.digest === digest) return [];
  const isAgain = before?.says === says && part.id.startsWith('proof ');
  const what = before ? (says !== before.says || isAgain ? (says ?? 'changed') : 'changed') : came;
  return what === undefined ? [] : [{group, subject, what, isGone: false}];
}

/**
 * What differs between two states of what a reader is told, a change for each thing. What is gone
 * is not named where `isHidden` says that it is only kept from them.
 */
export function changesBetween(
  before: readonly ToldPart[],
  after: readonly ToldPart[],
  isHidden: (id: string) => boolean,
): readonly ToldChange[] {
  const known = new Map(before.map((part) => [part.id, part]));
  const there = new Set(after.map(({id}) => id));
  const gone = before.flatMap(({id, group, subject, went}) =>
    there.has(id) || went === undefined
      ? []
      : [{group, ...(isHidden(id) ? {} : {subject}), what: went, isGone: true}],
  );
  return [...after.flatMap((part) => changeOf(part, known.get(part.id))), ...gone];
}

/** Whether a reader is told the same. */
export function isSameTold(before: readonly ToldPart[], after: readonly ToldPart[]): boolean {
  if (before.length !== after.length) return false;
  const known = new Map(before.map(({id, digest}) => [id, digest]));
  return after.every(({id, digest}) => known.get(id) === digest);
}
