import {setImmediate, setTimeout} from 'node:timers/promises';
import {
  createKeyQueue,
  type KeyQueue,
  type KeyQueueOptions,
} from '../../source/wizard/input/key-queue.ts';
import {createFakeStdin, type FakeStdin} from './fake-stdin.ts';
import {keys} from './keys.ts';

// The queue waits for more after Esc. A later and longer timer runs after the queue's.
const usual = 20;

/** Keys typed into what is drawn, with the same input path as the program. */
export interface Typing {
  readonly stdin: FakeStdin;
  readonly queue: KeyQueue;
  /** Types all keys as one chunk, and resolves when they are handled and drawn. */
  readonly press: (...sequences: readonly string[]) => Promise<void>;
  /** Resolves when all keys typed so far are handled and drawn. */
  readonly settle: () => Promise<void>;
}

/**
 * @param flush resolves once all that is to be drawn has been drawn
 * @param commands what the program itself does with a key
 * @param wait milliseconds for the rest of a key that comes in pieces
 */
export function createTyping(
  flush: () => Promise<void>,
  commands: KeyQueueOptions['commands'] = {},
  wait = usual,
): Typing {
  const stdin = createFakeStdin();
  const patience = {key: wait, answer: wait, paste: wait};
  const queue = createKeyQueue(stdin, {patience, commands});

  async function settle(): Promise<void> {
    do await setImmediate();
    while (stdin.readableLength > 0 || queue.waiting > 0);
    // Effects of the last key run in an immediate of their own, and may draw once more.
    await setImmediate();
    await flush();
  }

  async function press(...sequences: readonly string[]): Promise<void> {
    stdin.type(sequences.join(''));
    await settle();
    if (sequences.at(-1) !== keys.escape) return;
    await setTimeout(wait + 1);
    await settle();
  }

  return {stdin, queue, press, settle};
}
