// npm run torture: tries hard to make the store lose something. Ends with 1 where it did.
import {parseArgs} from 'node:util';
import {fullTorture} from './scenarios.ts';
import {formatTallies} from './table.ts';
import {isClean, type Tally} from './tally.ts';

const {values} = parseArgs({options: {seed: {type: 'string', default: String(Date.now() % 1e6)}}});
const tallies: Tally[] = [];
for (const run of fullTorture(Number(values.seed))) {
  const tally = await run();
  tallies.push(tally);
  process.stderr.write(`${formatTallies([tally]).split('\n').slice(1).join('\n')}\n`);
}
process.stdout.write(`\n${formatTallies(tallies)}\n`);
process.exitCode = tallies.every(isClean) ? 0 : 1;
