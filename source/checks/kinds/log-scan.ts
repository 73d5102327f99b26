import {createHash, type Hash} from 'node:crypto';
import {type Claim} from '../assertions/subject.ts';
import {type Measurement} from './kind.ts';
import {createLineScanner, type LineScanner} from './line-scanner.ts';
import {patternsOf, type Tally} from './log-subjects.ts';

/** Matching lines kept per pattern, and of each line, in characters; enough to see secrets whole. */
const sampleCount = 5;
const sampleLength = 4096;
const shownLength = 500;

/** A tally for every pattern that something is claimed about. */
function talliesOf(claims: readonly Claim[]): Map<string, Tally> {
  const patterns = claims.flatMap(({statement}) => patternsOf(statement));
  return new Map(patterns.map((pattern) => [pattern.text, {pattern, count: 0, samples: []}]));
}

/** A scan that goes on: counts, and a hash of everything that came. */
export interface Scan {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly hash: Hash;
  bytes: number;
}

/** Counts matching lines into the scan's tallies. */
export function createScanner({tallies}: Scan): LineScanner {
  const list = [...tallies.values()];
  const patterns = list.map(({pattern}) => pattern);
  return createLineScanner(patterns, (index, line) => {
    const tally = list[index];
    if (tally) {
      tally.count += 1;
      if (tally.samples.length < sampleCount) {
        tally.samples.push(line.slice(0, sampleLength));
      }
    }
  });
}

function excerptOf({pattern, count, samples}: Tally): string {
  const number = count === 1 ? '1 line' : `${count} lines`;
  const first = count > samples.length ? `, the first ${samples.length}:` : '';
  const lines = samples.map((line) =>
    line.length < sampleLength ? line : `${line.slice(0, shownLength)}…`,
  );
  return [`${pattern.text}: ${number}${first}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** The result of a whole scan. The evidence is the matching lines; count and hash are of all bytes. */
export function measured({tallies, hash, bytes}: Scan): Measurement {
  const excerpt = [...tallies.values()].map((tally) => excerptOf(tally));
  const scanned = {tallies, bytes};
  return {
    values: {forbid: scanned, require: scanned, matches: scanned},
    output: {
      head: excerpt.join('\n'),
      tail: undefined,
      bytes,
      sha256: hash.digest('hex'),
      isExcerpt: true,
    },
  };
}

export function startScan(claims: readonly Claim[]): Scan {
  return {tallies: talliesOf(claims), hash: createHash('sha256'), bytes: 0};
}
