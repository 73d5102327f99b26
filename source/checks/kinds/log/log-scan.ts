import type {Claim} from '../../assertions/subject.ts';
import type {Encoding} from '../../text/encoding.ts';
import type {Measurement} from '../kind.ts';
import {createLineScanner, type LineScanner} from '../../text/line-scanner.ts';
import {patternsOf, type Tally} from './log-subjects.ts';
import {createRecentLines, type RecentLines} from './recent-lines.ts';

/** Matching lines kept per pattern, and of each line, in characters; enough to see secrets whole. */
const sampleCount = 5;
const sampleLength = 4096;
const shownLength = 500;

const noTimes =
  'No line begins with a time that is understood, so it cannot be told which lines are recent. Leave out since, or have the log written with times such as 2026-03-01T09:12:00Z.';

/** A tally for every pattern that something is claimed about. */
function talliesOf(claims: readonly Claim[]): Map<string, Tally> {
  const patterns = claims.flatMap(({statement}) => patternsOf(statement));
  return new Map(patterns.map((pattern) => [pattern.text, {pattern, count: 0, samples: []}]));
}

/** Only lines of this time or later count. Milliseconds since 1970. */
export interface Since {
  readonly time: number;
  readonly now: Date;
}

/** A scan that goes on. */
export interface Scan {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly since: Since | undefined;
  readonly filters: RecentLines[];
  bytes: number;
  /** What a person must know of what was looked at. */
  remark: string | undefined;
  /** What was to be looked at and could not be, in words. */
  readonly unseen: string[];
  readonly isRaw: boolean;
  /** As the checks file has it. */
  readonly encoding: Encoding | undefined;
}

/** Counts matching lines into the scan's tallies. */
export function createScanner({tallies, since, filters, isRaw}: Scan): LineScanner {
  const filter = since && createRecentLines(since.time, since.now);
  if (filter) filters.push(filter);
  const list = [...tallies.values()];
  const patterns = list.map(({pattern}) => pattern);
  return createLineScanner(
    patterns,
    (index, line) => {
      const tally = list[index];
      if (tally) {
        tally.count += 1;
        if (tally.samples.length < sampleCount) tally.samples.push(line.slice(0, sampleLength));
      }
    },
    {filter, isRaw},
  );
}

function excerptOf({pattern, count, samples}: Tally): string {
  const number = count === 1 ? '1 line' : `${count} lines`;
  const first = count > samples.length ? `, the first ${samples.length}:` : '';
  const lines = samples.map((line) =>
    line.length < sampleLength ? line : `${line.slice(0, shownLength)}…`,
  );
  return [`${pattern.text}: ${number}${first}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** Lines were asked for by their time, but none of those that came has one. */
function hasNoTimes({since, filters, bytes}: Scan): boolean {
  return since !== undefined && bytes > 0 && !filters.some(({hasTimes}) => hasTimes());
}

/** The result of a whole scan. The evidence is the matching lines; count and hash are of all bytes. */
export function measured(scan: Scan, sha256: string): Measurement {
  const {tallies, bytes, remark, unseen} = scan;
  const excerpt = [...tallies.values()].map((tally) => excerptOf(tally));
  const scanned = {tallies, bytes, remark, unseen: unseen[0]};
  return {
    values: {forbid: scanned, require: scanned, matches: scanned},
    output: {
      head: excerpt.join('\n'),
      tail: undefined,
      bytes,
      sha256,
      isExcerpt: true,
    },
    ...(hasNoTimes(scan) ? {verdict: {outcome: 'unknown', message: noTimes}} : {}),
  };
}

export interface ScanOrder {
  readonly since?: Since | undefined;
  readonly isRaw?: boolean | undefined;
  readonly encoding?: Encoding | undefined;
}

export function startScan(
  claims: readonly Claim[],
  {since, isRaw = false, encoding}: ScanOrder = {},
): Scan {
  return {
    tallies: talliesOf(claims),
    since,
    filters: [],
    bytes: 0,
    remark: undefined,
    unseen: [],
    isRaw,
    encoding,
  };
}
