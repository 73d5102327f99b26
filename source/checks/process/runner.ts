import path from 'node:path';
import {runProcess, type ProcessEnd, type ProcessOrder} from '../../programs/run-process.ts';
import {keepText} from '../capture/raw-output.ts';
import {
  createSshConnections,
  sshFailed,
  sshReason,
  type SshConnections,
} from './ssh-connections.ts';
import {readSshPrefix, type SshPrefix} from './ssh-prefix.ts';
import {standaloneWords, type Command} from './shell-line.ts';

/** A command with all that it takes to run it for a check. */
export interface RunnerOrder
  extends Command, Omit<ProcessOrder, 'folder' | 'command' | 'environment'> {
  /** Folder of the checks file, on this machine. */
  readonly folder: string;
  /** Words before the command. */
  readonly on?: readonly string[] | undefined;
}

/** Runs the commands of one run of checks, and keeps what they share. */
export interface Runner {
  readonly run: (order: RunnerOrder) => Promise<ProcessEnd>;
  /** Ends the connections that were kept. */
  readonly close: () => Promise<void>;
}

/** ssh's own complaints; the same exit code may come from the command over there. */
const sshComplaint =
  /^(?:ssh: |ssh_|kex_|mux_client|client_loop|banner exchange|Connection |Host key |Permission denied|Control socket|.*: Permission denied \()/;

function notConnected({start, destination}: SshPrefix, said: string): ProcessEnd {
  const reason = `There is no connection to ${destination}: ${said.replace(/(?<![.\s])[.\s]+$/, '')}.`;
  return {type: 'not-started', program: start[0] ?? 'ssh', code: 'ECONNREFUSED', reason};
}

async function runOverSsh(
  prefix: SshPrefix,
  connections: SshConnections,
  order: RunnerOrder,
): Promise<ProcessEnd> {
  const {signal, folder, onStderr} = order;
  const words = await connections.words(prefix, standaloneWords(order), signal);
  if (words === 'aborted') return {type: 'aborted'};
  if ('failure' in words) return notConnected(prefix, words.failure);
  const complaints = keepText();
  const end = await runProcess({
    ...order,
    command: words,
    folder,
    environment: undefined,
    onStderr(chunk) {
      complaints.push(chunk);
      onStderr(chunk);
    },
  });
  const reason = sshReason(complaints.text().text, prefix.destination);
  return end.type === 'ended' && end.exit === sshFailed && sshComplaint.test(reason)
    ? notConnected(prefix, reason)
    : end;
}

/** @param folder where helping programs of the runner itself are started */
export function createRunner(folder: string): Runner {
  let connections: SshConnections | undefined;
  return {
    async run(order) {
      const {on, folder: base, cwd} = order;
      if (on === undefined) return runProcess({...order, folder: path.resolve(base, cwd ?? '.')});
      const prefix = readSshPrefix(on);
      if (prefix) {
        connections ??= createSshConnections(folder);
        return runOverSsh(prefix, connections, order);
      }
      const words = [...on, ...standaloneWords(order)];
      return runProcess({...order, command: words, environment: undefined});
    },
    async close() {
      await connections?.close();
    },
  };
}
