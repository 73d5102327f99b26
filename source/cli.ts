import {readFileSync} from 'node:fs';
import {paged} from './commands/paged.ts';
import {speakDates} from './commands/speak-dates.ts';
import {setSwitches} from './commands/switches.ts';
import {asksForJson, exitCodes, reportError} from './commands/report-error.ts';
import {ignoreSizeLimit} from './ignore-size-limit.ts';
import {hearRemarks} from './tell-aside.ts';

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version;
}

/** Runs the command that the arguments name, and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  // Tests run one command after the other in one process.
  setSwitches();
  hearRemarks({});
  // The calls whose start people wait for are served before the argument parser is loaded.
  if (args.length === 0) return (await import('./commands/wizard/show-home.ts')).home();
  if (args.length === 1 && args[0] === 'list') {
    const {list} = await import('./commands/list/list.ts');
    speakDates();
    return paged(async () => list({}));
  }
  if (args.length === 1 && args[0] === 'status') {
    const {status} = await import('./commands/status/status.ts');
    speakDates();
    return paged(async () => status(undefined, {}));
  }
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  const {runProgram} = await import('./commands/program.ts');
  return runProgram(args, version());
}

let isUnwritten = false;

// A reader that goes away, as in "handoff-wizard status | head", is no error; a full disk is one, and what
// goes on is ended first.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  if (!isUnwritten)
    process.stderr.write(`Standard output could not be written whole: ${error.message}.\n`);
  isUnwritten = true;
  process.exitCode = exitCodes.internalError;
});

// A terminal that has gone away hears nothing any more.
process.stderr.on('error', () => undefined);

ignoreSizeLimit();

const args = process.argv.slice(2);
let code: number;
try {
  code = await main(args);
} catch (error) {
  code = await reportError(error, asksForJson(args));
}
process.exitCode = isUnwritten ? exitCodes.internalError : code;
