import {closeSync, fstatSync, openSync, readSync} from 'node:fs';

/** How far a journal file was read. */
export interface FilePosition {
  /** Bytes, up to the end of the last line that was taken in. */
  readonly offset: number;
  /** Lines up to there. */
  readonly lines: number;
}

export interface NumberedText {
  readonly line: number;
  readonly text: string;
}

export interface TailReading {
  readonly lines: readonly NumberedText[];
  /** What stands behind the last newline: a line being written, or one that was torn. */
  readonly rest: (NumberedText & {readonly bytes: number}) | undefined;
  readonly position: FilePosition;
}

function readFrom(file: string, offset: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(handle).size - offset));
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(handle, bytes, filled, bytes.length - filled, offset + filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(handle);
  }
}

/** Reads the lines of a file behind a position; the blank ones between actions only count. */
export function readTail(file: string, {offset, lines: before}: FilePosition): TailReading {
  const bytes = readFrom(file, offset);
  const end = bytes.lastIndexOf(0x0a) + 1;
  const texts = end === 0 ? [] : bytes.toString('utf8', 0, end - 1).split('\n');
  const rest = bytes.toString('utf8', end);
  const lines = texts
    .map((text, index) => ({line: before + index + 1, text}))
    .filter(({text}) => text !== '');
  const count = before + texts.length;
  return {
    lines,
    rest: rest === '' ? undefined : {line: count + 1, text: rest, bytes: bytes.length - end},
    position: {offset: offset + end, lines: count},
  };
}
