import {documentNames} from '../../documents/document-names.ts';
import {renderPrinted} from '../../documents/render-printed.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import {nearest} from '../../nearest.ts';
import {Problem} from '../../problem.ts';
import {readContext} from '../../services/context.ts';
import {documentOptions} from '../../services/document-options.ts';
import {noteOutside} from '../../services/look-outside.ts';
import {recordSet} from '../../services/record-set.ts';
import {appendTo} from '../../store/append-changes.ts';
import {remark} from '../../tell-aside.ts';
import {chooseReader} from '../choose-handoff.ts';
import {exitCodes} from '../report-error.ts';
import {withProgress} from '../show-progress.ts';
import {readFormats, type DocsOptions} from './docs.ts';

/** Documents that can be printed by themselves. */
const names = [...documentNames, 'invitation'] as const;

type Name = (typeof names)[number];

function readName(text: string | undefined): Name {
  const name = names.find((one) => one === text);
  if (name) return name;
  const close = text === undefined ? undefined : nearest(text, names);
  throw new Problem(
    text === undefined
      ? 'One document goes to standard output, and it is not said which.'
      : `There is no document "${text}".`,
    close === undefined
      ? `Name one with --document: ${names.join(', ')}.`
      : `Did you mean "${close}"?`,
  );
}

/** Writes to standard output, and says whether all of it was taken. */
async function isWritten(content: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.write(content, (error) => resolve(!error));
  });
}

/**
 * Writes one document to standard output, and records that it was written once it is.
 *
 * @throws {Problem} where it is not said which, or in more forms than one
 */
export async function printDocument(id: string | undefined, options: DocsOptions): Promise<number> {
  const name = readName(options.document);
  const [format, other] = readFormats(options.format ?? 'md');
  if (format === undefined || other !== undefined)
    throw new Problem('A document is printed in one format.', 'Name one of md, html and pdf.');
  if (format === 'pdf' && process.stdout.isTTY)
    throw new Problem(
      'A PDF is nothing to read on a terminal.',
      'Lead it to a file, as in >x.pdf.',
    );
  const {home, actor} = await readContext();
  const reader = await chooseReader(home, {id, handoff: options.handoff}, 'acts');
  const append = async (changes: readonly Change[]) =>
    appendTo(reader, {home, id: reader.snapshot().handoff.id, actor, decide: () => changes});
  await noteOutside(home, reader.snapshot(), append);
  const snapshot = reader.snapshot();
  const printed = await withProgress(async (onProgress) =>
    renderPrinted(
      snapshot.handoff,
      {name, format},
      {
        now: new Date().toISOString(),
        audience: options.audience,
        ...documentOptions(home, snapshot),
        onProgress,
      },
    ),
  );
  if (!(await isWritten(printed.content))) return exitCodes.internalError;
  const notice = await recordSet(snapshot, printed.set, append);
  if (printed.remark !== undefined) remark(printed.remark);
  if (notice !== undefined) remark(notice);
  return exitCodes.good;
}
