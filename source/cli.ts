import {readFileSync} from 'node:fs';
import {reportError} from './commands/report-error.ts';
import {ignoreSizeLimit} from './ignore-size-limit.ts';

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version;
}

/** Runs the command that the arguments name, and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  // The calls whose start people wait for are served before the argument parser is loaded.
  if (args.length === 0) return (await import('./commands/wizard/show-home.ts')).home();
  if (args.length === 1 && args[0] === 'list')
    return (await import('./commands/list/list.ts')).list({});
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  const {runProgram} = await import('./commands/program.ts');
  return runProgram(args, version());
}

// A reader that goes away, as in "handoff-wizard status | head", is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

// A terminal that has gone away hears nothing any more.
process.stderr.on('error', () => undefined);

ignoreSizeLimit();

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = await reportError(error);
}
