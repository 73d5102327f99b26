import path from 'node:path';
import {readContext} from '../../services/context.ts';
import {readBundle} from '../../services/sharing/read-bundle.ts';
import {receive, receivedWords} from '../../services/sharing/receive.ts';
import {SharingError} from '../../store/sharing/sharing-error.ts';
import {readWorkspace} from '../../services/read-workspace.ts';
import {print, printJson} from '../print.ts';
import {printRemarks} from '../print-remarks.ts';
import {exitCodes} from '../report-error.ts';
import type {ImportOptions, ImportSight} from './import-kinds.ts';

/** Unites the store with a handoff that a colleague has shared as a file. */
export async function importBundle(
  {file, zip}: ImportSight,
  {workspace, json = false}: ImportOptions,
): Promise<number> {
  if (!zip) throw new SharingError(`${file} is no zip.`);
  const folder = workspace === undefined ? process.cwd() : readWorkspace(workspace);
  const shared = await readBundle(zip, path.basename(file));
  const choice = workspace === undefined ? 'needed' : 'always';
  const received = await receive(await readContext(), shared, folder, choice);
  if (json) printJson(received);
  else {
    print(receivedWords(received));
    if (received.isNew)
      print(`Its workspace here is ${received.workspace}; --workspace names another.`);
    printRemarks(received.remarks);
  }
  return exitCodes.good;
}
