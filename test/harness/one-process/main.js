// Runs the built program again and again in this one process, for test/harness/one-process/run.ts:
// each run evaluates dist/cli.js anew, with arguments, folder and environment of its own.
import process from 'node:process';
import {Readable} from 'node:stream';

const cli = new URL('../../../dist/cli.js', import.meta.url).href;
const shiftedClock = new URL('../../fixtures/shifted-clock.js', import.meta.url).href;
const RealDate = Date;
let runs = 0;

function takeEnvironment(env) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, value] of Object.entries(env))
    if (process.env[name] !== value) process.env[name] = value;
}

/** Keeps what is written to a stream instead; gives it, and the stream back. */
function keepWrites(stream) {
  const write = stream.write;
  const kept = [];
  stream.write = (chunk, encoding, done = encoding) => {
    kept.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8'));
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
  return () => {
    stream.write = write;
    return Buffer.concat(kept).toString();
  };
}

async function run({args, cwd, env, input = ''}) {
  takeEnvironment(env);
  process.chdir(cwd);
  process.argv = [process.execPath, cli, ...args];
  process.exitCode = undefined;
  Object.defineProperty(process, 'stdin', {configurable: true, value: Readable.from([input])});
  const stdout = keepWrites(process.stdout);
  const stderr = keepWrites(process.stderr);
  try {
    runs += 1;
    if (env.SHIFTED_CLOCK) await import(`${shiftedClock}?run=${runs}`);
    await import(`${cli}?run=${runs}`);
    return {exitCode: process.exitCode ?? 0, stdout: stdout(), stderr: stderr()};
  } finally {
    globalThis.Date = RealDate;
    process.exitCode = undefined;
    process.stdout.removeAllListeners('error');
    process.stderr.removeAllListeners('error');
    process.chdir('/');
  }
}

process.on('disconnect', () => process.exit());
process.on('message', async (asked) => process.send(await run(asked)));
