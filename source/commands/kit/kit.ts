import path from 'node:path';
import {documentFormats, usualFormats} from '../../documents/document-formats.ts';
import {plural} from '../../documents/words/plural.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {writeKit} from '../../services/kit/write-kit.ts';
import {appendTo} from '../../store/append-changes.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {withProgress} from '../show-progress.ts';

export interface KitOptions {
  readonly handoff?: string;
  readonly out: string;
  /** False with `--no-pdf`. */
  readonly pdf: boolean;
  readonly force?: boolean;
  /** A private key of ssh or minisign. */
  readonly sign?: string;
  readonly json?: boolean;
}

/** Puts what the receiver gets into one zip. Lacking evidence is told and gives 4. */
export async function kit(id: string | undefined, options: KitOptions): Promise<number> {
  const context = await readContext();
  const {home, actor} = context;
  const reader = await chooseReader(home, {id, handoff: options.handoff}, 'acts');
  const handoff = reader.snapshot().handoff.id;
  const written = await withProgress(
    async (onProgress) =>
      writeKit({
        home,
        snapshot: () => reader.snapshot(),
        append: async (changes) =>
          appendTo(reader, {home, id: handoff, actor, decide: () => changes}),
        file: path.resolve(options.out),
        formats: options.pdf ? documentFormats : usualFormats,
        isForced: options.force ?? false,
        sign: options.sign,
        onProgress,
      }),
    {isQuiet: options.json},
  );
  const {done, file, count, digest, remarks, missingEvidence} = written;
  const {version, runbooks, demonstrations, checks, acceptance} = written.kit;
  if (options.json)
    printJson({
      handoff,
      isNew: done === 'Written',
      file,
      files: count,
      kit: digest,
      version,
      remarks,
      missingEvidence,
    });
  else {
    print(`${done}: ${showControls(file)} (${plural(count, 'file')})`);
    print(
      `For the receiver: ${plural(checks?.names.length ?? 0, 'check')}, ${plural(runbooks.length, 'runbook')}, ${plural(demonstrations.length, 'demonstration')}. They open it with "handoff-wizard open", or index.html in it.`,
    );
    if (acceptance.missing.length > 0) print('What stands in the way of their acceptance:');
    for (const text of acceptance.missing) print(`  ${text}`);
    for (const remark of remarks) print(remark);
    if (missingEvidence.length > 0)
      print(`Evidence that is not in this store, so not in the kit: ${missingEvidence.join(', ')}`);
  }
  tellNameNotice(context);
  return missingEvidence.length === 0 ? exitCodes.good : exitCodes.warnings;
}
