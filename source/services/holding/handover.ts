import {existsSync} from 'node:fs';
import path from 'node:path';
import {
  documentFormats,
  isDocumentFormat,
  type DocumentFormat,
} from '../../documents/document-formats.ts';
import {renderPrinted, type PrintedDocument} from '../../documents/render-printed.ts';
import type {Change} from '../../handoff/changes/catalogue.ts';
import {foldAsked} from '../../handoff/changes/fold.ts';
import {Problem} from '../../problem.ts';
import {judgeChanges} from '../../store/append-changes.ts';
import type {HandoffReader, Snapshot} from '../../store/snapshot.ts';
import {placeArchive} from '../archive/place-archive.ts';
import {documentOptions} from '../document-options.ts';
import {recordSet} from '../record-set.ts';
import {documentsPlace} from './documents-place.ts';

type PassingOn = Extract<Change, {type: 'handoff/passed-on'}>;

/** The document that goes with a passing on, before either is written. */
export interface Handover {
  readonly change: PassingOn;
  /** Absolute; nothing for standard output. */
  readonly file: string | undefined;
  readonly printed: PrintedDocument;
}

export interface HandoverOrder {
  readonly home: string;
  readonly actor: string;
  readonly reader: HandoffReader;
  readonly change: PassingOn;
  /** The file to write, `-` for standard output; where nothing is said, one beside the documents. */
  readonly out?: string | undefined;
  /** Whether another file that is there is written over. */
  readonly isForced: boolean;
}

/** `apex-payments-handover.html`, then `apex-payments-handover-2.html`. */
function freeFile(folder: string, id: string): string {
  const fileOf = (number: number) =>
    path.join(folder, `${id}-handover${number === 1 ? '' : `-${number}`}.html`);
  let number = 1;
  while (existsSync(fileOf(number))) number += 1;
  return fileOf(number);
}

function formatOf(file: string): DocumentFormat {
  const ending = path.extname(file).slice(1).toLowerCase();
  if (isDocumentFormat(ending)) return ending;
  throw new Problem(
    `${file} does not say in which form the document is wanted.`,
    `Let its name end in one of ${documentFormats.map((format) => `.${format}`).join(', ')}.`,
  );
}

/** Nothing is passed on where its document could not be written. */
function requirePlace(file: string, isForced: boolean): void {
  const folder = path.dirname(file);
  if (!existsSync(folder))
    throw new Problem(
      `There is no folder ${folder}. Nothing has been passed on.`,
      'Make it, or name another file with --out.',
    );
  if (existsSync(file) && !isForced)
    throw new Problem(
      `${file} is there already. Nothing has been passed on.`,
      'Name another file with --out, or write over it with --force.',
    );
}

/**
 * Renders the engineer handover as it is once the handoff is passed on, with nothing written.
 *
 * @throws {RefusedError} when it may not be passed on.
 * @throws {Problem} when the document cannot be written where it is wanted, or would show a secret.
 */
export async function prepareHandover(order: HandoverOrder): Promise<Handover> {
  const {home, actor, reader, change, out, isForced} = order;
  const {handoff: now} = reader.snapshot();
  const {id} = now;
  const usual = () => freeFile(path.dirname(documentsPlace(now)), id);
  const file = out === '-' ? undefined : out === undefined ? usual() : path.resolve(out);
  const format = file === undefined ? 'md' : formatOf(file);
  const request = {home, id, actor, decide: () => [change]};
  const {before, actions} = await judgeChanges(reader, request);
  if (file !== undefined) requirePlace(file, isForced);
  const journal = [...before.journal, ...actions];
  const [action] = actions;
  const handoff = action ? foldAsked(before.handoff, journal, action) : before.handoff;
  const printed = await renderPrinted(
    handoff,
    {name: 'engineer-handover', format},
    {now: new Date().toISOString(), ...documentOptions(home, {handoff, journal})},
  );
  return {change, file, printed};
}

/**
 * Writes the document once the handoff is passed on, and gives what has to be told of it.
 *
 * @throws {Problem} when the disk refuses; the handoff is passed on all the same, which it says.
 */
export async function placeHandover(
  {change, file, printed}: Handover,
  snapshot: () => Snapshot,
  append: (changes: readonly Change[]) => Promise<unknown>,
): Promise<readonly string[]> {
  if (file !== undefined)
    try {
      await placeArchive(file, Buffer.from(printed.content), true, 'engineer handover');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new Problem(
        `It is passed on to ${change.to}, and the document is missing. ${error.message}`,
        '"handoff-wizard docs --document engineer-handover --out -" prints it.',
        {cause: error},
      );
    }
  const notice = await recordSet(snapshot(), printed.set, append);
  return [printed.remark, notice].filter((line) => line !== undefined);
}
