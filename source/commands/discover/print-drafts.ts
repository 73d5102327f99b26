import path from 'node:path';
import {discover} from '../../discovery/discover.ts';
import {hasColors} from '../has-colors.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {withProgress} from '../show-progress.ts';
import {draftLines} from './draft-lines.ts';
import {lookAtHost, type LiveOptions} from './look-at-host.ts';

/**
 * Prints what a folder, and what runs, say about a system. Anything that is not understood or could not
 * be asked makes it a warning.
 */
export async function printDrafts(folder = '.', options: LiveOptions = {}): Promise<number> {
  const {json = false} = options;
  const live = await lookAtHost(options);
  const found = await withProgress(
    async (onProgress) => discover(path.resolve(folder), {live, onProgress}),
    {isQuiet: json},
  );
  const width = process.stdout.isTTY ? process.stdout.columns : undefined;
  if (json) printJson({...found});
  else print(draftLines(found, {hasColor: hasColors(), width}).join('\n'));
  return found.problems.length > 0 ? exitCodes.warnings : exitCodes.good;
}
