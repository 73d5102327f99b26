import {Buffer} from 'node:buffer';
import {type Claim} from '../assertions/subject.ts';
import {formatBytes} from '../assertions/amounts.ts';
import {type AttributeClaim, type AttributeSeen} from './attribute-subject.ts';
import {NotSupported} from './matchers/matcher.ts';
import {scanLines} from './matchers/patterns.ts';
import {type Push} from './resources/resource.ts';

/** Text that a matcher must see as a whole is kept up to this many bytes. */
const mostText = 16 * 1024 * 1024;

/** Takes the text of an attribute as it comes. */
export interface Stream {
  readonly push: Push;
  /** @throws NotSupported */
  readonly seen: () => AttributeSeen;
}

function wholeText(attribute: string): Stream {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  return {
    push(chunk) {
      bytes += chunk.byteLength;
      if (bytes <= mostText) {
        // What reads a file may use its buffer again.
        chunks.push(Uint8Array.from(chunk));
      }
    },
    seen() {
      if (bytes > mostText) {
        throw new NotSupported(
          `${attribute} is ${formatBytes(bytes)}, too much to be compared as a whole; a list of patterns is looked for in text of any size`,
        );
      }
      return {type: 'value', value: Buffer.concat(chunks).toString()};
    },
  };
}

/** A stream for what is claimed of an attribute: patterns are looked for without keeping the text. */
export function streamFor({subject, statement}: Claim): Stream {
  const claim = statement as AttributeClaim;
  if (claim.type !== 'patterns') {
    return wholeText(subject);
  }
  const scan = scanLines(claim.patterns);
  return {push: scan.push, seen: () => ({type: 'lines', hits: scan.end()})};
}
