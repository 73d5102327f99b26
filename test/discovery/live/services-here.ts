import {execFileSync, spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createCertificateMaker, hasOpenssl} from '../../checks/servers/certificates.ts';
import {closedPort} from '../../checks/servers/http-servers.ts';

const folders = [
  ...(process.env['PATH'] ?? '').split(path.delimiter),
  '/usr/sbin',
  ...(existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
    : []),
];

function find(program: string): string | undefined {
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file));
}

/** PostgreSQL does not run as root, who lends it the user that its package makes. */
function lentUser(): {readonly uid: number; readonly gid: number} | undefined {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return {uid, gid: process.getgid?.() ?? uid};
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], {stdio: 'pipe'}));
    return {uid: id('-u'), gid: id('-g')};
  } catch {
    return undefined;
  }
}

const needed = ['nginx', 'redis-server', 'redis-cli', 'postgres', 'initdb', 'pg_dump', 'ss', 'ps'];
const lacking = needed.filter((program) => find(program) === undefined);
const user = lentUser();

export const canServe = lacking.length === 0 && user !== undefined && hasOpenssl;
if (!canServe)
  console.warn(`No real services are looked at: ${lacking.join(', ') || 'a user'} is missing.`);

async function isAnswered(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function until(port: number, isUp: boolean): Promise<void> {
  while ((await isAnswered(port)) !== isUp)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
}

const answers = async (port: number) => until(port, true);
const silence = async (port: number) => until(port, false);

const app = (port: number, redis: number, log: string) => `
import {createServer} from 'node:http';
import {createWriteStream} from 'node:fs';
import {connect} from 'node:net';
const log = createWriteStream(${JSON.stringify(log)}, {flags: 'a'});
log.write(new Date().toISOString() + ' INFO started\\n');
connect(${redis}, '127.0.0.1').on('error', () => {});
createServer((_, response) => response.end('fine')).listen(${port}, '127.0.0.1');
`;

export interface Here {
  readonly folder: string;
  readonly ports: Readonly<Record<'web' | 'tls' | 'app' | 'redis' | 'postgres', number>>;
  readonly certificate: string;
  readonly stop: (service: 'nginx' | 'redis' | 'postgres' | 'app') => Promise<void>;
  readonly psql: (statement: string) => string;
  readonly redis: (...words: readonly string[]) => string;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** nginx, PostgreSQL, Redis and an application of our own, as real services on loopback. */
export async function serveHere(): Promise<Here> {
  const {uid = 0, gid = 0} = user ?? {};
  const own = {uid, gid} as const;
  const folder = mkdtempSync(path.join(tmpdir(), 'services-'));
  const made = (name: string) => path.join(folder, name);
  for (const name of ['nginx', 'nginx/conf.d', 'nginx/logs', 'redis', 'app']) mkdirSync(made(name));
  for (const name of ['', 'redis']) chownSync(made(name), uid, gid);
  const ports = {
    web: await closedPort(),
    tls: await closedPort(),
    app: await closedPort(),
    redis: await closedPort(),
    postgres: await closedPort(),
  };
  const maker = await createCertificateMaker();
  const issued = await maker.issue('shop.example', {names: 'DNS:shop.example'});
  writeFileSync(
    made('nginx/nginx.conf'),
    `daemon off;
error_log ${made('nginx/logs/error.log')};
pid ${made('nginx/nginx.pid')};
events {}
http {
  access_log ${made('nginx/logs/access.log')};
  client_body_temp_path ${made('nginx/body')};
  include conf.d/*.conf; # include off.d/*.conf;
}
`,
  );
  writeFileSync(
    made('nginx/conf.d/shop.conf'),
    `upstream orders { server 127.0.0.1:${ports.app}; }
server {
  listen 127.0.0.1:${ports.web};
  listen 127.0.0.1:${ports.tls} ssl;
  server_name shop.example;
  ssl_certificate ${issued.path};
  ssl_certificate_key ${issued.keyPath};
  location / { proxy_pass http://orders; }
  # location /old { proxy_pass http://10.9.9.9:1; }
}
`,
  );
  writeFileSync(
    made('redis/redis.conf'),
    `bind 127.0.0.1\nport ${ports.redis}\ndir ${made('redis')}\nlogfile ${made('redis/redis.log')}\nsave ""\n`,
  );
  writeFileSync(made('app/orders.mjs'), app(ports.app, ports.redis, made('app/orders.log')));
  const data = made('postgres');
  execFileSync(find('initdb') ?? '', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], {
    ...own,
    cwd: folder,
    stdio: 'pipe',
  });
  writeFileSync(
    path.join(data, 'postgresql.conf'),
    `port = ${ports.postgres}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '${folder}'\nfsync = off\nmax_connections = 40\n# work_mem = 1GB\n`,
  );
  const start = (program: string, words: readonly string[], as: object = {}) =>
    spawn(find(program) ?? program, words, {...as, cwd: folder, stdio: 'ignore'});
  const running = {
    redis: start('redis-server', [made('redis/redis.conf')], own),
    postgres: start('postgres', ['-D', data], own),
    nginx: start('nginx', ['-c', made('nginx/nginx.conf')]),
    app: spawn(process.execPath, [made('app/orders.mjs')], {cwd: made('app'), stdio: 'ignore'}),
  } satisfies Record<string, ChildProcess>;
  await Promise.all(Object.values(ports).map(answers));
  const reach = ['-h', '127.0.0.1', '-p', String(ports.postgres), '-U', 'postgres'];
  // The port is open a moment before anybody is let in.
  while (spawnSync(find('pg_isready') ?? '', reach.slice(0, 4)).status !== 0);
  execFileSync(find('createdb') ?? '', [...reach, 'shop'], {stdio: 'pipe'});
  const end: Here['stop'] = async (service) => {
    const child = running[service];
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(service === 'postgres' ? 'SIGINT' : 'SIGTERM');
    await ended;
  };
  const stop: Here['stop'] = async (service) => {
    // A restore that was tried has started another one than that of before.
    if (service === 'redis')
      spawnSync(find('redis-cli') ?? '', ['-p', String(ports.redis), 'SHUTDOWN', 'NOSAVE']);
    await end(service);
    await silence(ports[service === 'nginx' ? 'web' : service]);
  };
  return {
    folder,
    ports,
    certificate: issued.path,
    stop,
    psql: (statement) =>
      execFileSync(find('psql') ?? '', [...reach, '-d', 'shop', '-Atc', statement], {
        encoding: 'utf8',
      }).trim(),
    redis: (...words) =>
      execFileSync(find('redis-cli') ?? '', ['-p', String(ports.redis), ...words], {
        encoding: 'utf8',
      }).trim(),
    async [Symbol.asyncDispose]() {
      for (const name of ['nginx', 'app', 'redis', 'postgres'] as const) await stop(name);
      await maker[Symbol.asyncDispose]();
      await rm(folder, {recursive: true, force: true});
    },
  };
}
