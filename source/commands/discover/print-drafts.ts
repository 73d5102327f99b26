import path from 'node:path';
import {discover} from '../../discovery/discover.ts';
import {hasColors} from '../has-colors.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {draftLines} from './draft-lines.ts';

/** Prints what a folder says about a system. A file that is not understood makes it a warning. */
export async function printDrafts(
  folder = '.',
  {json = false}: {readonly json?: boolean} = {},
): Promise<number> {
  const found = await discover(path.resolve(folder));
  const width = process.stdout.isTTY ? process.stdout.columns : undefined;
  if (json) printJson({format: 1, ...found});
  else print(draftLines(found, {hasColor: hasColors(), width}).join('\n'));
  return found.problems.length > 0 ? exitCodes.warnings : exitCodes.good;
}
