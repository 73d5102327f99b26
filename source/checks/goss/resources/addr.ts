import {lookup} from 'node:dns/promises';
import {connect} from 'node:net';
import {type Look, textOption} from './resource.ts';

interface Target {
  readonly host: string;
  readonly port: number;
  readonly localAddress: string | undefined;
}

/** `tcp://host:80`, `udp://[::1]:53`; without a network it is TCP. */
function parse(address: string): {
  readonly network: string;
  readonly target?: Omit<Target, 'localAddress'>;
} {
  const {network = 'tcp', rest = ''} =
    /^(?:(?<network>[^:/]*):\/\/)?(?<rest>.*)$/s.exec(address)?.groups ?? {};
  const {
    six,
    plain = '',
    port = '',
  } = /^(?:\[(?<six>[^\]]*)\]|(?<plain>[^:]*)):(?<port>\d+)$/.exec(rest)?.groups ?? {};
  const number = Number(port);
  // Without a host, Go means this machine.
  return port === '' || number > 65_535
    ? {network}
    : {network, target: {host: (six ?? plain) || 'localhost', port: number}};
}

async function connects(
  {host, port, localAddress}: Target,
  patience: number,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({host, port, ...(localAddress === undefined ? {} : {localAddress})});
    const end = (isReached: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.destroy();
      resolve(isReached);
    };
    const abort = () => {
      end(false);
    };
    const timer = setTimeout(abort, patience);
    signal.addEventListener('abort', abort, {once: true});
    socket.once('connect', () => {
      end(true);
    });
    socket.on('error', abort);
  });
}

async function isKnown(host: string): Promise<boolean> {
  return lookup(host).then(
    () => true,
    () => false,
  );
}

/** `addr`: whether a TCP connection can be made; over UDP, whether the name is known. */
export const lookAtAddress: Look = async (spec, {context}) => ({
  attributes: {
    reachable: async () => {
      const {network, target} = parse(spec.name);
      if (!target || !/^(?:tcp|udp)[46]?$/.test(network)) {
        return false;
      }
      // A datagram is sent to nobody in particular: Go opens such a "connection" to any address.
      return network.startsWith('udp')
        ? isKnown(target.host)
        : connects(
            {...target, localAddress: textOption(spec, 'local-address')},
            spec.patience,
            context.signal,
          );
    },
  },
});
