import {createHash} from 'node:crypto';
import {keepText} from '../../capture/raw-output.ts';
import {missingProgram, programNotFound} from '../../../programs/missing-program.ts';
import {whyNotStarted} from '../../../programs/why-not-started.ts';
import {sniff, toUtf8} from '../../text/encoding.ts';
import type {MeasureContext, Measurement} from '../kind.ts';
import type {LineScanner} from '../../text/line-scanner.ts';
import {createScanner, measured, type Scan} from './log-scan.ts';

function unknown(message: string): Measurement {
  return {values: {}, verdict: {outcome: 'unknown', message}};
}

/** Looks at what a command prints. */
export async function scanCommand(
  command: string | readonly string[],
  scan: Scan,
  {run, isElsewhere}: MeasureContext,
): Promise<Measurement> {
  // Line by line for each stream by itself: what comes between two halves of a line is not part of it.
  const [stdout, stderr] = [createScanner(scan), createScanner(scan)];
  const complaints = keepText();
  const hash = createHash('sha256');
  let failure: {readonly error: unknown} | undefined;
  const take = (scanner: LineScanner) => {
    let convert: ReturnType<typeof toUtf8> | undefined;
    const pushInto = (chunk: Uint8Array) => {
      if (!convert) {
        const found = sniff(chunk, scan.encoding);
        if (found.type === 'binary') scan.unseen.push(`what the command prints is ${found.what}`);
        convert = toUtf8(found.type === 'text' ? found.encoding : undefined);
      }
      scanner.push(convert(chunk));
    };
    return guarded(pushInto);
  };
  const guarded = (pushInto: (chunk: Uint8Array) => void) => (chunk: Uint8Array) => {
    hash.update(chunk);
    scan.bytes += chunk.length;
    if (failure) return;
    try {
      pushInto(chunk);
    } catch (error) {
      // Thrown on in a stream's event, it would end the program.
      failure = {error};
    }
  };
  const takeStderr = take(stderr);
  const end = await run({
    command,
    onStdout: take(stdout),
    onStderr(chunk) {
      complaints.push(chunk);
      takeStderr(chunk);
    },
  });
  if (end.type === 'aborted') return {values: {}, isCutShort: true};
  if (end.type === 'not-started') return unknown(whyNotStarted(end));
  if (failure) throw failure.error;
  stdout.end();
  stderr.end();
  const found = measured(scan, hash.digest('hex'));
  if (end.exit !== 0) {
    const said = complaints.text().text.trim();
    const missing = end.exit === 127 ? programNotFound(said) : undefined;
    const place = isElsewhere ? 'where the command runs' : undefined;
    const reason = `The command that gives the log ended with exit code ${end.exit}${said === '' ? '.' : `: ${said}`}`;
    return {
      ...found,
      ...unknown(missing ? missingProgram(missing, place) : reason),
      code: end.exit,
    };
  }
  return {...found, code: 0};
}
