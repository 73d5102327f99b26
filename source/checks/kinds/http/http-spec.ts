import {z} from 'zod';
import {filledText, textMap} from '../fields/check-fields.ts';
import {reachFields, reachMisfits, type ReachSpec} from './reach-fields.ts';

export interface HttpSpec extends ReachSpec {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly redirects: 'follow' | 'manual';
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const url = filledText
  .refine((text) => !/^https?:\/\/unix:/i.test(text), {
    message: 'Write a unix socket as {url: "http://localhost/path", socket: /run/name.sock}.',
    abort: true,
  })
  .refine(isWebAddress, 'A URL begins with http:// or https:// and a host.');

const headers = textMap.refine((map) => {
  try {
    return new Headers(map) instanceof Headers;
  } catch {
    return false;
  }
}, 'A header name or value holds a character that HTTP does not allow.');

const fields = {
  url: url.meta({title: 'URL', description: 'What is asked for.'}),
  method: filledText
    .regex(/^[A-Za-z]+$/, 'A method is a word such as GET or POST.')
    .transform((method) => method.toUpperCase())
    .optional()
    .meta({title: 'method', description: 'Otherwise GET, and POST where there is a body.'}),
  headers: headers.optional().describe('Headers that are sent with it.'),
  body: z
    .unknown()
    .optional()
    .meta({title: 'text or JSON', description: 'What is sent. Anything but text is sent as JSON.'}),
  redirects: z
    .enum(['follow', 'manual'])
    .optional()
    .meta({usual: 'follow', description: 'Whether the answer or the place it leads to is judged.'}),
  ...reachFields,
};

export const httpKeys = Object.keys(fields);

interface Written extends ReachSpec {
  readonly url: string;
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly redirects?: 'follow' | 'manual' | undefined;
}

/** A body that is not text is sent as JSON, and says so unless the headers say otherwise. */
function completed(written: Written): HttpSpec {
  const {url, method, headers = {}, body, redirects = 'follow', ...reach} = written;
  const isJson = body !== undefined && typeof body !== 'string';
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  return {
    url,
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: isJson && !hasType ? {...headers, 'content-type': 'application/json'} : headers,
    body: isJson ? JSON.stringify(body) : body,
    redirects,
    ...reach,
  };
}

/** A URL alone, or a map with `url`. */
export const httpSchema: z.ZodType<HttpSpec> = z.union([
  url.transform((only) => completed({url: only})),
  z
    .strictObject(fields)
    .refine(({method, body}) => body === undefined || !/^(?:GET|HEAD)$/.test(method ?? ''), {
      message: 'A GET or HEAD request carries no body.',
      path: ['body'],
    })
    .superRefine((written, context) => {
      for (const {key, message} of reachMisfits(written))
        context.addIssue({code: 'custom', path: [key], message});
    })
    .transform(completed),
]);
