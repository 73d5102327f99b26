import {existsSync} from 'node:fs';
import {hostname} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runCommands} from '../../source/services/running/run-commands.ts';
import type {CommandRun} from '../../source/services/services.ts';
import {isRunning, pidsIn} from '../checks/servers/processes.ts';
import {makeStoreHome} from '../harness/store-home.ts';
import {eventually} from '../e2e/eventually.ts';

const never = new AbortController().signal;

async function makeFolder() {
  const {path: folder, remove} = makeStoreHome();
  const started: number[] = [];
  return {
    folder,
    run: (commands: string, more: {isChanging?: boolean; signal?: AbortSignal} = {}) =>
      runCommands(folder, {
        commands,
        expected: 'up',
        folder,
        isChanging: true,
        signal: never,
        onOutput: () => undefined,
        ...more,
      }),
    /** What a service wrote its process id as; it is ended with the folder. */
    async service(): Promise<number> {
      const [pid] = await eventually(async () => {
        const found = await pidsIn(path.join(folder, 'pid'));
        expect(found).not.toEqual([]);
        return found;
      });
      started.push(pid ?? 0);
      return pid ?? 0;
    },
    async [Symbol.asyncDispose]() {
      for (const pid of started) if (await isRunning(pid)) process.kill(pid, 'SIGTERM');
      await remove();
    },
  };
}

/** A service that answers, tells its port, and writes a line to its output at each request. */
const program = `
  const {createServer} = require('node:http');
  const {writeFileSync} = require('node:fs');
  const server = createServer((request, response) => {
    console.log('asked', 'x'.repeat(100_000));
    console.error('asked');
    response.end('well');
  });
  server.listen(0, '127.0.0.1', () => {
    writeFileSync('port', String(server.address().port));
    writeFileSync('pid', String(process.pid));
  });
`;
const service = `"${process.execPath}" -e '${program.replaceAll("'", `'\\''`)}'`;
const untilUp = 'while [ ! -s pid ]; do sleep 0.02; done; echo up';

async function ask(folder: string): Promise<string> {
  const {readFile} = await import('node:fs/promises');
  const port = await readFile(path.join(folder, 'port'), 'utf8');
  return (await fetch(`http://127.0.0.1:${port}`)).text();
}

test.each([
  ['in the background', `${service} &\n${untilUp}`],
  ['so that it outlives the terminal', `nohup ${service} &\n${untilUp}`],
  ['with its output sent away', `${service} >service.log 2>&1 &\n${untilUp}`],
])('a service that a runbook starts %s stays alive and answers', async (_, commands) => {
  await using place = await makeFolder();
  const run = await place.run(commands);
  const pid = await place.service();
  expect(run).toMatchObject({end: 'ended', code: 0, host: hostname(), judgement: {isMet: true}});
  for (let time = 0; time < 5; time += 1) expect(await ask(place.folder)).toBe('well');
  expect(await isRunning(pid)).toBe(true);
});

test('what is started by a run that is stopped ends with it', async () => {
  await using place = await makeFolder();
  const stopping = new AbortController();
  const running = place.run(`${service} &\n${untilUp}\nsleep 600`, {signal: stopping.signal});
  const pid = await place.service();
  stopping.abort();
  expect(await running).toMatchObject({end: 'stopped', judgement: {isMet: false}});
  expect(await isRunning(pid)).toBe(false);
});

test('a safe runbook leaves nothing behind', async () => {
  await using place = await makeFolder();
  await place.run(`${service} &\n${untilUp}`, {isChanging: false});
  expect(await isRunning(await place.service())).toBe(false);
});

/** Whether the machine has a program; where it has not, there is nothing to try. */
function isThere(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

const servers: readonly (readonly [name: string, program: string, commands: string])[] = [
  [
    'redis',
    'redis-server',
    'redis-server --port 0 --save "" --unixsocket ./redis.sock --daemonize yes --pidfile "$PWD/pid" --dir .',
  ],
  [
    'nginx',
    'nginx',
    `printf 'pid pid; error_log stderr; events {} http { access_log off; client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e; server { listen unix:./nginx.sock; } }' > nginx.conf
nginx -e stderr -p "$PWD/" -c nginx.conf`,
  ],
];

test.each(servers.filter(([, name]) => isThere(name)))(
  '%s stays alive',
  async (_, __, commands) => {
    await using place = await makeFolder();
    const run: CommandRun = await place.run(`${commands}\n${untilUp}`);
    const pid = await place.service();
    expect(run.code).toBe(0);
    expect(await isRunning(pid)).toBe(true);
  },
);
