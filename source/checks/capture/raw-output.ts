import {Buffer} from 'node:buffer';
import {createHash, type Hash} from 'node:crypto';
import {createWindow, type WindowView} from './window.ts';

const kibibyte = 1024;

/** So much of the beginning and of the end of an answer is read by this program itself. */
const readable = 1024 * kibibyte;

/** What evidence keeps of a long output, of its beginning and of its end. */
export const kept = 32 * kibibyte;

/**
 * Held beyond what is kept, so that a secret that lies across the cut is seen whole and taken out
 * before the cut is made. A private key of 4096 bits is about 3.2 KiB.
 */
export const margin = 8 * kibibyte;

/** Most commands that are well print nothing. */
const sha256OfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Output as it came, before redaction: both ends, and count and SHA-256 of all of it. */
export interface RawOutput {
  readonly head: string;
  /** Undefined when `head` is everything. */
  readonly tail: string | undefined;
  readonly bytes: number;
  readonly sha256: string;
  /** True when `head` is an excerpt chosen by the check rather than the output's beginning. */
  readonly isExcerpt?: boolean;
}

export interface OutputKeeper {
  readonly push: (chunk: Uint8Array) => void;
  readonly output: () => RawOutput;
}

/** Keeps what evidence needs of an output of any size. */
export function keepOutput(): OutputKeeper {
  let hash: Hash | undefined;
  const window = createWindow(kept + margin, kept + margin);
  return {
    push(chunk) {
      hash ??= createHash('sha256');
      hash.update(chunk);
      window.push(chunk);
    },
    output() {
      const view = window.view();
      const isWhole = view.omitted === 0;
      return {
        head: isWhole ? wholeText(view) : view.head.toString(),
        tail: isWhole ? undefined : view.tail.toString(),
        bytes: view.bytes,
        sha256: hash?.copy().digest('hex') ?? sha256OfNothing,
      };
    },
  };
}

function wholeText({head, tail}: WindowView): string {
  return tail.length === 0 ? head.toString() : Buffer.concat([head, tail]).toString();
}

/** Text of which, when it was long, only the beginning and the end are here, joined by a line end. */
export interface BoundedText {
  readonly text: string;
  /** Bytes of the whole, and how many of them are not in `text`. */
  readonly bytes: number;
  readonly omitted: number;
}

export interface TextKeeper {
  readonly push: (chunk: Uint8Array) => void;
  readonly text: () => BoundedText;
}

/** Keeps what this program reads for itself of an output of any size; claims have a text reader. */
export function keepText(): TextKeeper {
  const window = createWindow(readable, readable);
  return {
    push: window.push,
    text() {
      const view = window.view();
      const {bytes, omitted} = view;
      return {
        text: omitted === 0 ? wholeText(view) : `${view.head.toString()}\n${view.tail.toString()}`,
        bytes,
        omitted,
      };
    },
  };
}
