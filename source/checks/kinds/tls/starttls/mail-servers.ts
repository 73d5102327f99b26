import {isIPv6, type Socket} from 'node:net';
import {notOffered, notSpoken, refused, type Dialog} from './dialog.ts';

/** A reply of several lines: `250-` goes on, `250 ` ends (RFC 5321, section 4.2; RFC 959, section 4.2). */
async function reply(dialog: Dialog, protocol: string): Promise<string[]> {
  const lines: string[] = [];
  for (;;) {
    const line = await dialog.line();
    const isEnd = /^\d{3}(?: |$)/.test(line);
    // Within a reply of FTP any text may stand.
    if (!isEnd && !/^\d{3}-/.test(line) && lines.length === 0) throw notSpoken(protocol, line);
    lines.push(line);
    if (isEnd && line.startsWith(lines[0]?.slice(0, 3) ?? '')) return lines;
  }
}

/** The address of this side, as a client without a name gives it (RFC 5321, section 4.1.3). */
function literal({localAddress = '127.0.0.1'}: Socket): string {
  return isIPv6(localAddress) ? `[IPv6:${localAddress}]` : `[${localAddress}]`;
}

/** RFC 3207. */
export async function smtp(dialog: Dialog, socket: Socket): Promise<void> {
  const greeting = await reply(dialog, 'SMTP');
  if (!greeting[0]?.startsWith('220')) throw refused(greeting.at(-1) ?? '');
  dialog.send(`EHLO ${literal(socket)}\r\n`);
  const abilities = await reply(dialog, 'SMTP');
  if (!abilities[0]?.startsWith('250')) throw refused(abilities.at(-1) ?? '');
  if (!abilities.some((line) => /^250[ -]STARTTLS\s*$/i.test(line)))
    throw notOffered('no STARTTLS');
  dialog.send('STARTTLS\r\n');
  const answer = await reply(dialog, 'SMTP');
  if (!answer[0]?.startsWith('220')) throw refused(answer.at(-1) ?? '');
}

/** RFC 4217. */
export async function ftp(dialog: Dialog): Promise<void> {
  const greeting = await reply(dialog, 'FTP');
  if (!greeting[0]?.startsWith('220')) throw refused(greeting.at(-1) ?? '');
  dialog.send('AUTH TLS\r\n');
  const answer = await reply(dialog, 'FTP');
  if (!answer[0]?.startsWith('234')) throw refused(answer.at(-1) ?? '');
}

/** RFC 9051, sections 6.2.1 and 7.1. */
export async function imap(dialog: Dialog): Promise<void> {
  const greeting = await dialog.line();
  if (!/^\* (?:OK|PREAUTH|BYE)\b/i.test(greeting)) throw notSpoken('IMAP', greeting);
  // Who is logged in already can begin no TLS.
  if (!/^\* OK/i.test(greeting)) throw refused(greeting);
  dialog.send('a1 STARTTLS\r\n');
  let line = '';
  do {
    line = await dialog.line();
    if (!/^(?:\*|\+|a1) /i.test(line)) throw notSpoken('IMAP', line);
  } while (!/^a1 /i.test(line));
  if (!/^a1 OK/i.test(line)) throw refused(line);
}

/** RFC 2595, section 4. */
export async function pop3(dialog: Dialog): Promise<void> {
  const greeting = await dialog.line();
  if (!/^(?:\+OK|-ERR)/.test(greeting)) throw notSpoken('POP3', greeting);
  if (greeting.startsWith('-')) throw refused(greeting);
  dialog.send('STLS\r\n');
  const answer = await dialog.line();
  if (!answer.startsWith('+OK')) throw refused(answer);
}
