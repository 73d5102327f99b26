import {canonicalAddress, scopeOf, type Scope} from '../../../checks/kinds/port/socket-address.ts';

export interface Listening {
  readonly address: string;
  readonly scope: Scope;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
  /** Who holds it; none where the user may not see that. */
  readonly pids: readonly number[];
}

export interface Connected {
  readonly pids: readonly number[];
  readonly localPort: number;
  readonly address: string;
  readonly port: number;
}

function ending(text: string): {readonly address: string; readonly port: number} | undefined {
  const at = text.lastIndexOf(':');
  const port = Number(text.slice(at + 1));
  const host = text.slice(0, at).replace(/%[^\]]*/u, '');
  return Number.isInteger(port) && port > 0
    ? {address: host === '*' ? '::' : canonicalAddress(host), port}
    : undefined;
}

function pidsIn(text: string): number[] {
  return [...new Set([...text.matchAll(/\bpid=(\d+)/g)].map(([, pid]) => Number(pid)))];
}

/** What `ss -H -tulpn` prints: who listens where. */
export function readListening(text: string): Listening[] {
  return text.split('\n').flatMap((line) => {
    const [kind, , , , local = '', , ...rest] = line.trim().split(/\s+/);
    const end = ending(local);
    if (!end || (kind !== 'tcp' && kind !== 'udp')) return [];
    const protocol = kind === 'tcp' ? 'TCP' : 'UDP';
    return [{...end, scope: scopeOf(end.address), protocol, pids: pidsIn(rest.join(' '))}];
  });
}

/** What `ss -H -tnp state established` prints: who is connected to whom. */
export function readConnected(text: string): Connected[] {
  return text.split('\n').flatMap((line) => {
    const [, , local = '', peer = '', ...rest] = line.trim().split(/\s+/);
    const [from, to] = [ending(local), ending(peer)];
    return from && to ? [{...to, localPort: from.port, pids: pidsIn(rest.join(' '))}] : [];
  });
}
