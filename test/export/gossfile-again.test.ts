import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createHash} from 'node:crypto';
import {chmod, mkdir, rm, symlink} from 'node:fs/promises';
import path from 'node:path';
import {stringify} from 'yaml';
import {expect, test} from 'vitest';
import {readChecksFile} from '../../source/checks/read-checks-file.ts';
import {runChecks} from '../../source/checks/run.ts';
import {createChecksFolder, type ChecksFolder} from '../checks/checks-folder.ts';
import {serveDns} from '../checks/servers/dns-server.ts';
import {closedPort, serveHttp, serveTcp} from '../checks/servers/http-servers.ts';
import {engineVerdicts, exported, lacks, type Verdicts} from './scripts.ts';

/** What goss itself says of the entries of the gossfile, by the title that each has. */
async function verdictsOfGossfile(folder: ChecksFolder): Promise<Verdicts> {
  await folder.write('again.yaml', 'checks: [{name: again, goss: goss.yaml}]\n');
  const {results} = await runChecks(await readChecksFile(path.join(folder.path, 'again.yaml')));
  const verdicts: Record<string, 'pass' | 'fail'> = {};
  for (const {subject, isMet, level} of results[0]?.findings ?? []) {
    const title = subject.slice(0, subject.indexOf(' ('));
    if (!isMet && level === 'expect') verdicts[title] = 'fail';
    else if (level === 'expect') verdicts[title] ??= 'pass';
  }
  return verdicts;
}

/** Expects the same of both, and gives the names of the checks that do not pass. */
async function failing(folder: ChecksFolder, state: string): Promise<readonly string[]> {
  const [meant, again] = await Promise.all([engineVerdicts(folder), verdictsOfGossfile(folder)]);
  expect({state, ...again}).toEqual({state, ...meant});
  return Object.keys(meant).filter((name) => meant[name] !== 'pass');
}

/** A service manager that is told what to say; goss asks it with `is-active` and looks at the exit code. */
const systemctl = `#!/bin/sh
units="\${0%/*}/units"
case "$*" in
  *is-active*) grep -q '^ActiveState=active' "$units" ;;
  *is-enabled*) grep -q '^UnitFileState=enabled' "$units" ;;
  *) cat "$units" ;;
esac
`;

/** A process, by a name that no other run of the tests has, and a service manager that is told. */
async function prepareHost(folder: ChecksFolder, name: string) {
  await symlink('/bin/sleep', path.join(folder.path, name));
  const child = spawn(`./${name}`, ['987654'], {
    cwd: folder.path,
    // The group of this process is not counted among the others.
    detached: true,
    stdio: 'ignore',
  });
  await mkdir(path.join(folder.path, 'bin'));
  const manager = await folder.write('bin/systemctl', systemctl);
  await chmod(manager, 0o755);
  const tell = async (active: string, unit: string) =>
    folder.write(
      'bin/units',
      `LoadState=loaded\nActiveState=${active}\nSubState=x\nUnitFileState=${unit}\n`,
    );
  await tell('active', 'enabled');
  return {child, tell};
}

test.skipIf(lacks('goss'))(
  'goss says of a written gossfile what the checks say',
  async () => {
    await using folder = await createChecksFolder();
    let isBroken = false;
    const web = await serveHttp((request, response) => {
      if (request.url === '/moved') {
        response.writeHead(isBroken ? 200 : 302, {location: '/'}).end();
        return;
      }
      response.writeHead(isBroken ? 503 : 200);
      response.end(
        `${request.method} ${isBroken ? 'down' : 'up'} ${String(request.headers['x-a'])}\n`,
      );
    });
    const base = `http://127.0.0.1:${web.port}`;
    const door = await serveTcp(() => undefined);
    const zone: Record<string, readonly string[]> = {'A a.example': ['10.0.0.1', '10.0.0.2']};
    const names = await serveDns(zone);
    const server = `127.0.0.1:${names.port}`;
    const program = `sleepy-${process.pid}`;
    const {child, tell} = await prepareHost(folder, program);
    const text = 'port: 8080\nname: pay\n';
    await folder.write('app.yaml', text);
    await chmod(path.join(folder.path, 'app.yaml'), 0o640);
    await symlink('app.yaml', path.join(folder.path, 'link'));
    await folder.write('app.log', 'started\nfine\n');
    await folder.write('state', 'v2.1 up\n');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const file = 'app.yaml';
    const checks = [
      {
        name: 'Version',
        command: 'cat state',
        expect: {exit: 0, stdout: {all: ['/^v2\\.\\d+/m', {contains: 'up'}, {not: '/DOWN/i'}]}},
      },
      {name: 'List', command: ['echo', "it's", '{{.X}}'], expect: {exit: {one_of: [0, 2]}}},
      {name: 'Exit', command: 'grep -q up state', expect: {exit: {below: 1}}},
      {
        name: 'Folder',
        command: {run: 'pwd; echo "$A" >&2', cwd: '/usr', env: {A: "b 'c'"}},
        expect: {exit: 0, stdout: {contains: '/usr'}, stderr: {contains: "b 'c'"}},
      },
      {name: 'Web', http: `${base}/`, expect: {status: 200, body: {contains: 'up'}}},
      {name: 'Web alone', http: `${base}/`, expect: {status: {below: 400}}},
      {
        name: 'Post',
        http: {url: `${base}/`, method: 'POST', body: 'x', headers: {'x-a': 'b c'}},
        expect: {body: {all: ['/^POST up/m', {contains: 'b c'}]}, status: 200},
      },
      {name: 'Moved', http: {url: `${base}/moved`, redirects: 'manual'}, expect: {status: 302}},
      {name: 'Port', tcp: `127.0.0.1:${door.port}`, expect: {connect: true}},
      {name: 'No port', tcp: `127.0.0.1:${await closedPort()}`, expect: {connect: false}},
      {name: 'Name', dns: {name: 'a.example', server}, expect: {answers: ['10.0.0.2', '10.0.0.1']}},
      {name: 'No name', dns: {name: 'b.example', server}, expect: {resolves: false}},
      {name: 'Mode', file, expect: {mode: '0640', type: 'file'}},
      {name: 'Size', file, expect: {size: {at_least: 20, below: 100}}},
      {name: 'Hash', file, expect: {sha256}},
      {name: 'Content', file, expect: {content: {all: ['/^port: \\d+$/m', {not: '/ERROR/'}]}}},
      {name: 'Link', file: 'link', expect: {type: 'symlink', target: 'app.yaml'}},
      {name: 'No file', file: 'none', expect: {exists: false}},
      {name: 'Log', log: 'app.log', expect: {forbid: '/^ERROR/', require: 'started'}},
      {name: 'Process', process: program},
      {name: 'No process', process: 'no-such-one', expect: {running: false}},
      {name: 'Service', service: 'pay', expect: {running: true, enabled: true}},
    ];
    await folder.write('handoff.yaml', stringify({checks}));
    const {PATH = ''} = process.env;
    process.env['PATH'] = `${path.join(folder.path, 'bin')}:${PATH}`;
    try {
      const {files, leftOut} = await exported(folder, 'goss');
      expect(leftOut).toEqual([]);
      await folder.write('goss.yaml', files[0]?.text ?? '');
      expect(await failing(folder, 'good')).toEqual([]);

      isBroken = true;
      await door.close();
      zone['A a.example'] = ['10.0.0.1'];
      zone['A b.example'] = ['10.0.0.9'];
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      await tell('failed', 'enabled');
      await folder.write('state', 'v1 down\n');
      await folder.write('app.yaml', 'ERROR\n');
      await chmod(path.join(folder.path, 'app.yaml'), 0o666);
      await rm(path.join(folder.path, 'link'));
      await symlink('elsewhere', path.join(folder.path, 'link'));
      await folder.write('none', '');
      await folder.write('app.log', 'started\nERROR\n');
      const broken = await failing(folder, 'broken');
      expect(checks.map(({name}) => name).filter((name) => !broken.includes(name))).toEqual([
        'List',
        'Folder',
        'No port',
        'No process',
      ]);
    } finally {
      process.env['PATH'] = PATH;
      child.kill();
      await Promise.all([web.close(), names.close()]);
    }
  },
  60_000,
);
