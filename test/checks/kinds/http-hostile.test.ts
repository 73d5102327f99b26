import {execFile} from 'node:child_process';
import {Buffer} from 'node:buffer';
import type {Socket} from 'node:net';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {stringify} from 'yaml';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {z} from 'zod';
import {runCheck} from '../../../source/checks/run-check.ts';
import {kinds} from '../../../source/checks/kinds/check-kinds.ts';
import type {Kind} from '../../../source/checks/kinds/kind.ts';
import {createRunner} from '../../../source/checks/process/runner.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {serveTcp, type RunningServer} from '../servers/http-servers.ts';

const servers: RunningServer[] = [];
let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await Promise.all(servers.map(async (one) => one.close()));
  await folder[Symbol.asyncDispose]();
});

/** A server that does this to whoever has sent his first bytes, or has connected. */
async function doing(act: (socket: Socket, asked: string) => void, isAtOnce = false) {
  const server = await serveTcp((socket) => {
    if (isAtOnce) act(socket, '');
    else socket.on('data', (chunk) => act(socket, String(chunk)));
  });
  servers.push(server);
  return server.port;
}

/** Sends a piece again and again, as slowly as a server can that is never done. */
function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 20);
  socket.on('close', () => clearInterval(timer));
}

/** Sends a piece for as long as the other side takes it. */
function flood(socket: Socket, piece: Buffer): void {
  const go = () => {
    let isTaken = true;
    while (isTaken && !socket.destroyed) isTaken = socket.write(piece);
  };
  socket.on('drain', go);
  go();
}

const mebibyte = Buffer.alloc(1 << 20, 'x');
const ok = 'HTTP/1.1 200 OK\r\n';

type Act = (socket: Socket, asked: string) => void;

/** What never comes to an end, as a server does it. */
const endless: Readonly<Record<string, Act>> = {
  'says nothing': () => undefined,
  'drips its first line': (socket) => {
    socket.write('HTTP/1.1 200 ');
    drip(socket, 'O');
  },
  'drips headers': (socket) => {
    socket.write(ok);
    drip(socket, 'x: y\r\n');
  },
  'drips a body': (socket) => {
    socket.write(`${ok}content-length: 100000\r\n\r\n`);
    drip(socket, 'x');
  },
  'drips chunks': (socket) => {
    socket.write(`${ok}transfer-encoding: chunked\r\n\r\n`);
    drip(socket, '1\r\nx\r\n');
  },
  'drips information': (socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n'),
  'drips the body of a redirect': (socket) => {
    socket.write('HTTP/1.1 302 Found\r\nlocation: /there\r\ncontent-length: 100000\r\n\r\n');
    drip(socket, 'x');
  },
  'floods with a body': (socket) => {
    socket.write(`${ok}\r\n`);
    flood(socket, mebibyte);
  },
  'stops in a chunk': (socket) => {
    socket.write(`${ok}transfer-encoding: chunked\r\n\r\nff\r\nx`);
  },
};

/** What comes to a bad end, and what is said of it. */
const bad: Readonly<Record<string, readonly [Act, RegExp]>> = {
  'closes at once': [(socket) => socket.end(), /closed the connection/],
  'breaks off': [
    (socket) => socket.resetAndDestroy(),
    /broke the connection|closed the connection/,
  ],
  'redirects for ever': [
    (socket, asked) => {
      const at = Number(/^GET \/(?<at>\d*)/.exec(asked)?.groups?.['at']);
      socket.end(`HTTP/1.1 302 Found\r\nlocation: /${at + 1}\r\ncontent-length: 0\r\n\r\n`);
    },
    /redirect/i,
  ],
  'leads to a file': [
    (socket) => socket.end('HTTP/1.1 302 Found\r\nlocation: file:///etc/passwd\r\n\r\n'),
    /No answer from/,
  ],
  'leads nowhere': [
    (socket) => socket.end('HTTP/1.1 302 Found\r\nlocation: http://\r\n\r\n'),
    /No answer from/,
  ],
  'is shorter than it says': [
    (socket) => socket.end(`${ok}content-length: 9\r\n\r\nabc`),
    /The answer broke off/,
  ],
  'says two lengths': [
    (socket) => socket.end(`${ok}content-length: 1\r\ncontent-length: 3\r\n\r\nabc`),
    /shorter or longer than it said|not HTTP/,
  ],
  'has a chunk of no length': [
    (socket) => socket.end(`${ok}transfer-encoding: chunked\r\n\r\nzz\r\n`),
    /The answer broke off/,
  ],
  'has headers without end': [
    (socket) => {
      socket.write(ok);
      flood(socket, Buffer.from('x: y\r\n'.repeat(10_000)));
    },
    /No answer from .*\(UND_ERR_HEADERS_OVERFLOW\)/,
  ],
  'says to go on unasked': [
    (socket) => socket.end('HTTP/1.1 100 Continue\r\n\r\n'),
    /it answered in a way that was not asked for, such as 100 Continue \(UND_ERR_SOCKET\)/,
  ],
  'talks of something else': [(socket) => socket.end('220 mail ready\r\n'), /not HTTP/],
  'has a status of letters': [(socket) => socket.end('HTTP/1.1 OK\r\n\r\n'), /not HTTP/],
  'is bytes': [(socket) => socket.end(Buffer.from([0, 255, 1, 254, 13, 10])), /not HTTP/],
};

/** What a proxy does between a client and an https server that never comes to an end. */
const endlessProxy: Readonly<Record<string, Act>> = {
  'proxy says nothing': () => undefined,
  'proxy drips its first line': (socket) => {
    socket.write('HTTP/1.1 200 ');
    drip(socket, 'O');
  },
  'proxy drips headers': (socket) => {
    socket.write(ok);
    drip(socket, 'x: y\r\n');
  },
  'proxy connects to nobody': (socket, asked) => {
    if (asked.startsWith('CONNECT')) socket.write(`${ok}\r\n`);
  },
  'proxy drips TLS': (socket, asked) => {
    if (!asked.startsWith('CONNECT')) return;
    socket.write(`${ok}\r\n`);
    // The head of a handshake of 16 KiB (RFC 8446, section 5.1), and then too slowly what is in it.
    socket.write(Buffer.from([0x16, 3, 3, 0x40, 0]));
    drip(socket, '\u0002');
  },
};

const badProxy: Readonly<Record<string, readonly [Act, RegExp]>> = {
  'proxy refuses': [
    (socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\nno'),
    /wants to know who asks \(407\)/,
  ],
  'proxy forbids': [(socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'), /\(403\)/],
  'proxy fails': [(socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'), /\(502\)/],
  'proxy refuses at length': [
    (socket) => {
      socket.write('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      flood(socket, mebibyte);
    },
    /wants to know who asks \(407\)/,
  ],
  'proxy closes': [(socket) => socket.end(), /gave no way: the other side closed/],
  'proxy closes after its yes': [
    (socket, asked) => asked.startsWith('CONNECT') && socket.end(`${ok}\r\n`),
    /No answer from/,
  ],
  'proxy talks of something else': [
    (socket) => socket.end('SSH-2.0-x\r\n'),
    /gave no way.*not HTTP/,
  ],
};

test('whatever a server or a proxy does, a check ends in its time and says why', async () => {
  const check = (name: string, http: unknown, timeout: string) => ({name, http, timeout});
  const direct = async (name: string, act: Act, timeout: string) =>
    check(name, {url: `http://127.0.0.1:${await doing(act)}/0`, proxy: 'none'}, timeout);
  const by = async (name: string, act: Act, timeout: string) =>
    check(
      name,
      {url: 'https://pay.example/', proxy: `http://127.0.0.1:${await doing(act)}`},
      timeout,
    );
  const checks = await Promise.all([
    ...Object.entries(endless).map(async ([name, act]) => direct(name, act, '400ms')),
    ...Object.entries(endlessProxy).map(async ([name, act]) => by(name, act, '400ms')),
    ...Object.entries(bad).map(async ([name, [act]]) => direct(name, act, '2m')),
    ...Object.entries(badProxy).map(async ([name, [act]]) => by(name, act, '2m')),
  ]);
  const {results} = await folder.run(stringify({checks}));
  const told = Object.fromEntries(results.map(({name, message}) => [name, message]));
  expect(results.filter(({outcome}) => outcome !== 'fail')).toEqual([]);
  const late = [...Object.keys(endless), ...Object.keys(endlessProxy)].map(
    (name) => [name, /^It did not end within 400 ms\./] as const,
  );
  const ended = [...Object.entries(bad), ...Object.entries(badProxy)].map(
    ([name, [, words]]) => [name, words] as const,
  );
  expect(told).toEqual(
    Object.fromEntries(
      [...late, ...ended].map(([name, words]) => [name, expect.stringMatching(words)]),
    ),
  );
});

test('a long answer is looked at to its end in little memory', async () => {
  const pieces = 256;
  const port = await doing((socket) => {
    let left = pieces;
    socket.write(`${ok}content-length: ${pieces * mebibyte.length}\r\n\r\n`);
    const go = () => {
      while (left > 0) {
        left -= 1;
        if (!socket.write(mebibyte)) return;
      }
    };
    socket.on('drain', go);
    go();
  });
  const small = await doing((socket) => socket.end(`${ok}content-length: 1\r\n\r\nx`));
  const checks = [
    {name: 'small', http: `http://127.0.0.1:${small}/`},
    {
      name: 'big',
      http: `http://127.0.0.1:${port}/`,
      timeout: '10m',
      expect: {body: {not: {contains: 'y'}}},
    },
  ];
  const file = await folder.write('big.yaml', stringify({checks}));
  const script = fileURLToPath(new URL('../measure-memory.ts', import.meta.url));
  const {stdout} = await promisify(execFile)(process.execPath, [script, file]);
  const {growth, bytes} = JSON.parse(stdout) as {growth: number; bytes: number};
  expect(bytes).toBe(pieces * mebibyte.length);
  expect(growth).toBeLessThan(128 * 1024 * 1024);
});

test('a check that does not hear that its time is up is given up all the same', async () => {
  const deaf: Kind = {
    ...(kinds.get('http') as Kind),
    word: 'deaf',
    schema: z.unknown(),
    measure: async () => new Promise(() => undefined),
  };
  const registry = kinds as Map<string, Kind>;
  registry.set('deaf', deaf);
  const file = await folder.read('checks: [{name: it, http: http://127.0.0.1:1/, timeout: 50ms}]');
  const [check] = file.checks;
  const runner = createRunner(folder.path);
  const result = await runCheck(
    {...(check as NonNullable<typeof check>), kind: 'deaf'},
    {secretValues: [], signal: new AbortController().signal, now: () => new Date(), runner},
  ).finally(() => registry.delete('deaf'));
  expect(result).toMatchObject({outcome: 'fail', message: 'It did not end within 50 ms.'});
});
