// Runs a checks file in a process of its own and prints how far its memory grew, in bytes.
import {readChecksFile} from '../../source/checks/read-checks-file.ts';
import {runChecks} from '../../source/checks/run.ts';

const file = await readChecksFile(process.argv[2] ?? '');
// What the engine loads and what one small run needs is no growth.
await runChecks(file, {only: ['small']});
const before = process.memoryUsage().rss;
let highest = before;
const watch = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage().rss);
}, 5);
const run = await runChecks(file, {only: ['big']});
clearInterval(watch);
const bytes = run.results[0]?.output?.bytes ?? 0;
process.stdout.write(JSON.stringify({growth: highest - before, bytes}));
