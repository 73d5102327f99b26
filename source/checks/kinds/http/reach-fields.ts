import {z} from 'zod';
import {filledText, filePath} from '../fields/check-fields.ts';
import {readProxy} from './proxy.ts';

/** How a server is reached and who asks. */
export interface ReachSpec {
  /** Files of authorities. Absent: those of Node and of the system count. */
  readonly ca?: readonly string[] | undefined;
  /** Files of the client's certificate and its key. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly passphrase?: string | undefined;
  readonly insecure?: boolean | undefined;
  readonly server_name?: string | undefined;
  /** `none`, or an address. Absent: as the environment says. */
  readonly proxy?: string | undefined;
  readonly socket?: string | undefined;
  readonly basic?: {readonly user: string; readonly password: string} | undefined;
  readonly bearer?: string | undefined;
}

const files = z
  .union([filePath.transform((one) => [one]), z.array(filePath).min(1)], 'Write a file or a list.')
  .meta({title: 'path or list of paths'});

const basic = z
  .union(
    [
      z.strictObject({
        user: filledText.regex(/^[^:]*$/, 'A user of "basic" has no colon in its name.'),
        password: filledText,
      }),
      // A union has a message of its own.
      z.never(),
    ],
    'Write basic: {user: deploy, password: "${env.API_PASSWORD}"}.',
  )
  .meta({title: 'map of user and password'});

export const reachFields = {
  ca: files.optional().meta({
    description: 'Files of authorities (PEM); only these are trusted then.',
  }),
  cert: filePath.optional().meta({
    description: 'A file with the certificate (PEM) by which the server knows who asks.',
  }),
  key: filePath.optional().meta({
    description: 'The file of the key to cert (PEM). Otherwise it stands in the file of cert.',
  }),
  passphrase: filledText.optional().meta({
    title: 'text of the environment',
    description: 'What key is locked with, as ${env.NAME}.',
  }),
  insecure: z.boolean().optional().meta({
    usual: false,
    description:
      'For inspection only: the certificate is not verified, so nothing secret can be sent with it.',
  }),
  server_name: filledText.optional().meta({
    title: 'host name',
    description:
      'The name that TLS asks for and the certificate has to be for. Otherwise the header Host, and then the host of the URL.',
  }),
  proxy: filledText
    .superRefine((text, context) => {
      const read = text === 'none' ? undefined : readProxy(text);
      if (typeof read === 'string') context.addIssue({code: 'custom', message: read});
    })
    .optional()
    .meta({
      title: 'none or address',
      description:
        'The proxy that is asked, or none. Otherwise HTTP_PROXY, HTTPS_PROXY and NO_PROXY decide, as for curl.',
    }),
  socket: filePath.optional().meta({
    description: 'A unix socket that is connected to, whatever host the URL names.',
  }),
  basic: basic.optional().meta({
    description: 'User and password (basic authentication); the password as ${env.NAME}.',
  }),
  bearer: filledText
    .regex(/^[\u0021-\u007E]+$/, 'A bearer token is letters, digits and signs without blanks.')
    .optional()
    .meta({
      title: 'text of the environment',
      description: 'A bearer token that is sent as the header Authorization, as ${env.NAME}.',
    }),
};

/** A key that cannot stand beside what else is said. */
export interface Misfit {
  readonly key: string;
  readonly message: string;
}

interface Asked extends ReachSpec {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What of a way to reach a server contradicts the rest. */
export function reachMisfits(asked: Asked): Misfit[] {
  const {url, headers = {}, ca, cert, key, passphrase, insecure, server_name, socket} = asked;
  const {proxy, basic: pair, bearer} = asked;
  if (!URL.canParse(url)) return [];
  const address = new URL(url);
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const ways = [
    ...(pair ? ['basic'] : []),
    ...(bearer === undefined ? [] : ['bearer']),
    ...(names.includes('authorization') ? ['the header Authorization'] : []),
    ...(address.username === '' && address.password === '' ? [] : ['the user in the URL']),
  ];
  const misfit = (isOne: boolean, name: keyof ReachSpec, message: string): Misfit[] =>
    isOne ? [{key: name, message}] : [];
  return [
    ...misfit(key !== undefined && cert === undefined, 'key', 'A key belongs to a "cert".'),
    ...misfit(
      passphrase !== undefined && cert === undefined,
      'passphrase',
      'A passphrase belongs to the key of a "cert".',
    ),
    ...misfit(
      insecure === true && ca !== undefined,
      'insecure',
      'With "insecure" nothing is verified, so "ca" means nothing: leave one of them out.',
    ),
    ...misfit(
      socket !== undefined && proxy !== undefined && proxy !== 'none',
      'proxy',
      'A socket is on this machine and needs no proxy: leave one of them out.',
    ),
    ...misfit(
      server_name !== undefined && address.protocol === 'http:',
      'server_name',
      'A URL with http:// has no TLS and so no name to ask for: write the header Host.',
    ),
    ...(ways.length < 2
      ? []
      : [
          {
            key: pair ? 'basic' : bearer === undefined ? 'headers' : 'bearer',
            message: `Who asks is said twice, by ${ways.join(' and ')}: leave one of them out.`,
          },
        ]),
  ];
}
