import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {type Readable, type Writable} from 'node:stream';
import {forgetGroup, watchGroup} from './process-groups.ts';

/**
 * How many commands one host starts. Each has two streams of its own that nobody shares with an
 * earlier or later command, so what escapes one command cannot write into another's output.
 */
const commandsPerHost = 32;

const firstStream = 3;

const closes = Array.from(
  {length: commandsPerHost * 2},
  (_, index) => `${index + firstStream}>&-`,
).join(' ');

/**
 * Reads orders (folder, number of settings, settings, command; each ends with a NUL) and reports
 * `n` (no such folder), or `s` with the process id and then `x` with the exit code and, after a
 * slash, what the shell says of a signal. `set -m` gives every command a process group of its own.
 */
const script = `set -m
stream=${firstStream}
while IFS= read -r -d '' folder && IFS= read -r -d '' count; do
  settings=()
  while [ "$count" -gt 0 ] && IFS= read -r -d '' setting; do
    settings+=("$setting")
    count=$((count - 1))
  done
  IFS= read -r -d '' command || exit
  out=$stream err=$((stream + 1)) stream=$((stream + 2))
  if ! cd -- "$folder"; then
    printf 'n\\0'
    eval "exec $out>&- $err>&-"
    continue
  fi
  (
    exec </dev/null >&$out 2>&$err
    exec ${closes}
    unset OLDPWD
    if [ -n "$1" ]; then SHLVL=$1; else unset SHLVL; fi
    if [ \${#settings[@]} -gt 0 ]; then export -- "\${settings[@]}"; fi
    exec /bin/sh -c "$command"
  ) &
  eval "exec $out>&- $err>&-"
  printf 's%d\\0x' $!
  wait $! 2>&1
  printf '/%d\\0' $?
done 2>/dev/null`;

/** A command that a host has started. */
export interface HostedCommand {
  readonly group: number;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** As a shell counts: 128 plus the signal's number when a signal ended it. */
  readonly exit: Promise<{readonly code: number; readonly isSignal: boolean}>;
}

export interface HostOrder {
  readonly command: string;
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** A small shell that starts commands one after another. */
export interface ShellHost {
  /** Resolves when the command has started; 'no-folder' when its folder does not exist. */
  readonly start: (order: HostOrder) => Promise<HostedCommand | 'no-folder'>;
  /** It has started as many commands as it can. */
  readonly isSpent: () => boolean;
  /** It ends when its command, if it has one, has ended. */
  readonly close: () => void;
}

/** The reports of a host, one at a time. */
function createReports(stdout: Readable): () => Promise<string> {
  const ready: string[] = [];
  let rest = '';
  let isOver = false;
  let wake: () => void = () => undefined;
  stdout.setEncoding('utf8');
  stdout.on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    ready.push(...parts);
    wake();
  });
  stdout.once('close', () => {
    isOver = true;
    wake();
  });
  return async () => {
    while (ready.length === 0) {
      if (isOver) {
        throw new Error('the shell that starts commands has ended');
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return ready.shift() ?? '';
  };
}

/** Whether a host can take this order: names that a shell can export, and no NUL. */
export function canHost({command, environment = {}}: HostOrder): boolean {
  const names = Object.keys(environment);
  const texts = [command, ...Object.values(environment)];
  return (
    names.every((name) => /^[A-Za-z_]\w*$/.test(name)) && !texts.some((text) => text.includes('\0'))
  );
}

/** `[1]+  Exit 137      ( … )` tells of a code, in every language, and `Killed` of a signal. */
function saysSignal(said: string, code: string): boolean {
  return said.trim() !== '' && !new RegExp(`(?:^|\\D)${code}\\s{2,}`).test(said);
}

/** Starts a host. @throws when the shell cannot be started at all */
export async function startShellHost(shell: string): Promise<ShellHost> {
  // A shell counts itself in SHLVL, and commands are not to notice it.
  const level = process.env['SHLVL'] ?? '';
  const child = spawn(
    shell,
    ['--norc', '--noprofile', '-p', '-c', script, 'handoff-checks', level],
    {
      stdio: [
        'pipe',
        'pipe',
        'ignore',
        ...Array.from({length: commandsPerHost * 2}, () => 'pipe' as const),
      ],
      detached: true,
    },
  );
  const group = child.pid;
  if (group === undefined) {
    const [error] = (await once(child, 'error')) as [Error];
    throw error;
  }
  watchGroup(group);
  child.once('exit', () => {
    forgetGroup(group);
  });
  const streams = child.stdio.slice(firstStream) as Readable[];
  const stdin = child.stdio[0] as Writable;
  stdin.on('error', () => undefined);
  const nextReport = createReports(child.stdio[1] as Readable);
  let used = 0;
  return {
    async start({command, folder, environment = {}}) {
      const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
      const [stdout, stderr] = streams.slice(used * 2, used * 2 + 2);
      used += 1;
      if (!stdout || !stderr) {
        throw new Error('the shell that starts commands has no streams left');
      }
      stdin.write([folder, settings.length, ...settings, command, ''].join('\0'));
      const started = await nextReport();
      if (started === 'n') {
        stdout.destroy();
        stderr.destroy();
        return 'no-folder';
      }
      const exit = nextReport().then((report) => {
        const [, said = '', code = ''] = /^x([^]*)\/(\d+)$/.exec(report) ?? [];
        return {code: Number(code), isSignal: Number(code) > 128 && saysSignal(said, code)};
      });
      // Whoever waits for it hears of it; nobody waits when starting goes wrong.
      exit.catch(() => undefined);
      return {group: Number(started.slice(1)), stdout, stderr, exit};
    },
    isSpent: () => used >= commandsPerHost,
    close() {
      stdin.end();
      for (const stream of streams.slice(used * 2)) {
        stream.destroy();
      }
    },
  };
}
