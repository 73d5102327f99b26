import path from 'node:path';
import type {Audience} from '../../playbook/playbook.ts';
import {plural} from '../../documents/words/plural.ts';
import {writeArchive} from '../../services/archive/write-archive.ts';
import {readContext} from '../../services/context.ts';
import {appendTo} from '../../store/append-changes.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print, printRemark} from '../print.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {exitCodes} from '../report-error.ts';
import {withProgress} from '../show-progress.ts';

export interface ArchiveOptions {
  readonly handoff?: string;
  readonly out: string;
  readonly force?: boolean;
  readonly audience: Audience;
  /** A private key of ssh or minisign. */
  readonly sign?: string;
}

/** Puts all that is left of a handoff into one zip. Lacking evidence is told and gives 4. */
export async function archive(id: string | undefined, options: ArchiveOptions): Promise<number> {
  const {home, actor} = await readContext();
  const reader = await chooseReader(home, {id, handoff: options.handoff}, 'acts');
  const {audience} = options;
  const written = await withProgress(async (onProgress) =>
    writeArchive({
      home,
      snapshot: () => reader.snapshot(),
      append: async (changes) =>
        appendTo(reader, {home, id: reader.snapshot().handoff.id, actor, decide: () => changes}),
      file: path.resolve(options.out),
      audience,
      isForced: options.force ?? false,
      sign: options.sign,
      onProgress,
    }),
  );
  const {done, file, count, ownTemplates, remarks, notice} = written;
  print(`${done}: ${showControls(file)} (${plural(count, 'file')})`);
  if (audience === 'internal')
    print('It holds the journal with internal notes; --audience customer leaves them out.');
  for (const {file: used, origin} of ownTemplates) print(`Template used: ${used} (${origin})`);
  for (const remark of remarks) printRemark(remark);
  if (notice !== undefined) printRemark(notice);
  for (const kept of written.changedEvidence)
    print(`Evidence that was changed since it was kept, so left out: ${kept}`);
  const {missingEvidence} = written;
  if (missingEvidence.length === 0) return exitCodes.good;
  print(`Evidence that is not in this store, so not in the archive: ${missingEvidence.join(', ')}`);
  return exitCodes.warnings;
}
