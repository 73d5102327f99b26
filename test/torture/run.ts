// npm run torture: tries hard to make the store lose something. Ends with 1 where it did.
import {parseArgs} from 'node:util';
import {withProgress} from '../../source/commands/show-progress.ts';
import {trackParts} from '../../source/progress/track-parts.ts';
import {keepTimes, timesBefore} from './last-times.ts';
import {fullTorture} from './scenarios.ts';
import {formatTallies} from './table.ts';
import {isClean, type Tally} from './tally.ts';

const {values} = parseArgs({options: {seed: {type: 'string', default: String(Date.now() % 1e6)}}});
const scenarios = Object.entries(fullTorture(Number(values.seed)));
const before = timesBefore();
const tracked = trackParts(scenarios.map(([name]) => ({name, kind: name, usual: before[name]})));
const tallies: Tally[] = [];
const times: Record<string, number> = {};
await withProgress(async (onProgress) => {
  for (const [index, [name, run]] of scenarios.entries()) {
    tracked.start(index);
    onProgress?.(tracked.now());
    const began = performance.now();
    const tally = await run();
    times[name] = performance.now() - began;
    tracked.finish(index);
    tallies.push(tally);
    onProgress?.(undefined);
    process.stderr.write(`${formatTallies([tally]).split('\n').slice(1).join('\n')}\n`);
  }
});
keepTimes(times);
process.stdout.write(`\n${formatTallies(tallies)}\n`);
process.exitCode = tallies.every(isClean) ? 0 : 1;
