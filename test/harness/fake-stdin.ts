import {PassThrough} from 'node:stream';
import type {ReadStream} from 'node:tty';

/** A stdin that says it is a terminal, to type into from a test. */
export interface FakeStdin extends ReadStream {
  /** Types: the text arrives as one chunk. */
  readonly type: (text: string | Uint8Array) => void;
}

export function createFakeStdin(): FakeStdin {
  const stream = new PassThrough();
  let isRaw = false;
  return Object.defineProperties(stream, {
    isTTY: {value: true},
    isRaw: {get: () => isRaw},
    ref: {value: () => stream},
    unref: {value: () => stream},
    setRawMode: {
      value(isEnabled: boolean) {
        isRaw = isEnabled;
        return stream;
      },
    },
    type: {value: (text: string | Uint8Array) => stream.write(text)},
  }) as unknown as FakeStdin;
}
