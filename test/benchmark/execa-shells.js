// Starts as many shells as said, eight at a time, with execa and nothing else, and prints how long
// that took in milliseconds.
import {execa} from 'execa';

let left = Number(process.argv[2]);

async function work() {
  while (left > 0) {
    left -= 1;
    await execa('/bin/sh', ['-c', 'true']);
  }
}

const started = performance.now();
await Promise.all(Array.from({length: 8}, work));
console.log(performance.now() - started);
