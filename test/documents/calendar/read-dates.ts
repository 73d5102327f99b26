import ICAL from 'ical.js';

type Value = ReturnType<ICAL.Component['getFirstPropertyValue']>;

// oxlint-disable-next-line typescript/no-base-to-string -- each kind of value there has its own words.
const shown = (value: Value) => (value === null || value === undefined ? null : String(value));

/** A calendar file as ical.js reads it. */
export function readDates(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  const events = root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      start: event.startDate.toString(),
      place: shown(component.getFirstPropertyValue('location')),
      sequence: Number(component.getFirstPropertyValue('sequence')),
      status: shown(component.getFirstPropertyValue('status')),
      hasReminder: component.getFirstSubcomponent('valarm') !== null,
      organiser: shown(component.getFirstPropertyValue('organizer')),
      attendees: component
        .getAllProperties('attendee')
        .map((person) => [
          person.getFirstParameter('cn'),
          shown(person.getFirstValue())?.toLowerCase(),
          ...['role', 'partstat', 'rsvp'].map((name) => person.getFirstParameter(name)),
        ]),
    };
  });
  return {method: shown(root.getFirstPropertyValue('method')), events};
}
