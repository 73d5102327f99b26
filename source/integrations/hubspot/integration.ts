import {toHtml} from 'hast-util-to-html';
import {toHast} from 'mdast-util-to-hast';
import {z} from 'zod';
import {parseMarkdown} from '../../markdown/parse-markdown.ts';
import {secretReference} from '../carrying/secret-reference.ts';
import {integration, type Before, type Carry, type Doing} from '../integration-entry.ts';
import {hasMark} from '../issue-text.ts';
import {failedLook, jsonOf, listIn, wordOf} from '../json-of.ts';
import {webAddress} from '../targets/web-address.ts';

/** What a note can belong to: its word in addresses, and the type of the association from a note to it. */
const objects = {
  contact: {path: 'contacts', type: 202},
  company: {path: 'companies', type: 190},
  deal: {path: 'deals', type: 214},
  ticket: {path: 'tickets', type: 228},
} as const;
type ObjectName = keyof typeof objects;
const objectNames = Object.keys(objects) as ObjectName[];

const recordId = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((id) => /^\d+$/u.test(id), 'Write the number of the record.')
  .optional();

const schema = z
  .strictObject({
    token: secretReference.describe('The token of a private app, by reference.'),
    url: webAddress
      .optional()
      .meta({usual: 'https://api.hubapi.com', description: 'Where HubSpot is.'}),
    contact: recordId.describe('The record that gets the note: one of these four.'),
    company: recordId,
    deal: recordId,
    ticket: recordId,
  })
  .refine(
    (spec) => objectNames.filter((name) => spec[name] !== undefined).length === 1,
    `A note belongs to one record: write one of ${objectNames.join(', ')} with its number.`,
  );

type Spec = z.infer<typeof schema>;

/** HubSpot refuses longer ones. */
const longestBody = 65_536;
/** So many notes are read at once, at most. */
const atOnce = 100;

function recordOf(spec: Spec): {readonly name: ObjectName; readonly id: string} {
  const name = objectNames.find((one) => spec[one] !== undefined) ?? 'deal';
  return {name, id: spec[name] ?? ''};
}

function api(spec: Spec, method: string, path: string, body?: object): Doing {
  return {
    type: 'request',
    method,
    url: `${spec.url ?? 'https://api.hubapi.com'}/${path}`,
    headers: body === undefined ? {} : {'content-type': 'application/json'},
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    auth: {type: 'bearer', secret: spec.token},
  };
}

/** A note as HTML, with what it is found by at its end. */
function noteBody(title: string, text: string, mark: string): string {
  const end = `<p>${mark}</p>`;
  const body = toHtml(toHast(parseMarkdown(`**${title}**\n\n${text}`)));
  // Cut by whole lines, so that no tag is left open for long; HubSpot closes what is.
  const room = longestBody - end.length;
  return `${body.length > room ? body.slice(0, body.lastIndexOf('\n', room)) : body}${end}`;
}

async function findNote(spec: Spec, mark: string, carry: Carry): Promise<Before> {
  const {name, id} = recordOf(spec);
  let after = '';
  for (;;) {
    const path = `crm/v4/objects/${objects[name].path}/${id}/associations/notes?limit=${atOnce}${after}`;
    const listed = await carry(api(spec, 'GET', path));
    if (listed.type !== 'reply' || listed.status !== 200) return failedLook(listed);
    const {results, paging} = jsonOf(listed) as {
      readonly results?: unknown;
      readonly paging?: {readonly next?: {readonly after?: unknown}};
    };
    const all = listIn(results);
    if (!all) return failedLook(listed);
    const inputs = all.flatMap(({toObjectId}) => {
      const note = wordOf(toObjectId);
      return note === undefined ? [] : [{id: note}];
    });
    if (inputs.length > 0) {
      const asked = {properties: ['hs_note_body'], inputs};
      const read = await carry(api(spec, 'POST', 'crm/v3/objects/notes/batch/read', asked));
      if (read.type !== 'reply' || read.status >= 300) return failedLook(read);
      const notes = listIn(jsonOf(read)['results']);
      const found = notes?.find(({properties}) =>
        hasMark((properties as {readonly hs_note_body?: unknown})?.hs_note_body, mark),
      );
      const remote = wordOf(found?.['id']);
      if (remote !== undefined) return {type: 'there', remote};
      // 207 says that some could not be read: it may be among these.
      if (!notes || read.status !== 200) return failedLook(read);
    }
    const next = wordOf(paging?.next?.after);
    if (next === undefined) return {type: 'absent'};
    after = `&after=${encodeURIComponent(next)}`;
  }
}

export const hubspot = integration<Spec>({
  word: 'hubspot',
  about: 'notes of HubSpot, on a contact, company, deal or ticket',
  schema,
  carries: ['outcome'],
  usual: () => ['outcome'],
  place: (spec) =>
    `${spec.url ?? 'https://api.hubapi.com'} ${Object.values(recordOf(spec)).join(' ')}`,
  goesTo: (spec) => `writes a note on ${Object.values(recordOf(spec)).join(' ')} of HubSpot`,
  secretFields: ['token'],
  write(spec, {content, mark, at, remote}) {
    const body = noteBody(content.title, content.text, mark);
    if (remote !== undefined)
      return api(spec, 'PATCH', `crm/v3/objects/notes/${remote}`, {
        properties: {hs_note_body: body},
      });
    const {name, id} = recordOf(spec);
    const {type: associationTypeId} = objects[name];
    return api(spec, 'POST', 'crm/v3/objects/notes', {
      properties: {hs_timestamp: at, hs_note_body: body},
      associations: [
        {to: {id}, types: [{associationCategory: 'HUBSPOT_DEFINED', associationTypeId}]},
      ],
    });
  },
  read(_spec, _parcel, reply) {
    const remote = wordOf(jsonOf(reply)['id']);
    return remote === undefined ? undefined : {remote};
  },
  isRepeatable: false,
  before: (spec, {mark}, carry) => findNote(spec, mark, carry),
});
