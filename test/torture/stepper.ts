// A process that does one thing for each line it is given and answers each with one line: what came
// of it. Its own files can be limited meanwhile, so that writes stop at any byte.
import {spawnSync} from 'node:child_process';
import {createInterface} from 'node:readline';
import {Problem} from '../../source/problem.ts';
import {createHandoff} from '../../source/store/create-handoff.ts';
import {openLiveHandoff} from '../../source/store/live-handoff.ts';
import {keep} from './keep.ts';
import {newHandoff} from './store-place.ts';
import {readToken} from './tokens.ts';

const [home = '', id = ''] = process.argv.slice(2);

/** Lets no file of this process grow beyond so many bytes; "unlimited" takes the limit away. */
function limit(bytes: string): void {
  const {status} = spawnSync('prlimit', [`--pid=${process.pid}`, `--fsize=${bytes}:`]);
  if (status !== 0) throw new Error('prlimit does not limit');
}

const live = openLiveHandoff(home, id, 'ben');

async function step(asked: string): Promise<string> {
  const [word, value = ''] = asked.split(' ');
  if (word === 'limit') limit(value);
  else if (word === 'new') return createHandoff(home, 'ben', newHandoff);
  else {
    const token = readToken(asked);
    if (!token) throw new Error(`"${asked}" is nothing to do`);
    await keep(home, id, live, token);
  }
  return '';
}

for await (const asked of createInterface({input: process.stdin})) {
  let answer: object;
  try {
    answer = {kept: await step(asked)};
  } catch (error) {
    const {stack, message} = error as Error;
    answer = {refused: error instanceof Problem ? message : `this is a bug: ${stack}`};
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await live.close();
