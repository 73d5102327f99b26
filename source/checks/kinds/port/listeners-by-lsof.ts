import {askProgram, type AskContext} from '../ask-program.ts';
import type {Holder, Listener, Listeners} from './listener.ts';
import type {PortProtocol} from './port-spec.ts';
import {canonicalAddress} from './socket-address.ts';

interface Held extends Holder {
  readonly user: string;
  readonly address: string;
}

/** An address as these programs write it: `*` is all of them. */
function written(address: string, isSix: boolean): string {
  return address === '*' ? (isSix ? '::' : '0.0.0.0') : canonicalAddress(address);
}

/** `lsof -F`: a line for each field, which begins with the field's letter; lsof(8). */
function heldOf(said: string): Held[] {
  const held: Held[] = [];
  let [pid, program, user, type] = [0, '', '', ''];
  for (const line of said.split('\n')) {
    const value = line.slice(1);
    if (line.startsWith('p')) pid = Number(value);
    if (line.startsWith('c')) program = value;
    if (line.startsWith('L')) user = value;
    if (line.startsWith('t')) type = value;
    if (!line.startsWith('n') || value.includes('->')) continue;
    const address = written(value.slice(0, value.lastIndexOf(':')), type === 'IPv6');
    held.push({pid, program, user, address});
  }
  return held;
}

/** `netstat -an` of macOS and the BSDs: `tcp46  0  0  *.8080  *.*  LISTEN`. */
function boundOf(said: string, port: number, protocol: PortProtocol): Listener[] {
  return said.split('\n').flatMap((line) => {
    const [kind = '', , , local = '', remote = '', state] = line.trim().split(/\s+/);
    const isOpen = protocol === 'tcp' ? state === 'LISTEN' : remote === '*.*';
    if (!kind.startsWith(protocol) || !isOpen || !local.endsWith(`.${port}`)) return [];
    const isSix = kind.endsWith('6');
    const address = written(local.slice(0, local.lastIndexOf('.')), isSix);
    return [{address, holders: [], isDual: kind.endsWith('46')}];
  });
}

/**
 * Who listens, where there is no /proc: `netstat` tells of all sockets, `lsof` whose they are as far
 * as this user may see it.
 */
export async function listenersByLsof(
  port: number,
  protocol: PortProtocol,
  context: AskContext,
): Promise<Listeners> {
  const bound = await askProgram(['netstat', '-an', '-p', protocol], context);
  if (bound.type !== 'answer' || bound.exit !== 0) {
    const reason = bound.type === 'answer' ? `: ${bound.stderr.trim()}` : '';
    return {hindrance: `neither /proc nor the program netstat tells what listens here${reason}`};
  }
  const listeners = boundOf(bound.stdout, port, protocol);
  if (listeners.length === 0) return {listeners};
  const state = protocol === 'tcp' ? ['-sTCP:LISTEN'] : [];
  const about = `-i${protocol.toUpperCase()}:${port}`;
  const asked = await askProgram(['lsof', '-nP', about, ...state, '-FpcLtn'], context);
  const held = asked.type === 'answer' ? heldOf(asked.stdout) : [];
  return {
    listeners: listeners.map((one) => {
      const own = held.filter(({address}) => address === one.address);
      const holders = own.map(({pid, program}) => ({pid, program}));
      return {...one, holders, user: own[0]?.user};
    }),
  };
}
