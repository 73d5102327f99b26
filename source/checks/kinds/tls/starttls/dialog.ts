import {Buffer} from 'node:buffer';
import type {Socket} from 'node:net';

/** Whoever says more than this before TLS begins, in bytes, is not what was expected. */
const longest = 64 * 1024;

/** Why TLS did not begin, as the second half of a sentence; what a server said is in it. */
export class DialogError extends Error {
  override name = 'DialogError';
}

/** What both sides say in plain text before TLS begins. */
export interface Dialog {
  readonly send: (data: string | Uint8Array) => void;
  /** The next line, without its end. @throws DialogError */
  readonly line: () => Promise<string>;
  /** The next bytes, so many. @throws DialogError */
  readonly bytes: (count: number) => Promise<Buffer>;
  /** All up to and with the first that matches. @throws DialogError */
  readonly until: (pattern: RegExp) => Promise<string>;
  /** Ends the talk and leaves the connection to TLS. @throws DialogError where more was said */
  readonly end: () => void;
}

/** A line of a server for a message. */
export function quoted(line: string): string {
  return line.length > 120 ? `"${line.slice(0, 120)}…"` : `"${line}"`;
}

/** The form in which texts are told as refused: the server's own words are worth most. */
export function refused(line: string): DialogError {
  return new DialogError(
    `the server refuses to begin TLS with ${quoted(line)}: see to its certificate and its log`,
  );
}

export function notOffered(what: string): DialogError {
  return new DialogError(`the server does not offer TLS (${what}): turn it on there`);
}

export function notSpoken(protocol: string, line: string): DialogError {
  return new DialogError(
    `the server says ${quoted(line)}, which is not ${protocol}: correct the port or starttls`,
  );
}

/**
 * Reads a connection piece by piece. A server may say it in drips; one that says too much, or hangs
 * up, ends the talk.
 */
export function createDialog(socket: Socket): Dialog {
  let held = Buffer.alloc(0);
  let total = 0;
  let failure: DialogError | undefined;
  let wake: (() => void) | undefined;
  const fail = (message: string) => {
    failure ??= new DialogError(message);
    wake?.();
  };
  const take = (chunk: Buffer) => {
    total += chunk.length;
    if (total > longest) {
      socket.pause();
      fail('it says more than 64 KiB before TLS begins: correct the port or starttls');
      return;
    }
    held = Buffer.concat([held, chunk]);
    wake?.();
  };
  const close = () => {
    fail('it closed the connection before TLS began: correct the port or starttls, or see its log');
  };
  socket.on('data', take);
  socket.on('end', close);
  socket.on('close', close);
  const next = async <Value>(find: () => readonly [Value, number] | undefined): Promise<Value> => {
    for (;;) {
      const found = find();
      if (found) {
        held = held.subarray(found[1]);
        return found[0];
      }
      if (failure) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return {
    send: (data) => socket.write(data),
    line: async () =>
      next(() => {
        const end = held.indexOf('\n');
        const text = held.toString('latin1', 0, Math.max(end, 0)).replace(/\r$/, '');
        return end === -1 ? undefined : [text, end + 1];
      }),
    bytes: async (count) =>
      next(() => (held.length < count ? undefined : [held.subarray(0, count), count])),
    until: async (pattern) =>
      next(() => {
        const text = held.toString('latin1');
        const found = pattern.exec(text);
        if (!found) return undefined;
        const end = found.index + found[0].length;
        return [text.slice(0, end), end];
      }),
    end() {
      socket.off('data', take);
      socket.off('end', close);
      socket.off('close', close);
      // What came before TLS is not from whom the certificate shows.
      if (held.length > 0)
        throw new DialogError(
          'it says more in plain text after it agreed to TLS, as an attacker in between could: update the server',
        );
    },
  };
}
