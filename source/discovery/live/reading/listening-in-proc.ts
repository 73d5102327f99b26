import {endianness} from 'node:os';
import {addressOfHex, scopeOf} from '../../../checks/kinds/port/socket-address.ts';
import type {Said, Words} from '../asked-host.ts';
import type {Listening} from './listening.ts';

/** Where there is no `ss`: the sockets themselves, and who holds which. */
export const procTables: readonly Words[] = [
  ['cat', '/proc/net/tcp'],
  ['cat', '/proc/net/tcp6'],
  ['cat', '/proc/net/udp'],
  ['cat', '/proc/net/udp6'],
  [
    'find',
    '/proc',
    '-maxdepth',
    '3',
    '-path',
    '/proc/[0-9]*/fd/*',
    '-lname',
    'socket:*',
    '-printf',
    '%p %l\\n',
  ],
];

function holders(text: string): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [, pid, inode = ''] of text.matchAll(/^\/proc\/(\d+)\/fd\/\d+ socket:\[(\d+)\]$/gm))
    found.set(inode, [...new Set([...(found.get(inode) ?? []), Number(pid)])]);
  return found;
}

/** As `/proc/net` has it: state 0A listens, and a UDP socket in 07 is bound to no other side. */
export function readProcTables(said: readonly (Said | undefined)[]): Listening[] {
  const byInode = holders(said.at(-1)?.text ?? '');
  return said.slice(0, -1).flatMap((table, index) => {
    const protocol = index < 2 ? ('TCP' as const) : ('UDP' as const);
    return (table?.text ?? '').split('\n').flatMap((line) => {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      const [hex = '', port = ''] = local.split(':');
      if (state !== (protocol === 'TCP' ? '0A' : '07')) return [];
      const address = addressOfHex(hex, endianness() === 'BE');
      const pids = byInode.get(inode) ?? [];
      return [{address, scope: scopeOf(address), port: Number.parseInt(port, 16), protocol, pids}];
    });
  });
}
