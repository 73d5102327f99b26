import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {Worker} from 'node:worker_threads';

/** SHA-256 of a long stream that comes in blocks, which are lent out to be read into. */
export interface BlockHash {
  /** A block to be written; resolves when one is free. */
  readonly free: () => Promise<Buffer>;
  /** Hashes the first `length` bytes of the block; they stay as they are until it is free again. */
  readonly push: (block: Buffer, length: number) => void;
  /** Lower-case hex. */
  readonly end: () => Promise<string>;
  /** Lets go of everything, also in the middle. */
  readonly close: () => Promise<void>;
}

const blockSize = 2 * 1024 * 1024;

/** Below this many bytes, starting a thread takes longer than it saves. */
const worthThread = 64 * 1024 * 1024;

/** Two blocks, so that the next can be read while the last is looked at. */
function createInlineHash(): BlockHash {
  const hash = createHash('sha256');
  const blocks = [Buffer.allocUnsafe(blockSize), Buffer.allocUnsafe(blockSize)] as const;
  let turn = 0;
  return {
    async free() {
      turn = 1 - turn;
      return Promise.resolve(turn === 0 ? blocks[0] : blocks[1]);
    },
    push(block, length) {
      hash.update(block.subarray(0, length));
    },
    end: async () => Promise.resolve(hash.digest('hex')),
    close: async () => Promise.resolve(),
  };
}

/** What the thread runs. Text, because the built program is one bundle without files for threads. */
const threadCode = `
const {createHash} = require('node:crypto');
const {parentPort, workerData} = require('node:worker_threads');
const hash = createHash('sha256');
parentPort.on('message', ({index, length}) => {
  if (index === undefined) {
    parentPort.postMessage({sha256: hash.digest('hex')});
  } else {
    hash.update(new Uint8Array(workerData[index], 0, length));
    parentPort.postMessage({index});
  }
});`;

const blockCount = 4;

type Answer = {readonly index: number} | {readonly sha256: string};

/** Hashes in a thread of its own, so that hashing and looking take the time of the slower only. */
function createThreadHash(): BlockHash {
  const shared = Array.from({length: blockCount}, () => new SharedArrayBuffer(blockSize));
  const blocks: readonly Buffer[] = shared.map((memory) => Buffer.from(memory));
  const thread = new Worker(threadCode, {eval: true, workerData: shared, execArgv: []});
  const result = Promise.withResolvers<string>();
  // Whoever waits is told; nobody may be waiting.
  result.promise.catch(() => undefined);
  thread.on('error', result.reject);
  /** Blocks in the order in which they are lent; the thread gives them back in the same order. */
  const busy = blocks.map(() => false);
  let turn = -1;
  thread.on('message', (answer: Answer) => {
    if ('index' in answer) busy[answer.index] = false;
    else result.resolve(answer.sha256);
  });
  const answered = async () => {
    await once(thread, 'message');
  };
  return {
    async free() {
      turn = (turn + 1) % blockCount;
      while (busy[turn] === true) await answered();
      const block = blocks[turn];
      if (!block) throw new Error('A block hash has lent out what it has not.');
      return block;
    },
    push(block, length) {
      const index = blocks.indexOf(block);
      busy[index] = true;
      thread.postMessage({index, length}, []);
    },
    async end() {
      thread.postMessage({}, []);
      return result.promise;
    },
    async close() {
      await thread.terminate();
    },
  };
}

/** @param expected How many bytes will come, as far as that is known. */
export function createBlockHash(expected: number): BlockHash {
  return expected >= worthThread ? createThreadHash() : createInlineHash();
}
