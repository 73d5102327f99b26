import type {Handoff} from '../../handoff/model.ts';
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
    ...handoff.playbook.gotchas.map(({text}) => ({text, what: 'a gotcha of the playbook'})),
  ];
}

const internalFields = new Set(['note', 'gotchas', 'notices']);

/** Every string below a value but those of internal fields. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    internalFields.has(field) ? [] : stringsIn(inner),
  );
}

/**
 * What a customer may read as far as the handoff goes. An engineer who puts the same sentence into
 * a note and into a text means it to be read.
 */
export function publicTexts(handoff: Handoff): string[] {
  const {session, ...rest} = handoff;
  return stringsIn([rest, session.notes.filter(({kind}) => kind === 'question')]);
}
