import path from 'node:path';
import {plural} from '../../documents/words/plural.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext} from '../../services/context.ts';
import {expandHome} from '../../expand-home.ts';
import {writeBundle} from '../../services/sharing/write-bundle.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print} from '../print.ts';
import {printRemarks} from '../print-remarks.ts';
import {exitCodes} from '../report-error.ts';

export interface ShareOptions {
  readonly handoff?: string;
  readonly file?: string;
  readonly force?: boolean;
}

/** Shares a handoff with colleagues. */
export async function share(id: string | undefined, options: ShareOptions): Promise<number> {
  const {home} = await readContext();
  const reader = await chooseReader(home, {id, handoff: options.handoff}, 'acts');
  const {handoff} = reader.snapshot();
  const file = path.resolve(expandHome(options.file ?? ''));
  const written = await writeBundle(home, handoff.id, file, options.force ?? false);
  print(
    `${written.done}: ${showControls(file)} (${plural(written.writers, 'journal')}, ${plural(written.evidence, 'piece')} of evidence)`,
  );
  print('It holds all that the team has noted: send it to colleagues only.');
  print(`They take it in with "handoff-wizard import ${path.basename(file)}".`);
  printRemarks(written.remarks);
  return exitCodes.good;
}
