import {rm} from 'node:fs/promises';
import path from 'node:path';
import {keepText} from '../capture/raw-output.ts';
import {runProcess, type ProcessEnd} from '../../programs/run-process.ts';
import type {SshPrefix} from './ssh-prefix.ts';
import {shellLine} from './shell-line.ts';
import {makeTemporaryFolder} from '../../temporary-folder.ts';

/** Exit code with which ssh says that there was no connection. @see https://man.openbsd.org/ssh */
export const sshFailed = 255;

/** How long closing a connection may take, in milliseconds. */
const closing = 3000;

/** Never asks for anything, as nobody could answer; options in the prefix come first and win. */
const unattended = ['-T', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=10'];

type Opening =
  | {readonly type: 'open'; readonly options: readonly string[]; readonly isShared: boolean}
  | {readonly type: 'failed'; readonly reason: string};

interface Connection {
  readonly prefix: SshPrefix;
  readonly opening: Promise<Opening>;
}

export interface SshConnections {
  /** The words that run a command over there, on the one connection to that destination. */
  readonly words: (
    prefix: SshPrefix,
    command: readonly string[],
    signal: AbortSignal,
  ) => Promise<readonly string[] | {readonly failure: string} | 'aborted'>;
  readonly close: () => Promise<void>;
}

async function aborted(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('aborted'), {once: true});
  });
}

/** What ssh said last, which is where it puts its reason. */
export function sshReason(said: string, destination: string): string {
  const line = said.trim().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? `ssh could not connect to ${destination}` : line;
}

/**
 * Connections by ssh that are opened when first used, one for each destination, shared by all
 * commands, and closed together. Their sockets lie in a folder that only this user may enter.
 */
export function createSshConnections(folder: string): SshConnections {
  const connections = new Map<string, Connection>();
  const ended = new AbortController();
  let sockets: Promise<string> | undefined;
  let count = 0;

  async function run(words: readonly string[], signal: AbortSignal): Promise<[ProcessEnd, string]> {
    const stderr = keepText();
    const end = await runProcess({
      command: words,
      folder,
      signal,
      isKeepingChildren: true,
      onStdout: () => undefined,
      onStderr: stderr.push,
    });
    return [end, stderr.text().text];
  }

  async function open({start, destination}: SshPrefix): Promise<Opening> {
    count += 1;
    const name = String(count);
    sockets ??= makeTemporaryFolder('handoff-ssh-');
    const options = [...unattended, '-o', `ControlPath=${path.join(await sockets, name)}`];
    const master = ['-o', 'ControlMaster=auto', '-o', 'ControlPersist=60', '-f', '-N'];
    const [end, said] = await run([...start, ...options, ...master, destination], ended.signal);
    if (end.type === 'not-started')
      return {type: 'failed', reason: `${start[0] ?? 'ssh'} cannot be started: ${end.code}`};
    if (end.type === 'aborted' || end.exit === sshFailed)
      return {type: 'failed', reason: sshReason(said, destination)};
    // A client that cannot share connections still makes one for each command.
    return end.exit === 0
      ? {type: 'open', options: [...options, '-o', 'ControlMaster=no'], isShared: true}
      : {type: 'open', options: unattended, isShared: false};
  }

  async function connect(prefix: SshPrefix): Promise<Opening> {
    const key = [...prefix.start, prefix.destination].join('\0');
    const known = connections.get(key);
    if (known) return known.opening;
    const opening = open(prefix);
    connections.set(key, {prefix, opening});
    const opened = await opening;
    if (opened.type === 'failed')
      // The next one tries again: the host may be about to come up.
      connections.delete(key);
    return opened;
  }

  async function closeOne({prefix, opening}: Connection): Promise<void> {
    const opened = await opening;
    if (opened.type === 'open' && opened.isShared) {
      const words = [...prefix.start, ...opened.options, '-O', 'exit', prefix.destination];
      await run(words, AbortSignal.timeout(closing));
    }
  }

  return {
    async words(prefix, command, signal) {
      const {start, destination, rest} = prefix;
      const opened = await Promise.race([connect(prefix), aborted(signal)]);
      if (opened === 'aborted' || signal.aborted) return 'aborted';
      if (opened.type === 'failed') return {failure: opened.reason};
      return [...start, ...opened.options, destination, shellLine([...rest, ...command])];
    },
    async close() {
      ended.abort();
      await Promise.all([...connections.values()].map(closeOne));
      if (sockets) await rm(await sockets, {recursive: true, force: true});
    },
  };
}
