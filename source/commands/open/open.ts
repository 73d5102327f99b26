import path from 'node:path';
import {Problem} from '../../problem.ts';
import {readContext, type Context} from '../../services/context.ts';
import {openKit, openKitOr, type OpenedKit} from '../../services/kit/open-kit.ts';
import {readDocument} from '../../services/kit/read-document-text.ts';
import {readReceived} from '../../services/kit/received.ts';
import {hasTerminal, print, printJson, printLines} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {indexLines} from './index-lines.ts';

export interface OpenOptions {
  readonly signer?: string;
  readonly read?: string;
  readonly json?: boolean;
}

async function openAs(
  {home}: Context,
  file: string | undefined,
  {signer}: OpenOptions,
): Promise<OpenedKit> {
  if (file !== undefined) return openKit(home, path.resolve(file), signer);
  if (signer !== undefined)
    throw new Problem(
      'No kit is named that has to be signed.',
      'Name it: open FILE.zip --signer KEY.',
    );
  return openKitOr(home, undefined);
}

/** Looks at a kit: its index, or, on a terminal, all that can be done with it. */
export async function open(file: string | undefined, options: OpenOptions): Promise<number> {
  const context = await readContext();
  const opened = await openAs(context, file, options);
  if (options.read !== undefined) {
    print(await readDocument(opened, options.read));
    return exitCodes.good;
  }
  const received = readReceived(context, opened);
  if (options.json) {
    const {kit, digest, folder, files, signature} = opened;
    printJson({digest, folder, files, signature, kit, answered: received.receiving.entries});
    return exitCodes.good;
  }
  if (hasTerminal()) return (await import('./open-screens.ts')).openScreens(context, opened);
  printLines(indexLines(received, new Date().toISOString()));
  return exitCodes.good;
}
