import {z} from 'zod';

/** Where something listens. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** `host:port`, with brackets round an IPv6 address. */
const written = /^(?:\[(?<six>[^\]]+)\]|(?<host>[^:\s]+)):(?<port>\d+)$/;

/** Reads `db.example.com:5432` or `[::1]:5432`; `example` stands in the message about anything else. */
export function hostAndPort(example: string) {
  return z
    .string()
    .regex(written, `Write host:port, such as ${example}.`)
    .transform((text): HostAndPort => {
      const {six, host = '', port} = written.exec(text)?.groups ?? {};
      return {host: six ?? host, port: Number(port)};
    })
    .refine(({port}) => port >= 1 && port <= 65_535, 'A port is a number from 1 to 65535.')
    .meta({title: 'host:port'});
}

/** As a person writes it, so that it can be read again. */
export function shownHostAndPort({host, port}: HostAndPort): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
