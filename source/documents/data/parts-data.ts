import {itemStanding} from '../../handoff/standing/item-standing.ts';
import type {Reading} from './reading.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {ItemState} from '../../handoff/model/item-state.ts';
import {itemPlace, type Place} from '../../handoff/model/place.ts';
import {
  partNames,
  type Item,
  type PartName,
  type RegisterName,
  type Step,
} from '../../playbook/playbook.ts';
import {itemsReadBy, mayReadItem} from '../../handoff/audience/readable.ts';
import {allItems} from '../../playbook/walk.ts';
import {evidenceLinks} from './session/evidence-links.ts';
import {missingInRecords, recordsData, type RecordsData} from './records-data.ts';
import {offeredBecause} from '../../handoff/items/asked.ts';
import {
  saidByFile,
  textsOfItem,
  type SaidByFile,
  type TextsOfItem,
} from '../../handoff/items/printed-texts.ts';
import {namedPart, partOf} from '../../handoff/items/part-of.ts';
import {partTitles} from '../../playbook/part-titles.ts';

/** Something written, the rows of a table, or the links that stand in for them. */
export interface SectionData extends RecordsData {
  readonly title: string;
  /** Markdown as the engineer wrote it; print it with the `markdown` filter only. */
  readonly text: string;
  /** What the playbook has above and below it for its readers, Markdown. */
  readonly above: string;
  readonly below: string;
  readonly links: readonly string[];
  /** Why it does not apply after all, for a text that was written before that was settled. */
  readonly reason: string | null;
}

/** One of the six parts of the handoff document. */
export interface PartData {
  readonly key: PartName;
  readonly title: string;
  /** What was written for the part as a whole; printed first and without its title. */
  readonly own: readonly SectionData[];
  readonly sections: readonly SectionData[];
  /** Topics that are still to be written, and what is missing in rows. */
  readonly missing: readonly string[];
  readonly notApplicable: readonly {readonly title: string; readonly reason: string}[];
  readonly isEmpty: boolean;
}

/** One topic of the handoff document, written or not, with the item it is written at. */
export interface PartEntry {
  readonly part: PartName;
  /** Where it is written; nothing for a text whose item the playbook no longer has. */
  readonly place: Place | undefined;
  readonly isOptional: boolean;
  /** What a reader misses without it, or why it is not asked for, where it is only offered; a clause. */
  readonly lacking: string | undefined;
  /** The text for a part as a whole goes before the sections. */
  readonly isWhole: boolean;
  /** A documents step speaks first in its part. */
  readonly isFirst: boolean;
  readonly title: string;
  readonly state: ItemState;
  readonly texts: TextsOfItem;
  readonly records: RecordsData;
  readonly gaps: readonly string[];
}

const noTexts: TextsOfItem = {above: '', below: ''};

function isWritten(state: ItemState): boolean {
  return (state.text ?? '').trim() !== '';
}

function hasRows({rows, entries}: RecordsData): boolean {
  return rows.length > 0 || entries.length > 0;
}

/** What an item keeps besides its text. */
function rowsOf(handoff: Handoff, item: string, reading: Reading) {
  const records = recordsData(handoff, item, reading);
  return {records, gaps: missingInRecords(handoff, item, reading.audience)};
}

function toEntry(handoff: Handoff, step: Step, item: Item, reading: Reading): PartEntry {
  const isFirst = step.screen === 'documents';
  const rows = rowsOf(handoff, item.id, reading);
  const register = item.register ?? rows.records.register;
  return {
    part: partOf(step, item, register),
    place: itemPlace(step, item),
    isOptional: item.isOptional,
    lacking: offeredBecause(handoff, item),
    isWhole: isFirst && namedPart(step, item) !== undefined && !hasRows(rows.records),
    isFirst,
    title: item.text,
    texts: textsOfItem(step, item),
    state: {...itemStanding(handoff, item.id), evidence: evidenceLinks(handoff, item.id)},
    ...rows,
  };
}

/** What the file says itself of a part: a fact once somebody has confirmed it or done so. */
function fileEntry(
  handoff: Handoff,
  step: Step,
  {part, item, title, text, isReading}: SaidByFile,
  reading: Reading,
): PartEntry {
  const entry = toEntry(handoff, step, item, reading);
  const isFact = entry.state.status === 'done' && !isWritten(entry.state);
  return {
    ...entry,
    part,
    title,
    texts: isReading ? noTexts : entry.texts,
    state: isFact ? {...entry.state, text} : entry.state,
  };
}

/** Texts and rows whose item the playbook no longer has; they were written all the same. */
function strayEntries(handoff: Handoff, reading: Reading): PartEntry[] {
  const known = new Set(allItems(handoff.playbook).map(({item}) => item.id));
  return Object.entries(handoff.items)
    .filter(([id]) => !known.has(id) && mayReadItem(handoff, reading.audience, {id}))
    .map(([id, state]) => {
      const title = id.replaceAll('-', ' ');
      const rows = rowsOf(handoff, id, reading);
      return {
        part: partOf({screen: 'text', title: ''}, {text: title}, rows.records.register),
        place: undefined,
        isOptional: false,
        lacking: undefined,
        isWhole: false,
        isFirst: false,
        title,
        texts: noTexts,
        state,
        ...rows,
      };
    })
    .filter(({state, records}) => isWritten(state) || hasRows(records));
}

/**
 * What may be printed in the parts: every item with a text, wherever it stands, and the items of
 * text and documents steps even without one; and what the file says itself of a part.
 */
export function partEntries(handoff: Handoff, reading: Reading): PartEntry[] {
  const entries = itemsReadBy(handoff, reading.audience).flatMap(({step, item}) => {
    const said = saidByFile(step).find((one) => one.item === item);
    if (said) {
      const entry = fileEntry(handoff, step, said, reading);
      return said.isReading || isWritten(entry.state) ? [entry] : [];
    }
    const isPlanned = step.screen === 'text' || step.screen === 'documents';
    const entry = toEntry(handoff, step, item, reading);
    const isWanted = isPlanned && !item.isGone;
    return isWanted || isWritten(entry.state) || (item.isGone && hasRows(entry.records))
      ? [entry]
      : [];
  });
  const all = [...entries, ...strayEntries(handoff, reading)];
  return [...all.filter(({isFirst}) => isFirst), ...all.filter(({isFirst}) => !isFirst)];
}

/** Whether there is something to print for it: a text, rows, or links that stand in for them. */
export function isPrinted({state, records}: PartEntry): boolean {
  return (
    isWritten(state) || hasRows(records) || (state.status === 'done' && state.evidence.length > 0)
  );
}

function toSection({title, state, texts, records}: PartEntry): SectionData {
  return {
    ...records,
    title,
    text: state.text ?? '',
    ...texts,
    links: state.evidence,
    reason: state.status === 'not-applicable' ? (state.reason ?? '') : null,
  };
}

/** Whoever looks for help looks for a person first, then for what to expect of them. */
const contactOrder: readonly (RegisterName | null)[] = [
  null,
  'contacts',
  'severities',
  'runbooks',
  'out-of-scope',
  'transition',
  'acknowledgements',
  'duties',
  'approvers',
];

/** Sections in the order of the playbook, but for those about people. */
function inOrder(key: PartName, sections: readonly SectionData[]): readonly SectionData[] {
  if (key !== 'contact') return sections;
  const place = ({register}: SectionData) =>
    contactOrder.includes(register) ? contactOrder.indexOf(register) : contactOrder.length;
  return sections.toSorted((a, b) => place(a) - place(b));
}

function toPart(key: PartName, entries: readonly PartEntry[]): PartData {
  const printed = entries.filter(isPrinted);
  const rest = entries.filter((entry) => !isPrinted(entry));
  const isOut = ({state}: PartEntry) => state.status === 'not-applicable';
  return {
    key,
    title: partTitles[key],
    own: printed.filter(({isWhole}) => isWhole).map(toSection),
    sections: inOrder(key, printed.filter(({isWhole}) => !isWhole).map(toSection)),
    missing: [
      ...rest
        .filter((entry) => !isOut(entry) && !entry.isWhole && entry.lacking === undefined)
        .map(({title}) => title),
      ...printed.filter((entry) => !isOut(entry)).flatMap(({gaps}) => gaps),
    ],
    notApplicable: rest
      .filter(isOut)
      .map(({title, state}) => ({title, reason: state.reason ?? ''})),
    isEmpty: printed.length === 0,
  };
}

/** The six parts with everything that has been written for them. */
export function partsData(handoff: Handoff, reading: Reading): PartData[] {
  const entries = partEntries(handoff, reading);
  return partNames.map((key) =>
    toPart(
      key,
      entries.filter(({part}) => part === key),
    ),
  );
}
