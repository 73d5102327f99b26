import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {chownSync, existsSync, readdirSync} from 'node:fs';
import {copyFile, chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir, userInfo} from 'node:os';
import path from 'node:path';
import {connect} from 'node:net';
import {closedPort, type RunningServer} from './http-servers.ts';
import type {Issued} from './certificates.ts';

/** Where the programs of PostgreSQL lie: Debian keeps them away from PATH. */
const folders = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
  : [];

const binaries = [...folders, ...(process.env['PATH'] ?? '').split(path.delimiter)].find((folder) =>
  ['initdb', 'postgres'].every((program) => existsSync(path.join(folder, program))),
);

/** PostgreSQL runs as anybody but root, who lends it a user of its own. */
function lentUser(): {readonly uid: number; readonly gid: number} | undefined {
  const {uid, gid} = userInfo();
  if (uid !== 0) return {uid, gid};
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], {stdio: 'pipe'}));
    return {uid: id('-u'), gid: id('-g')};
  } catch {
    return undefined;
  }
}

const user = lentUser();

export const hasPostgres = binaries !== undefined && user !== undefined;
if (!hasPostgres) console.warn('There is no PostgreSQL here, so STARTTLS with it is not tried.');

async function answers(port: number): Promise<boolean> {
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

/** A real PostgreSQL on loopback that offers TLS with this certificate. */
export async function servePostgres(issued: Issued): Promise<RunningServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postgres-'));
  const {uid = 0, gid = 0} = user ?? {};
  const own = {uid, gid, cwd: folder, stdio: 'pipe'} as const;
  chownSync(folder, uid, gid);
  const data = path.join(folder, 'data');
  const program = (name: string) => path.join(binaries ?? '', name);
  execFileSync(program('initdb'), ['-D', data, '-A', 'trust', '--no-sync'], own);
  const port = await closedPort();
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    ssl: 'on',
  };
  for (const [name, from] of [
    ['server.crt', issued.path],
    ['server.key', issued.keyPath],
  ] as const) {
    const file = path.join(data, name);
    await copyFile(from, file);
    await chmod(file, 0o600);
    chownSync(file, uid, gid);
  }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program('postgres'), ['-D', data, ...words], {...own, stdio: 'ignore'});
  const ended = once(child, 'exit');
  while (child.exitCode === null && !(await answers(port)))
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  return {
    port,
    async close() {
      child.kill('SIGINT');
      await ended;
      await rm(folder, {recursive: true, force: true});
    },
  };
}
