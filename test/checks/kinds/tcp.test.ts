import {afterAll, beforeAll, expect, test} from 'vitest';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {closedPort, serveTcp, type RunningServer} from '../servers/http-servers.ts';

let folder: ChecksFolder;
const servers: RunningServer[] = [];

async function serve(...options: Parameters<typeof serveTcp>): Promise<number> {
  const server = await serveTcp(...options);
  servers.push(server);
  return server.port;
}

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await Promise.all(servers.map(async (server) => server.close()));
  await folder[Symbol.asyncDispose]();
});

test('an open port passes with its latency', async () => {
  const port = await serve(() => undefined);
  const result = await folder.check(
    `tcp: 127.0.0.1:${port}\nexpect: {connect: true, latency: {below: 1h}}`,
  );
  expect(result).toMatchObject({outcome: 'pass', target: `127.0.0.1:${port}`});
});

test('a closed port fails with the reason, and passes where it must be closed', async () => {
  const port = await closedPort();
  const open = await folder.check(`tcp: 127.0.0.1:${port}\nexpect: {latency: {below: 1h}}`);
  const closed = await folder.check(`tcp: 127.0.0.1:${port}\nexpect: {connect: false}`);
  expect(open).toMatchObject({
    outcome: 'fail',
    message:
      'connect: expected true, was false (connection refused: nothing listens there (ECONNREFUSED)) (and 1 more)',
  });
  expect(closed.outcome).toBe('pass');
});

test('a banner is read as soon as it is there', async () => {
  const port = await serve((socket) => {
    socket.write('220 mail.example.com');
    socket.write(' ready\r\n');
  });
  const result = await folder.check(
    `tcp: {host: 127.0.0.1, port: ${port}}\nexpect: {banner: /^220 .* ready/}`,
  );
  expect(result).toMatchObject({outcome: 'pass', output: {text: '220 mail.example.com ready\n'}});
});

test('a wrong banner fails without waiting for the timeout', async () => {
  const port = await serve((socket) => socket.write('nonsense'));
  const result = await folder.check(`tcp: 127.0.0.1:${port}\nexpect: {banner: /^220/}`);
  expect(result).toMatchObject({
    outcome: 'fail',
    message: 'banner: expected a match of /^220/, was nonsense',
  });
});

test('what is sent is answered', async () => {
  const port = await serve((socket) => {
    socket.once('data', (chunk) =>
      socket.end(String(chunk) === 'PING\r\n' ? '+PONG\r\n' : '-ERR\r\n'),
    );
  });
  const result = await folder.check(
    `tcp: {host: 127.0.0.1, port: "\${port}", send: "PING\\r\\n"}\nexpect: {banner: +PONG}`,
    {vars: {port: String(port)}},
  );
  expect(result.outcome).toBe('pass');
});

test('a server that says nothing fails when time is up', async () => {
  const port = await serve(() => undefined);
  const result = await folder.check(
    `tcp: 127.0.0.1:${port}\nexpect: {banner: hello}\ntimeout: 200ms`,
  );
  expect(result).toMatchObject({outcome: 'fail', message: 'It did not end within 200 ms.'});
});

test('a server that never stops talking is listened to only so long', async () => {
  const port = await serve((socket) => {
    const talk = () => {
      while (socket.writable && socket.write('bla\n'.repeat(1000)));
    };
    socket.on('drain', talk);
    talk();
  });
  const result = await folder.check(`tcp: 127.0.0.1:${port}\nexpect: {banner: /hello/}`);
  expect(result.outcome).toBe('fail');
});
