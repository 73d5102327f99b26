import path from 'node:path';
import {plural} from '../../documents/words/plural.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext} from '../../services/context.ts';
import {expandHome} from '../../expand-home.ts';
import {syncHandoff} from '../../services/sharing/sync-handoff.ts';
import {writeBundle} from '../../services/sharing/write-bundle.ts';
import {readPlaces} from '../../store/sharing/places-here.ts';
import {chooseReader} from '../choose-handoff.ts';
import {hasTerminal, print} from '../print.ts';
import {printRemarks} from '../print-remarks.ts';
import {exitCodes} from '../report-error.ts';
import {printSynced} from './print-synced.ts';

export interface ShareOptions {
  readonly handoff?: string;
  readonly folder?: string;
  readonly file?: string;
  readonly force?: boolean;
}

async function shareAsFile(
  home: string,
  id: string,
  {file: named = '', force = false}: ShareOptions,
): Promise<number> {
  const file = path.resolve(expandHome(named));
  const written = await writeBundle(home, id, file, force);
  print(
    `${written.done}: ${showControls(file)} (${plural(written.writers, 'journal')}, ${plural(written.evidence, 'piece')} of evidence)`,
  );
  print('It holds all that the team has noted: send it to colleagues only.');
  print(`They take it in with "handoff-wizard import ${path.basename(file)}".`);
  printRemarks(written.remarks);
  return exitCodes.good;
}

/** Shares a handoff with colleagues: in the repository of its workspace, or as a file. */
export async function share(id: string | undefined, options: ShareOptions): Promise<number> {
  const context = await readContext();
  const {home} = context;
  const reader = await chooseReader(home, {id, handoff: options.handoff}, 'acts');
  const {handoff} = reader.snapshot();
  if (options.file !== undefined) return shareAsFile(home, handoff.id, options);
  const usual = readPlaces(home, handoff.id).shared ?? handoff.workspace;
  const folder = options.folder === undefined ? usual : path.resolve(expandHome(options.folder));
  const synced = await syncHandoff({
    ...context,
    id: handoff.id,
    folder,
    git: {hasTerminal: hasTerminal()},
    isSharing: true,
    choice: 'needed',
    isLocal: true,
  });
  printSynced(synced);
  if (synced.isCommitted)
    print(
      'Everybody who can read the repository can read all that the team has noted. "handoff-wizard sync" pushes it.',
    );
  return synced.remarks.length > 0 ? exitCodes.warnings : exitCodes.good;
}
