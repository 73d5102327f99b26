import {lookup, Resolver} from 'node:dns/promises';
import {isIP, isIPv6} from 'node:net';
import {NotSupported} from '../matchers/matcher.ts';
import {goStrings} from '../values/go-value.ts';
import {type GossSpec, type Look, LookError, textOption} from './resource.ts';

/** goss asks this often before it gives up. */
const tries = 3;

/** With the dot that a name server's answers have at their end. */
function full(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}

async function recordsOf(resolver: Resolver, type: string, host: string): Promise<string[]> {
  switch (type) {
    case 'A':
      return resolver.resolve4(host);
    case 'AAAA':
      return resolver.resolve6(host);
    case 'CNAME':
      return (await resolver.resolveCname(host)).map(full);
    case 'NS':
      return (await resolver.resolveNs(host)).map(full);
    case 'PTR':
      if (!isIP(host)) {
        throw new LookError(`"${host}" is no address, so it has no PTR record`);
      }
      return (await resolver.reverse(host)).map(full);
    case 'MX':
      return (await resolver.resolveMx(host)).map(
        ({priority, exchange}) => `${priority} ${full(exchange)}`,
      );
    case 'SRV':
      return (await resolver.resolveSrv(host)).map(
        ({priority, weight, port, name}) => `${priority} ${weight} ${port} ${full(name)}`,
      );
    case 'TXT':
      return (await resolver.resolveTxt(host)).flat();
    case 'CAA':
      return (await resolver.resolveCaa(host)).flatMap(({critical, ...properties}) =>
        Object.entries(properties)
          .filter(([tag]) => tag !== 'type')
          .map(([tag, value]) => `${critical} ${tag} ${String(value)}`),
      );
    case 'SSHFP':
      throw new NotSupported(
        'this program cannot ask for SSHFP records; check it with goss, or with dig in a command',
      );
    default: {
      const found = await Promise.all(
        ['A', 'AAAA'].map(async (one) => recordsOf(resolver, one, host).catch(() => [])),
      );
      return found.flat();
    }
  }
}

/** What the server knows there is not, or will not tell, is an answer without records. */
const nothing = new Set(['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'EREFUSED', 'ENOTIMP', 'EFORMERR']);

async function askServer(server: string, type: string, host: string, patience: number) {
  const resolver = new Resolver({timeout: patience, tries: 1});
  const {six, plain, port} =
    /^(?:\[(?<six>[^\]]+)\]|(?<plain>[^:]+))(?::(?<port>\d+))?$/.exec(server)?.groups ?? {};
  const name = six ?? plain ?? server;
  const address = isIP(name) ? name : (await lookup(name)).address;
  resolver.setServers([`${isIPv6(address) ? `[${address}]` : address}:${port ?? '53'}`]);
  return recordsOf(resolver, type, host);
}

async function late(patience: number, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new LookError('no answer in time'));
    }, patience);
    timer.unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
}

async function once(spec: GossSpec): Promise<readonly string[]> {
  const {type = '', host = spec.name} =
    /^(?<type>[A-Z]+):(?<host>.*)$/.exec(spec.name)?.groups ?? {};
  const server = textOption(spec, 'server');
  try {
    return server === undefined
      ? (await lookup(host, {all: true})).map(({address}) => address)
      : await askServer(server, type, host, spec.patience);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (error instanceof NotSupported || error instanceof LookError) {
      throw error;
    }
    // What this machine's own look-up does not find is not resolvable, whatever the reason.
    if (server === undefined || nothing.has(code)) {
      return [];
    }
    throw new LookError(`the name server ${server} cannot be asked (${code || String(error)})`);
  }
}

/** `dns`: the addresses that this machine finds, or the records that a name server has. */
export const lookAtDns: Look = async (spec, {context, keep}) => {
  let found: Promise<readonly string[]> | undefined;

  async function resolve(): Promise<readonly string[]> {
    let last: unknown;
    for (let attempt = 0; attempt < tries && !context.signal.aborted; attempt += 1) {
      const ending = new AbortController();
      try {
        const records = await Promise.race([once(spec), late(spec.patience, ending.signal)]);
        keep(Buffer.from(records.map((one) => `${one}\n`).join('')));
        return records.toSorted();
      } catch (error) {
        if (!(error instanceof LookError)) {
          throw error;
        }
        last = error;
      } finally {
        ending.abort();
      }
    }
    throw last ?? new LookError('no answer');
  }

  const records = async () => (found ??= resolve());
  return {
    attributes: {
      resolvable: async () => (await records()).length > 0,
      addrs: async () => goStrings(await records()),
    },
  };
};
