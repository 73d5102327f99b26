import {z} from 'zod';
import {secretReference} from '../carrying/secret-reference.ts';
import {integration} from '../integration-entry.ts';
import {jsonOf, wordOf} from '../json-of.ts';
import {addressOrReference} from '../targets/web-address.ts';

/** Standard Webhooks asks for bodies below 20 kB. */
const schema = z.strictObject({
  url: addressOrReference.describe('Where it is sent; a reference where the address is a secret.'),
  secret: secretReference.optional().describe('What it is signed with (whsec_…), by reference.'),
  body: z.enum(['event', 'text']).optional().meta({
    usual: 'event',
    description: 'event: as Standard Webhooks has it; text: {"text": …}, as Slack takes it.',
  }),
});

type Spec = z.infer<typeof schema>;

const types = {
  outcome: 'handoff.outcome',
  point: 'handoff.point',
  document: 'handoff.document',
  status: 'handoff.status',
} as const;

export const webhook = integration<Spec>({
  word: 'webhook',
  about: 'any receiver of Standard Webhooks, and chat rooms that take a text',
  schema,
  carries: ['outcome', 'point'],
  usual: () => ['outcome'],
  place: ({url}) => url,
  goesTo: ({url}) => `sends to ${url}`,
  secretFields: ['secret', 'url'],
  write({url, secret, body = 'event'}, {id, at, content}) {
    const {kind, title, text, data} = content;
    const event = {type: types[kind], timestamp: at, data};
    // Chat rooms show the title and the lines below it, without Markdown's escapes.
    const message = {text: `${title}\n${text}`};
    return {
      type: 'request',
      method: 'POST',
      url,
      headers: {'content-type': 'application/json', 'webhook-id': `msg_${id}`},
      body: JSON.stringify(body === 'text' ? message : event),
      ...(secret === undefined ? {} : {auth: {type: 'webhook', id: `msg_${id}`, secret}}),
    };
  },
  read: () => ({}),
  // Chat rooms answer with success also where they take nothing.
  refusal(_spec, reply) {
    const {ok, error} = jsonOf(reply);
    return ok === false ? (wordOf(error) ?? 'it was not taken') : undefined;
  },
  // The id stays the same, by which a receiver knows what it had before.
  isRepeatable: true,
});
