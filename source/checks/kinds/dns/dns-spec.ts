import {isIP} from 'node:net';
import {z} from 'zod';
import {filledText} from '../fields/check-fields.ts';
import type {HostAndPort} from '../fields/host-and-port.ts';

export const recordTypes = ['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'SRV', 'NS', 'PTR'] as const;
export type RecordType = (typeof recordTypes)[number];

export interface DnsSpec {
  /** A domain name, or an address for PTR. */
  readonly name: string;
  readonly type: RecordType;
  /** Who is asked. Without it, the name servers this machine is set up with. */
  readonly server?: HostAndPort | undefined;
}

const usualPort = 53;

/** Labels of at most 63 characters, at most 253 in all (RFC 1035, section 2.3.4). */
const domainName = /^(?!.{255})(?:\.|(?:[^\s./:@\\]{1,63}\.)*[^\s./:@\\]{1,63}\.?)$/;

const name = filledText.refine(
  (text) => isIP(text) > 0 || domainName.test(text),
  'This is neither a domain name, such as pay.example.com, nor an address.',
);

const serverText = /^(?:\[(?<six>[^\]]+)\]|(?<host>[^:\s[\]]+))(?::(?<port>\d+))?$/;

function readServer(text: string): HostAndPort | undefined {
  if (isIP(text)) return {host: text, port: usualPort};
  const {six, host = six, port = usualPort} = serverText.exec(text)?.groups ?? {};
  const number = Number(port);
  return host !== undefined && number >= 1 && number <= 65_535 ? {host, port: number} : undefined;
}

const server = filledText
  .transform(readServer)
  .refine(
    (read) => read !== undefined,
    'Write a server as host or host:port, such as 10.0.0.2:53.',
  );

const fields = {
  name: name.describe('The domain name, or an address to find its name.'),
  type: z
    .enum(recordTypes)
    .optional()
    .describe('Which records. Otherwise A, and PTR for an address.'),
  server: server.optional().meta({
    title: 'host or host:port',
    description: "The name server that is asked. Otherwise this machine's.",
  }),
};

export const dnsKeys = Object.keys(fields);

/** An address alone asks for the name behind it. */
function usualType(text: string): RecordType {
  return isIP(text) ? 'PTR' : 'A';
}

/** A name alone, or a map with `name`. */
export const dnsSchema: z.ZodType<DnsSpec> = z.union([
  name.transform((only) => ({name: only, type: usualType(only)})),
  z
    .strictObject(fields)
    .refine((spec) => !isIP(spec.name) || (spec.type ?? 'PTR') === 'PTR', {
      message: 'An address has only the name behind it: leave out the type, or write PTR.',
      path: ['type'],
    })
    .transform((spec) => ({...spec, type: spec.type ?? usualType(spec.name)})),
]);
