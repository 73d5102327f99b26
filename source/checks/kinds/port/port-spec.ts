import {isIP} from 'node:net';
import {z} from 'zod';
import {portNumber} from '../fields/check-fields.ts';
import {canonicalAddress} from './socket-address.ts';

const protocols = ['tcp', 'udp'] as const;

export type PortProtocol = (typeof protocols)[number];

export interface PortSpec {
  readonly number: number;
  readonly protocol?: PortProtocol | undefined;
  /** In its shortest form. */
  readonly address?: string | undefined;
}

const address = z
  .string()
  .refine(
    (text) => isIP(text.replace(/^\[(?<inner>.*)\]$/, '$<inner>')) !== 0,
    'An address is an IPv4 or IPv6 address of the host, such as 127.0.0.1 or ::1.',
  )
  .transform(canonicalAddress);

const fields = {
  number: portNumber.describe('The number of the port.'),
  protocol: z
    .enum(protocols)
    .optional()
    .meta({usual: 'tcp', description: 'Ports of TCP and of UDP are apart.'}),
  address: address.optional().meta({
    title: 'address',
    description:
      'Who listens where connections to this address of the host arrive. Otherwise on any.',
  }),
};

export const portKeys = Object.keys(fields);

export const portSchema: z.ZodType<PortSpec> = z.union([
  portNumber.transform((number) => ({number})),
  z.strictObject(fields),
]);
