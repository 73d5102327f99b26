import type {Socket} from 'node:net';
import {createDialog, type Dialog} from './dialog.ts';
import {ftp, imap, pop3, smtp} from './mail-servers.ts';
import {ldap, mysql, postgres, xmpp} from './other-servers.ts';

/** Protocols that begin in plain text and go over to TLS on request. */
export const startProtocols = [
  'smtp',
  'imap',
  'pop3',
  'ftp',
  'ldap',
  'postgres',
  'mysql',
  'xmpp',
] as const;

export type StartProtocol = (typeof startProtocols)[number];

type Talk = (dialog: Dialog, socket: Socket, domain: string) => Promise<void>;

const talks: Readonly<Record<StartProtocol, Talk>> = {
  smtp,
  imap,
  pop3,
  ftp,
  ldap,
  postgres,
  mysql,
  xmpp: async (dialog, _socket, domain) => xmpp(dialog, domain),
};

/**
 * Asks a server over a fresh connection to go over to TLS, so that a handshake can follow.
 * @throws DialogError
 */
export async function beginTls(
  socket: Socket,
  protocol: StartProtocol,
  domain: string,
): Promise<void> {
  const dialog = createDialog(socket);
  await talks[protocol](dialog, socket, domain);
  dialog.end();
}
