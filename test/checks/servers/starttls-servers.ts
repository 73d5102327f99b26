import {Buffer} from 'node:buffer';
import type {Socket} from 'node:net';
import {createSecureContext, TLSSocket} from 'node:tls';
import {serveTcp, type RunningServer} from './http-servers.ts';

export interface StartTlsServer extends RunningServer {
  /** What clients said in plain text. */
  readonly heard: () => string;
  /** Bytes that came after TLS had begun. */
  readonly afterwards: () => number;
}

/** What a server says first, and what it answers; `tls` after an answer begins TLS. */
export interface Script {
  readonly greeting?: string | Buffer;
  /** Bytes of the request after which TLS begins, where nothing is answered. */
  readonly length?: number;
  readonly answer: (
    said: Buffer,
  ) => {readonly say: string | Buffer; readonly tls?: boolean} | undefined;
}

/** Speaks a protocol in plain text until it goes over to TLS. */
export async function serveStartTls(
  script: Script,
  {pem, key}: {readonly pem: string; readonly key: string},
): Promise<StartTlsServer> {
  let heard = '';
  let afterwards = 0;
  const secureContext = createSecureContext({cert: pem, key});
  const begin = (socket: Socket) => {
    const secure = new TLSSocket(socket, {isServer: true, secureContext});
    secure.on('error', () => undefined);
    secure.on('data', (data: Buffer) => {
      afterwards += data.length;
    });
  };
  const server = await serveTcp((socket) => {
    if (script.greeting !== undefined) socket.write(script.greeting);
    const listen = (said: Buffer) => {
      heard += said.toString('latin1');
      const {say, tls = false} = script.answer(said) ?? {};
      if (say === undefined) return;
      if (!tls) {
        socket.write(say);
        return;
      }
      socket.off('data', listen);
      if (say.length > 0) socket.write(say);
      // Who waits for no answer may have sent the beginning of TLS in one piece with its request.
      if (script.length !== undefined && said.length > script.length) {
        socket.pause();
        socket.unshift(said.subarray(script.length));
      }
      begin(socket);
    };
    socket.on('data', listen);
  });
  return {...server, heard: () => heard, afterwards: () => afterwards};
}

function lines(answers: Readonly<Record<string, {readonly say: string; readonly tls?: boolean}>>) {
  return (said: Buffer) => {
    const text = said.toString('latin1').trim();
    return Object.entries(answers).find(([start]) => text.startsWith(start))?.[1];
  };
}

/** LDAPMessage 1 with an ExtendedResponse: a result code and a text. */
export function ldapResponse(code: number, text = ''): Buffer {
  const inner = Buffer.concat([
    Buffer.from([0x0a, 1, code, 0x04, 0, 0x04, text.length]),
    Buffer.from(text),
  ]);
  const response = Buffer.concat([Buffer.from([2, 1, 1, 0x78, inner.length]), inner]);
  return Buffer.concat([Buffer.from([0x30, response.length]), response]);
}

/** Greeting of MySQL 8: protocol 10, version, thread, random bytes, capabilities. */
export function mysqlGreeting(capabilities: number): Buffer {
  const body = Buffer.concat([
    Buffer.from([10]),
    Buffer.from('8.0.36\0'),
    Buffer.from([9, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0]),
    Buffer.from([capabilities & 0xff, capabilities >> 8, 33, 2, 0]),
    Buffer.alloc(25),
  ]);
  return Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body]);
}

/** Each protocol as its specification has it. */
export const goodScripts: Readonly<Record<string, Script>> = {
  smtp: {
    greeting: '220-mail.example ESMTP\r\n220 ready\r\n',
    answer: lines({
      EHLO: {say: '250-mail.example\r\n250-SIZE 1000\r\n250-STARTTLS\r\n250 8BITMIME\r\n'},
      STARTTLS: {say: '220 2.0.0 go ahead\r\n', tls: true},
    }),
  },
  imap: {
    greeting: '* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n',
    answer(said) {
      const [tag = '', word = ''] = said.toString('latin1').trim().split(' ');
      if (word === 'STARTTLS') return {say: `* NOOP\r\n${tag} OK begin\r\n`, tls: true};
      return {say: `* CAPABILITY IMAP4rev1 STARTTLS\r\n${tag} OK done\r\n`};
    },
  },
  pop3: {
    greeting: '+OK ready\r\n',
    answer: lines({STLS: {say: '+OK begin\r\n', tls: true}}),
  },
  ftp: {
    greeting: '220-Welcome\r\n any text\r\n220 ready\r\n',
    answer: lines({'AUTH TLS': {say: '234 go ahead\r\n', tls: true}}),
  },
  ldap: {
    answer: (said) =>
      said.toString('latin1').includes('1.3.6.1.4.1.1466.20037')
        ? {say: ldapResponse(0), tls: true}
        : undefined,
  },
  postgres: {
    answer: (said) =>
      said.equals(Buffer.from('0000000804d2162f', 'hex')) ? {say: 'S', tls: true} : undefined,
  },
  mysql: {
    greeting: mysqlGreeting(0xffff),
    length: 36,
    answer: (said) => (said.length >= 36 && said[0] === 32 ? {say: '', tls: true} : undefined),
  },
  xmpp: {
    answer: (said) => {
      const text = said.toString();
      if (text.includes('<stream:stream'))
        return {
          say: "<stream:stream version='1.0'><stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>",
        };
      return text.includes('<starttls')
        ? {say: "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", tls: true}
        : undefined;
    },
  },
};
