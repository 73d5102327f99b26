import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {appendFile, chmod, mkdir, rm, utimes} from 'node:fs/promises';
import path from 'node:path';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {createCertificateMaker, hasOpenssl} from '../servers/certificates.ts';
import {serveDns} from '../servers/dns-server.ts';
import {closedPort, serveHttp, serveTcp, serveTls} from '../servers/http-servers.ts';

/** What stands under `vars` of the examples, for the things that run here. */
export type Values = Readonly<Record<string, string>>;

/** A system as the examples of the page speak of it, on loopback and in a folder. */
export interface RealThings {
  readonly folder: ChecksFolder;
  readonly values: Values;
  /** Breaks every part of it, and gives what `vars` have to be now. */
  readonly breakAll: () => Promise<Values>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

const day = 86_400_000;

const scripts: Readonly<Record<string, string>> = {
  'pending-migrations': 'if [ "$1" = --json ]; then cat migrations.json; else cat migrations; fi',
  pods: 'cat pods.json',
  check_queue: 'read -r state < queue; echo "$state"; case $state in *CRITICAL*) exit 2 ;; esac',
  'plugins/check_replica':
    'cd "$(dirname "$0")/.." || exit 3; read -r state < queue; echo "$state"; case $state in *CRITICAL*) exit 2 ;; esac',
  'pay-worker': 'read -r _',
  'bin/systemctl': 'cat "$(dirname "$0")/../unit"',
};

function unit(active: string, file: string): string {
  const lines = [
    'LoadState=loaded',
    `ActiveState=${active}`,
    'SubState=x',
    `UnitFileState=${file}`,
  ];
  return `${lines.join('\n')}\n`;
}

function pods(second: string): string {
  const items = ['Running', second].map((phase, at) => ({phase, node: `node-${'ab'[at]}`}));
  return JSON.stringify({items}).replaceAll('},', '},\n');
}

const good: Readonly<Record<string, string>> = {
  migrations: 'none\n',
  'migrations.json': '{"pending": []}',
  'pods.json': pods('Running'),
  queue: 'QUEUE OK - 7 wait | waiting=7;100;1000\n',
  unit: unit('active', 'enabled'),
  'conf/pay.conf': 'port = 8080\ntls = on\n',
  'backups/latest.dump': 'x'.repeat(4096),
  'logs/pay.log': `${new Date().toISOString()} INFO started\n`,
  'import/done': '',
  'goss.yaml': 'file:\n  import/done: {exists: true}\n',
  'checks/import.yaml': 'checks:\n  - name: Import has run\n    file: ../import/done\n',
};

const bad: Readonly<Record<string, string>> = {
  migrations: '0042\n',
  'migrations.json': '{"pending": ["0042"]}',
  'pods.json': pods('Failed'),
  queue: 'QUEUE CRITICAL - 1500 wait | waiting=1500;100;1000\n',
  unit: unit('failed', 'disabled'),
};

async function certificates() {
  const maker = await createCertificateMaker();
  const authority = await maker.issue('Own authority', {isAuthority: true});
  const serve = async (to: Date) => {
    const {pem, key} = await maker.issue('pay', {by: authority, names: 'IP:127.0.0.1', to});
    return serveTls({cert: pem, key});
  };
  const servers = [
    await serve(new Date(Date.now() + 60 * day)),
    await serve(new Date(Date.now() + 5 * day)),
  ] as const;
  await maker[Symbol.asyncDispose]();
  return {authority: authority.pem, servers};
}

/** Starts all that the examples look at; whoever asks ends it. */
export async function startRealThings(): Promise<RealThings> {
  const folder = await createChecksFolder();
  const {PATH = ''} = process.env;
  for (const name of ['conf', 'backups', 'logs', 'import', 'checks', 'plugins', 'bin'])
    await mkdir(path.join(folder.path, name));
  for (const [name, text] of Object.entries(good)) await folder.write(name, text);
  for (const [name, lines] of Object.entries(scripts))
    await chmod(await folder.write(name, `#!/bin/sh\n${lines}\n`), 0o755);
  await chmod(path.join(folder.path, 'conf/pay.conf'), 0o640);
  // Who manages services says so from a file; there may be none on this machine.
  process.env['PATH'] = `${path.join(folder.path, 'bin')}${path.delimiter}${PATH}`;
  process.env['PAY_TOKEN'] = 'a-token-of-the-test';

  let isWell = true;
  const web = await serveHttp(({headers: {authorization}, url = ''}, response) => {
    const isKnown = url !== '/private' || authorization === 'Bearer a-token-of-the-test';
    response.writeHead(isWell && isKnown ? 200 : 503, {'content-type': 'application/json'});
    response.end(JSON.stringify({status: isWell ? 'ok' : 'down'}));
  });
  const cache = await serveTcp((socket) => {
    socket.on('data', () => {
      socket.write(isWell ? '+PONG\r\n' : '-LOADING\r\n');
    });
  });
  const zone: Record<string, string[]> = {'A pay.example.com': ['203.0.113.10', '203.0.113.11']};
  const names = await serveDns(zone);
  const tls = hasOpenssl ? await certificates() : undefined;
  if (tls) await folder.write('internal-ca.pem', tls.authority);
  const worker = spawn(path.join(folder.path, 'pay-worker'), ['--queue'], {stdio: 'pipe'});
  await once(worker, 'spawn');
  const ended = once(worker, 'exit');
  const noPort = await closedPort();

  const base = `http://127.0.0.1:${web.port}`;
  return {
    folder,
    values: {
      base,
      health: `${base}/private`,
      cache: '127.0.0.1',
      database: String(cache.port),
      memory: '16 MiB',
      server: `127.0.0.1:${names.port}`,
      host: '127.0.0.1',
      where: 'env',
      replica: `127.0.0.1:${cache.port}`,
      cache_port: String(cache.port),
      port: String(tls?.servers[0].port),
      data: existsSync('/dev/shm') ? '/dev/shm' : folder.path,
    },
    async breakAll() {
      isWell = false;
      zone['A pay.example.com'] = ['203.0.113.99'];
      for (const [name, text] of Object.entries(bad)) await folder.write(name, text);
      await chmod(path.join(folder.path, 'conf/pay.conf'), 0o644);
      const before = new Date(Date.now() - 3 * day);
      await utimes(path.join(folder.path, 'backups/latest.dump'), before, before);
      const line = `${new Date().toISOString()} ERROR no connection\n`;
      await appendFile(path.join(folder.path, 'logs/pay.log'), line);
      await rm(path.join(folder.path, 'import/done'));
      worker.kill();
      await ended;
      return {
        replica: `127.0.0.1:${noPort}`,
        database: String(noPort),
        memory: '900 TiB',
        port: String(tls?.servers[1].port),
        // A file system without any room, else a folder that is not there.
        data: existsSync('/proc/self') ? '/proc' : path.join(folder.path, 'gone'),
      };
    },
    async [Symbol.asyncDispose]() {
      process.env['PATH'] = PATH;
      delete process.env['PAY_TOKEN'];
      worker.kill();
      const servers = [web, cache, names, ...(tls?.servers ?? [])];
      await Promise.all(servers.map(async (server) => server.close()));
      await folder[Symbol.asyncDispose]();
    },
  };
}
