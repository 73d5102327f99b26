import {registerNames, type RegisterName} from '../../playbook/playbook.ts';
import type {Handoff} from '../model/handoff.ts';
import {channelOf} from '../people/channel-of.ts';
import {isPersonField} from '../people/mentions.ts';
import {peopleOf, personNamed} from '../people/people.ts';
import type {Field, Holds} from '../registers/field.ts';
import {fieldText} from '../registers/records.ts';
import {registers} from '../registers/registers.ts';
import {namesFor} from '../standing/named-in-rows.ts';

/** The fields that hold the same as another: an address said as a channel may be one again. */
function fieldsHolding(holds: Holds): readonly (readonly [RegisterName, string])[] {
  return registerNames.flatMap((register) => {
    const fields: readonly Field[] = registers[register].fields;
    return fields
      .filter((field) => field.holds === holds)
      .map(({name}) => [register, name] as const);
  });
}

/** What was said of it in other rows, the latest first. */
function saidBefore(handoff: Handoff, holds: Holds): string[] {
  const fields = fieldsHolding(holds);
  return handoff.records
    .toReversed()
    .flatMap((row) =>
      fields.flatMap(([register, name]) =>
        row.register === register ? [fieldText(row, name)] : [],
      ),
    );
}

/** What is known of the person whom a row names. */
function ofPerson(handoff: Handoff, holds: Holds, name: string): string[] {
  const person = personNamed(handoff, name);
  if (holds === 'role') return [person?.role ?? ''];
  return holds === 'channel' ? [channelOf(handoff, name) ?? '', person?.address ?? ''] : [];
}

/**
 * What may stand in a field of a row, since it was said before: names of people, runbooks and checks; and
 * channels, times, places and the like as other rows have them, what belongs to the person of the row first.
 *
 * @param textOf what another field of the row says
 */
export function heldValues(
  handoff: Handoff,
  register: RegisterName,
  {name, names, holds}: Field,
  textOf: (field: string) => string,
): readonly string[] {
  if (names) return namesFor(handoff, names);
  const people = () => peopleOf(handoff).map((person) => person.name);
  if (isPersonField(register, name) || holds === 'person') return people();
  if (holds === undefined) return [];
  const persons = registers[register].fields.filter((field) => isPersonField(register, field.name));
  const own = persons.flatMap((field) => ofPerson(handoff, holds, textOf(field.name)));
  return [...new Set([...own, ...saidBefore(handoff, holds)])].filter((text) => text !== '');
}
