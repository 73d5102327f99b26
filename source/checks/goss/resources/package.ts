import {access, readFile} from 'node:fs/promises';
import {delimiter, join} from 'node:path';
import {askProgram} from '../../kinds/ask-program.ts';
import {type MeasureContext} from '../../kinds/kind.ts';
import {NotSupported} from '../matchers/matcher.ts';
import {goStrings} from '../values/go-value.ts';
import {type Look, LookError} from './resource.ts';

interface Manager {
  readonly command: (name: string) => readonly string[];
  readonly versions: (output: string, name: string) => string[];
}

function lines(text: string): string[] {
  return text.trim().split('\n').filter(Boolean);
}

const managers = {
  dpkg: {
    command: (name) => ['dpkg-query', '-f', '${Status} ${Version}\\n', '-W', name],
    versions: (output) =>
      lines(output)
        .filter((line) => /^(?:install|hold) ok installed/.test(line))
        .flatMap((line) => line.split(/\s+/)[3] ?? []),
  },
  rpm: {
    command: (name) => [
      'rpm',
      '-q',
      '--nosignature',
      '--nohdrchk',
      '--nodigest',
      '--qf',
      '%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\n',
      name,
    ],
    versions: lines,
  },
  apk: {
    command: (name) => ['apk', 'version', name],
    versions: (output, name) =>
      lines(output)
        .filter((line) => !/^(?:Installed:|WARNING)/.test(line))
        .map((line) => (line.split(/\s+/)[0] ?? '').replace(`${name}-`, '')),
  },
  pacman: {
    command: (name) => ['pacman', '-Q', '--color', 'never', '--noconfirm', name],
    versions: (output) => lines(output).flatMap((line) => line.split(/\s+/)[1] ?? []),
  },
} as const satisfies Readonly<Record<string, Manager>>;

async function isFile(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The manager of the distribution, else the first whose program is there. */
async function managerHere(): Promise<Manager | undefined> {
  if ((await readFile('/etc/lsb-release', 'utf8').catch(() => '')).includes('Ubuntu')) {
    return managers.dpkg;
  }
  const distributions = [
    ['/etc/redhat-release', 'rpm'],
    ['/etc/system-release', 'rpm'],
    ['/etc/alpine-release', 'apk'],
    ['/etc/arch-release', 'pacman'],
    ['/etc/debian_version', 'dpkg'],
  ] as const;
  for (const [path, manager] of distributions) {
    if (await isFile(path)) {
      return managers[manager];
    }
  }
  for (const [program, manager] of Object.entries(managers)) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      if (await isFile(join(folder, program))) {
        return manager;
      }
    }
  }
  return undefined;
}

async function versionsOf(name: string, context: MeasureContext): Promise<string[]> {
  const manager = await managerHere();
  const missing =
    'no package manager that goss knows (dpkg, rpm, apk, pacman) is here; ask with a command';
  if (!manager) {
    throw new NotSupported(missing);
  }
  const answer = await askProgram(manager.command(name), context);
  if (answer.type !== 'answer') {
    throw new NotSupported(missing);
  }
  return answer.exit === 0 ? manager.versions(answer.stdout, name) : [];
}

/** `package`: asks this machine's package manager. */
export const lookAtPackage: Look = async ({name}, {context}) => {
  let found: Promise<string[]> | undefined;
  const versions = async () => (found ??= versionsOf(name, context));
  return {
    attributes: {
      installed: async () => (await versions()).length > 0,
      versions: async () => {
        const list = await versions();
        if (list.length === 0) {
          throw new LookError('no version was found');
        }
        return goStrings(list);
      },
    },
  };
};
