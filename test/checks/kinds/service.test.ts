import {chmod, mkdir} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';

let folder: ChecksFolder;
const {PATH = ''} = process.env;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterEach(() => {
  process.env['PATH'] = PATH;
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** Puts programs first on PATH: real ones, which say what a service manager would. */
async function install(name: string, programs: Readonly<Record<string, string>>): Promise<void> {
  const bin = path.join(folder.path, name);
  await mkdir(bin, {recursive: true});
  for (const [program, script] of Object.entries(programs)) {
    const file = await folder.write(path.join(name, program), `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
  }
  process.env['PATH'] = `${bin}${path.delimiter}${PATH}`;
}

function unit(load: string, active: string, sub: string, file: string): string {
  const lines = [`LoadState=${load}`, `ActiveState=${active}`, `SubState=${sub}`];
  return `printf '%s\\n' ${[...lines, `UnitFileState=${file}`].join(' ')}`;
}

const systemctl = `
[ "$1" = show ] || exit 64
for unit; do :; done
case "$unit" in
pay) ${unit('loaded', 'active', 'running', 'enabled')} ;;
once) ${unit('loaded', 'active', 'exited', 'static')} ;;
broken) ${unit('loaded', 'failed', 'failed', 'disabled')} ;;
*) ${unit('not-found', 'inactive', 'dead', '')} ;;
esac`;

describe('systemd', () => {
  test('a running service passes without anything else being said', async () => {
    await install('systemd', {systemctl});
    const result = await folder.check('service: pay');
    expect(result).toMatchObject({outcome: 'pass', target: 'pay', message: 'running true'});
    expect(result.output?.text).toContain('ActiveState=active');
  });

  test.each([
    ['pay', '{enabled: true, state: active (running)}', 'pass'],
    ['once', '{enabled: true, state: /exited/}', 'pass'],
    ['broken', '{running: false, enabled: false}', 'pass'],
    ['broken', '{state: /failed/}', 'pass'],
    ['broken', '{enabled: false}', 'fail'],
    ['absent', '{running: false}', 'pass'],
  ])('%s is judged: %s is a %s', async (name, expected, outcome) => {
    await install('systemd', {systemctl});
    const result = await folder.check(`service: ${name}\nexpect: ${expected}`);
    expect(result.outcome).toBe(outcome);
  });

  test.each([
    ['broken', 'running: expected true, was false (failed (failed))'],
    ['absent', 'running: expected true, was false (systemd knows no such unit)'],
  ])('%s fails and says why', async (name, message) => {
    await install('systemd', {systemctl});
    expect(await folder.check(`service: ${name}`)).toMatchObject({outcome: 'fail', message});
  });
});

describe('OpenRC', () => {
  const programs = {
    systemctl: 'exit 1',
    'rc-service': `
[ "$1" = --exists ] && { [ "$2" != absent ]; exit; }
[ "$1" = pay ] && { echo ' * status: started'; exit 0; }
echo ' * status: crashed'; exit 32`,
    'rc-update': `echo '      pay |  default'; echo '      net |  boot'`,
  };

  test.each([
    ['pay', '{running: true, enabled: true, state: started}'],
    ['old', '{running: false, enabled: false, state: crashed}'],
    ['absent', '{running: false, enabled: false}'],
  ])('%s is %s', async (name, expected) => {
    await install('openrc', programs);
    const result = await folder.check(`service: ${name}\nexpect: ${expected}`);
    expect(result).toMatchObject({outcome: 'pass'});
  });
});

describe('init scripts', () => {
  const programs = {
    service: `case "$1" in pay) echo pay is running ;; old) exit 3 ;; *) exit 4 ;; esac`,
  };

  test.each([
    ['pay', '{running: true, state: pay is running}', 'pass'],
    ['old', '{running: false, state: not running, enabled: false}', 'pass'],
    ['unclear', '{running: true}', 'unknown'],
  ])('%s: %s is a %s', async (name, expected, outcome) => {
    await install('sysv', programs);
    const result = await folder.check(
      `service: {name: ${name}, manager: sysv}\nexpect: ${expected}`,
    );
    expect(result.outcome).toBe(outcome);
  });
});

describe('launchd', () => {
  const programs = {
    launchctl: `
[ "$1" = print-disabled ] && { printf '\\t"com.example.old" => disabled\\n'; exit 0; }
case "$2" in
system/com.example.pay) printf 'x = {\\n\\tstate = running\\n}\\n' ;;
system/com.example.old) printf 'x = {\\n\\tstate = not running\\n}\\n' ;;
*) echo Could not find service >&2; exit 113 ;;
esac`,
  };

  test.each([
    ['com.example.pay', '{running: true, enabled: true}'],
    ['com.example.old', '{running: false, enabled: false, state: not running}'],
    ['com.example.none', '{running: false}'],
  ])('%s is %s', async (name, expected) => {
    await install('launchd', programs);
    const result = await folder.check(
      `service: {name: ${name}, manager: launchd}\nexpect: ${expected}`,
    );
    expect(result).toMatchObject({outcome: 'pass'});
  });
});

test('a host whose service manager does not run is unknown, with what to do', async () => {
  const without = await folder.check('service: not-here-at-all\nexpect: {running: true}');
  // A machine that runs systemd says that it has no such unit, which is a real answer.
  const isSystemd = without.outcome === 'fail' && without.message.includes('systemd knows no such');
  expect(isSystemd || without.outcome === 'unknown').toBe(true);
  const named = await folder.check('service: {name: pay, manager: openrc}');
  expect(named).toMatchObject({
    outcome: 'unknown',
    message:
      'openrc cannot be asked: there is no rc-service. Run this where the service runs, or look for its process with a process check.',
  });
});

test.each([
  ['"--all"', /The name of a service has letters/],
  ['{name: pay, manager: systmd}', /Did you mean "systemd"/],
])('service: %s is refused', async (spec, message) => {
  await expect(folder.check(`service: ${spec}`)).rejects.toThrow(message);
});
