import type {Handoff} from '../model/handoff.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {isSamePerson, mayBeSamePerson} from './same-person.ts';

/** Everybody who hands the system over: who started the handoff, and the attendees of that side. */
export function vendors(handoff: Handoff): readonly string[] {
  const attending = recordsOf(handoff, 'attendees')
    .filter((row) => fieldText(row, 'side') === 'vendor')
    .map((row) => fieldText(row, 'name'));
  return [handoff.createdBy, ...attending].filter((name) => name !== '');
}

/** The person on the side that hands over whom a name means, or may mean where it is shortened. */
export function vendorNamed(handoff: Handoff, name: string): string | undefined {
  const all = vendors(handoff);
  return (
    all.find((vendor) => isSamePerson(vendor, name)) ??
    all.find((vendor) => mayBeSamePerson(vendor, name))
  );
}

/** A name in which nobody is named. */
export function isNobody(name: string): boolean {
  return /^(?:n\/?a|none|nobody|tbd|tba|todo|unknown|\?+|-+|x+|\.+)$/iu.test(name.trim());
}
