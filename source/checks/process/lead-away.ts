import {spawn} from 'node:child_process';
import {once} from 'node:events';
import type {Readable} from 'node:stream';

/**
 * Leads what still comes out of a stream to nowhere, for as long as somebody writes to it, also after
 * this program has ended. The stream is of no use any more afterwards.
 */
export async function leadAway(stream: Readable): Promise<void> {
  if (stream.closed || stream.readableEnded) return;
  stream.pause();
  const reader = spawn('cat', [], {stdio: [stream, 'ignore', 'ignore'], detached: true});
  reader.unref();
  // Without a `cat` the writer meets a closed pipe, as if there were nobody to lead it away.
  await Promise.race([once(reader, 'spawn'), once(reader, 'error')]).catch(() => undefined);
}
