import {hasColors} from '../has-colors.ts';
import {randomUUID} from 'node:crypto';
import {access, constants, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {CheckRun} from '../../checks/check-result.ts';
import {exitCodeOf} from '../../checks/count-outcomes.ts';
import {formatRun, type ReportFormat} from '../../checks/reporters/report-formats.ts';
import {Problem} from '../../problem.ts';
import {noteWritten, whoseFile} from '../../store/written-files.ts';
import type {CheckOptions} from './check-options.ts';
import {print} from '../print.ts';

/** The form that the options ask for. */
export function formatOf({format, json}: CheckOptions): ReportFormat {
  return format ?? (json ? 'json' : 'text');
}

/** Whether standard output is for people, not for a program that reads the report. */
export function isForPeople(options: CheckOptions): boolean {
  return formatOf(options) === 'text' || options.out !== undefined;
}

function cannotWrite(file: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(
    `The report cannot be written to ${file}: ${reason}.`,
    'Name another with --out.',
  );
}

/** @throws {Problem} when another's file lies there. */
async function requireOwn(home: string, file: string): Promise<void> {
  if ((await whoseFile(home, file)) !== 'other') return;
  throw new Problem(
    `${file} is there already, and is no report that was written there and left as it was.`,
    'Nothing was written over. Name another with --out, or move it away.',
  );
}

/**
 * Finds out before a long run whether its report can be written.
 *
 * @throws {Problem} when the folder is missing or may not be written to, or another's file is there.
 */
export async function requireRoomForReport(home: string, {out}: CheckOptions): Promise<void> {
  if (out === undefined) return;
  await requireOwn(home, out);
  try {
    await access(path.dirname(path.resolve(out)), constants.W_OK);
  } catch (error) {
    throw cannotWrite(out, error);
  }
}

/** Replaces the file as a whole, so that a collector never reads half a report. */
async function writeReport(home: string, file: string, text: string): Promise<void> {
  await requireOwn(home, file);
  const draft = path.join(path.dirname(path.resolve(file)), `.${randomUUID()}.part`);
  try {
    await writeFile(draft, text);
    await noteWritten(home, file, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, {force: true});
    throw cannotWrite(file, error);
  }
}

/** Prints a run as asked. With --out the report goes to the file, and the text to the terminal. */
export async function report(home: string, run: CheckRun, options: CheckOptions): Promise<void> {
  const look = {
    color: hasColors(),
    width: process.stdout.columns || 100,
  };
  const format = formatOf(options);
  print(await formatRun(options.out === undefined ? format : 'text', run, look));
  if (options.out !== undefined)
    await writeReport(home, options.out, await formatRun(format, run, {color: false, width: 100}));
}

/** The exit code of a run: the program's own, or the plugin's when the report is for Nagios. */
export async function exitCodeFor(run: CheckRun, options: CheckOptions): Promise<number> {
  if (formatOf(options) !== 'nagios') return exitCodeOf(run);
  return (await import('../../checks/reporters/nagios-report.ts')).nagiosCodeOf(run);
}
