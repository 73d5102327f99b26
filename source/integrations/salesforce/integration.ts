import {z} from 'zod';
import {secretReference} from '../carrying/secret-reference.ts';
import {integration, type Content} from '../integration-entry.ts';
import {wordOf} from '../json-of.ts';
import {webAddress} from '../targets/web-address.ts';

/** What a field of a record can be filled with, from the facts of an outcome. */
const words = {
  state: 'state',
  words: 'words',
  customer: 'customer',
  system: 'system',
  engineer: 'engineer',
  'decided-by': 'decision.name',
  'decided-at': 'decision.at',
  'session-ended-at': 'sessionEndedAt',
  'transition-ends': 'transitionEnds',
  'open-points': 'openPoints.length',
} as const;
const wordNames = [...Object.keys(words), 'text'];
const named = /\$\{([^}]*)\}/gu;

const value = z.union([z.string(), z.number(), z.boolean()]).superRefine((given, context) => {
  for (const [, name = ''] of String(given).matchAll(named))
    if (!wordNames.includes(name))
      context.addIssue({
        code: 'custom',
        message: `There is no "\${${name}}"; there are ${wordNames.join(', ')}.`,
      });
});

const schema = z.strictObject({
  url: webAddress.describe('Where your Salesforce is, as https://NAME.my.salesforce.com.'),
  token: secretReference.describe('The access token, by reference.'),
  version: z
    .string()
    .regex(/^v\d{2,3}\.\d$/u, 'Write a version such as v62.0.')
    .optional()
    .meta({usual: 'v62.0', description: 'The version of the interface.'}),
  object: z
    .string()
    .regex(/^[A-Za-z]\w*$/u, 'Write the name of an object, such as Opportunity.')
    .describe('What kind of record it is.'),
  // By its id alone: with an external id, a slip would make a new record.
  id: z
    .string()
    .regex(
      /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/u,
      'Write the id of the record, of 15 or 18 characters.',
    )
    .describe('The id of the record.'),
  fields: z
    .record(z.string().regex(/^[A-Za-z]\w*$/u), value)
    .refine((fields) => Object.keys(fields).length > 0, 'Name at least one field.')
    .meta({
      title: 'map',
      description: `Its fields, with texts that may hold \${…}: ${wordNames.join(', ')}.`,
    }),
});

type Spec = z.infer<typeof schema>;

function factOf(facts: object, path: string): unknown {
  let found: unknown = facts;
  for (const part of path.split('.'))
    found = (found as Readonly<Record<string, unknown>> | null | undefined)?.[part];
  return found;
}

/** A text with its words filled in; a value that is one word alone and not known empties its field. */
function filled(given: string | number | boolean, {data, text}: Content): unknown {
  if (typeof given !== 'string') return given;
  const valueOf = (name: string): unknown =>
    name === 'text' ? text : factOf(data, words[name as keyof typeof words]);
  const [, only] = /^\$\{([^}]*)\}$/u.exec(given) ?? [];
  if (only !== undefined) return valueOf(only) ?? null;
  return given.replaceAll(named, (_, name: string) => wordOf(valueOf(name)) ?? '');
}

export const salesforce = integration<Spec>({
  word: 'salesforce',
  about: 'fields of a record of Salesforce',
  schema,
  carries: ['outcome'],
  usual: () => ['outcome'],
  place: ({url, object, id}) => `${url} ${object} ${id}`,
  goesTo: ({url, object, id}) => `writes fields of ${object} ${id} at ${url}`,
  secretFields: ['token'],
  write({url, token, version = 'v62.0', object, id, fields}, {content}) {
    const values = Object.entries(fields).map(([name, given]) => [name, filled(given, content)]);
    return {
      type: 'request',
      method: 'PATCH',
      url: `${url}/services/data/${version}/sobjects/${object}/${id}`,
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(Object.fromEntries(values)),
      auth: {type: 'bearer', secret: token},
    };
  },
  read: ({url, id}, _parcel, {status}) =>
    // A record that was written has nothing to say.
    status === 204 ? {remote: id, url: `${url}/${id}`} : undefined,
  // The same fields with the same values are the same record.
  isRepeatable: true,
});
