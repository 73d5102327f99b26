import type {Handoff} from '../../handoff/model/handoff.ts';
import {fieldReason, fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {findSecrets} from '../../redaction/redact-secrets.ts';
import {lineWords, sourcesOf} from '../../playbook/position-words.ts';
import {allItems} from '../../playbook/walk.ts';
import {safeName} from './safe-name.ts';

interface Place {
  readonly what: string;
  readonly text: string;
}

const itemParts = {
  note: 'the note on',
  text: 'the text of',
  reason: 'the reason at',
  owner: 'the owner of',
} as const;

/** Every text of a handoff that a person can change, with the words for where it stands. */
function* placesOf(handoff: Handoff): Generator<Place> {
  yield {what: 'the name of the customer', text: handoff.customer};
  yield {what: 'the name of the system', text: handoff.system};
  const sources = sourcesOf(handoff);
  for (const {item} of allItems(handoff.playbook)) {
    const state = handoff.items[item.id];
    const title = item.text;
    yield {
      what: `${lineWords(item.position, sources)} of the playbook`,
      text: `${title}\n${item.details ?? ''}`,
    };
    for (const [part, words] of Object.entries(itemParts)) {
      const text = state?.[part as keyof typeof itemParts];
      if (text !== undefined) yield {what: `${words} "${title}"`, text};
    }
  }
  for (const record of handoff.records)
    for (const {name, label} of registers[record.register].fields) {
      const text = fieldText(record, name) || (fieldReason(record, name) ?? '');
      yield {what: `"${label}" of "${recordTitle(record)}"`, text};
    }
  for (const {text, by} of handoff.session.notes)
    yield {what: `what ${by} logged in the session`, text};
  for (const {name, text} of handoff.checkRuns.flatMap(({results}) =>
    results.map(({name, message}) => ({name, text: message})),
  ))
    yield {what: `the last outcome of the check "${name}"`, text};
}

/** Where secrets stand in a handoff, for whoever has to take them out. */
export async function secretPlaces(handoff: Handoff): Promise<string[]> {
  const found = new Set<string>();
  for (const {what, text} of placesOf(handoff)) {
    if (text === '') continue;
    for (const {kind} of await findSecrets(text)) found.add(`${await safeName(what)} (${kind})`);
  }
  return [...found];
}
