import {readFile} from 'node:fs/promises';
import {SocketAddress} from 'node:net';
import {NotSupported} from '../matchers/matcher.ts';
import {goStrings} from '../values/go-value.ts';
import {type Look} from './resource.ts';

/** The state of a TCP socket that listens, in /proc/net; include/net/tcp_states.h. */
const listen = '0A';

/** An address as /proc/net has it: 32-bit words in this machine's (little-endian) order. */
function address(hex: string): string {
  const words = hex.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) => (word.match(/../g) ?? []).toReversed());
  if (bytes.length === 4) {
    return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  }
  const groups = bytes.flatMap((byte, at) =>
    at % 2 === 0 ? [`${byte}${bytes[at + 1] ?? ''}`] : [],
  );
  const six = new SocketAddress({address: groups.join(':'), family: 'ipv6'}).address;
  // Go prints a mapped address as the IPv4 address that it is; goss makes letters capitals.
  return six.replace(/^::ffff:(?=\d+\.)/, '').toUpperCase();
}

/** `port`: whether a socket of this machine listens on it; every bound UDP socket counts. */
export const lookAtPort: Look = async ({name}, {keep}) => {
  const {network = 'tcp', port = ''} =
    /^(?:(?<network>[^:]*):)?(?<port>.*)$/s.exec(name)?.groups ?? {};

  async function addresses(): Promise<string[]> {
    if (process.platform !== 'linux') {
      throw new NotSupported('only Linux tells in /proc/net who listens; use a tcp check here');
    }
    if (!/^(?:tcp|udp)6?$/.test(network)) {
      return [];
    }
    // Without IPv6 there is no such file, and nobody listens.
    const text = await readFile(`/proc/net/${network}`, 'utf8').catch(() => '');
    const found = text
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, local = '', , state] = line.trim().split(/\s+/);
        const [hex = '', number = ''] = local.split(':');
        const isMeant =
          String(Number.parseInt(number, 16)) === port &&
          (network.startsWith('udp') || state === listen);
        return isMeant ? [address(hex)] : [];
      });
    keep(Buffer.from(found.map((one) => `${network}:${port} ${one}\n`).join('')));
    return found;
  }

  return {
    attributes: {
      listening: async () => (await addresses()).length > 0,
      ip: async () => goStrings(await addresses()),
    },
  };
};
