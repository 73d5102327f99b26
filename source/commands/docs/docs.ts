import path from 'node:path';
import type {Audience} from '../../playbook/playbook.ts';
import {documentsFor} from '../../documents/document-names.ts';
import {
  documentFormats,
  isDocumentFormat,
  type DocumentFormat,
} from '../../documents/document-formats.ts';
import {issueLines} from '../../documents/words/issue-words.ts';
import {writeDocuments} from '../../documents/write-documents.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import {noteOutside} from '../../services/look-outside.ts';
import {Problem} from '../../problem.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {appendTo} from '../../store/append-changes.ts';
import {chooseReader} from '../choose-handoff.ts';
import {readContext} from '../../services/context.ts';
import {print, printRemark} from '../print.ts';
import {documentOptions} from '../../services/document-options.ts';
import {recordSet} from '../../services/record-set.ts';
import {withProgress} from '../show-progress.ts';

export interface DocsOptions {
  readonly handoff?: string;
  /** Of one that goes to standard output. */
  readonly document?: string;
  /** `-` is standard output. */
  readonly out: string;
  readonly format?: string;
  readonly force?: boolean;
  readonly audience?: Audience;
}

/** The formats named in a list such as `md,html,pdf`, in the order in which they are written. */
export function readFormats(list: string): readonly DocumentFormat[] {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  const known = documentFormats.join(', ');
  const unknown = names.find((name) => !isDocumentFormat(name));
  if (unknown !== undefined) {
    const what =
      unknown === '' ? 'A format is missing in' : `"${unknown}" is no format of documents in`;
    throw new Problem(
      `${what} --format ${list}.`,
      `Choose from ${known}, with commas between them.`,
    );
  }
  return documentFormats.filter((format) => names.includes(format));
}

/** Writes the documents of a handoff into a folder. */
export async function docs(id: string | undefined, options: DocsOptions): Promise<number> {
  if (options.out === '-') return (await import('./print-document.ts')).printDocument(id, options);
  if (options.document !== undefined)
    throw new Problem(
      'A folder gets all documents, so none is chosen.',
      'Write one to standard output with --out -, which may go to a file.',
    );
  const formats = options.format === undefined ? undefined : readFormats(options.format);
  const {home, actor} = await readContext();
  const reader = await chooseReader(home, {id, handoff: options.handoff}, 'acts');
  const append = async (changes: readonly Change[]) =>
    appendTo(reader, {home, id: reader.snapshot().handoff.id, actor, decide: () => changes});
  await noteOutside(home, reader.snapshot(), append);
  const snapshot = reader.snapshot();
  const folder = path.resolve(options.out);
  const done = await withProgress(async (onProgress) =>
    writeDocuments(snapshot.handoff, folder, {
      formats,
      isForced: options.force ?? false,
      now: new Date().toISOString(),
      audience: options.audience,
      ...documentOptions(home, snapshot),
      onProgress,
    }),
  );
  const {written, unchanged, removed, kept, ownTemplates, remark, set} = done;
  const notice = await recordSet(snapshot, set, append);
  for (const line of issueLines(snapshot.handoff, set)) print(line);
  for (const file of written) print(`Written: ${showControls(path.join(folder, file))}`);
  for (const file of unchanged) print(`Unchanged: ${showControls(path.join(folder, file))}`);
  for (const file of removed) print(`Removed: ${showControls(path.join(folder, file))}`);
  for (const file of kept)
    print(
      `Not part of this set, and kept since it was changed by hand: ${showControls(path.join(folder, file))}`,
    );
  for (const {file, origin} of ownTemplates) print(`Template used: ${file} (${origin})`);
  const shown = new Set(documentsFor(snapshot.handoff, options.audience).map(({name}) => name));
  const leftOut = documentsFor(snapshot.handoff, undefined)
    .map(({name}) => name)
    .filter((name) => !shown.has(name));
  if (leftOut.length > 0) print(`Not for the customer, so left out: ${leftOut.join(', ')}`);
  if (remark !== undefined) printRemark(remark);
  if (notice !== undefined) printRemark(notice);
  return 0;
}
