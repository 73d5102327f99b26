import {once} from 'node:events';
import type {Readable} from 'node:stream';
import {execa} from 'execa';

/**
 * Leads what still comes out of a stream to nowhere, for as long as somebody writes to it, also after
 * this program has ended. The stream is of no use any more afterwards.
 */
export async function leadAway(stream: Readable): Promise<void> {
  if (stream.closed || stream.readableEnded) return;
  stream.pause();
  // Given a socket, execa hands it over itself; nothing goes through this program.
  const {nodeChildProcess: reader} = execa('cat', {
    stdin: stream,
    stdout: 'ignore',
    stderr: 'ignore',
    detached: true,
    reject: false,
  });
  reader.unref();
  // Without a `cat` the writer meets a closed pipe, as if there were nobody to lead it away.
  await Promise.race([once(reader, 'spawn'), once(reader, 'error')]).catch(() => undefined);
}
