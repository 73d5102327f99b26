import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {internalFields} from '../data/internal-data.ts';
import {allItems} from '../../playbook/walk.ts';

/** A text that only the own team may read. */
export interface InternalText {
  readonly text: string;
  /** What it is, for a message: `the note on "Network"`. */
  readonly what: string;
}

function titlesOf(handoff: Handoff): ReadonlyMap<string, string> {
  return new Map(allItems(handoff.playbook).map(({item}) => [item.id, item.text]));
}

/** Everything in a handoff that no customer may read, wherever a template might print it. */
export function internalTexts(handoff: Handoff): InternalText[] {
  const titles = titlesOf(handoff);
  return [
    ...Object.entries(handoff.items).flatMap(([id, {note = ''}]) => ({
      text: note,
      what: `the note on "${titles.get(id) ?? id}"`,
    })),
    ...handoff.session.notes
      .filter(({kind}) => kind === 'note')
      .map(({text, by}) => ({text, what: `a note that ${by} logged in the session`})),
    ...internalFields(handoff).map(({label, row, text}) => ({
      text,
      what: `"${label}" of "${row}"`,
    })),
    ...handoff.playbook.gotchas.map(({text}) => ({text, what: 'a gotcha of the playbook'})),
  ];
}

const internalNames = new Set(['note', 'gotchas', 'notices']);

/** Every string below a value but those of internal fields. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    internalNames.has(field) ? [] : stringsIn(inner),
  );
}

function publicFields({register, fields}: HandoffRecord): unknown[] {
  return registers[register].fields
    .filter(({isInternal}) => isInternal !== true)
    .map(({name}) => fields[name]);
}

/**
 * What a customer may read as far as the handoff goes. An engineer who puts the same sentence into
 * a note and into a text means it to be read.
 */
export function publicTexts(handoff: Handoff): string[] {
  const {session, records, ...rest} = handoff;
  const notes = session.notes.filter(({kind}) => kind !== 'note');
  return stringsIn([rest, notes, records.flatMap(publicFields)]);
}
