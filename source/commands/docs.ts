import path from 'node:path';
import {storeHome} from '../store/home.ts';
import {readEvidence} from '../store/evidence.ts';
import {chooseSnapshot, print} from './context.ts';
import {Problem} from '../problem.ts';
import {documentFormats, isDocumentFormat, type DocumentFormat} from '../documents/formats.ts';
import {writeDocuments} from '../documents/write-documents.ts';

export interface DocsOptions {
  readonly out: string;
  readonly format?: string;
  readonly force?: boolean;
}

/** The formats named in a list such as `md,html,pdf`, in the order in which they are written. */
function readFormats(list: string): readonly DocumentFormat[] {
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
  const formats = options.format === undefined ? undefined : readFormats(options.format);
  const home = storeHome();
  const {handoff, journal} = chooseSnapshot(home, id);
  const folder = path.resolve(options.out);
  const {written, unchanged} = await writeDocuments(handoff, folder, {
    formats,
    isForced: options.force ?? false,
    now: new Date().toISOString(),
    revision: journal.length,
    readEvidence: (sha256) => readEvidence(home, sha256),
  });
  for (const file of written) print(`Written: ${path.join(folder, file)}`);
  for (const file of unchanged) print(`Unchanged: ${path.join(folder, file)}`);
  return 0;
}
