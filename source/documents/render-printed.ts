import {printedFolder} from '../handoff/model/document-set.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {handoffDigest} from '../handoff/standing/accepted/handoff-digest.ts';
import type {DocumentFormat} from './document-formats.ts';
import type {DocumentName} from './document-names.ts';
import {renderSet, type SetOptions} from './render-set.ts';
import {askedFiles} from './set-files.ts';
import {setOf, withSet, type WrittenSet} from './write-documents.ts';
import type {FileContent} from './write-files.ts';

/** One document in one form, to be printed, and what is recorded of it. */
export interface PrintedDocument {
  readonly content: FileContent;
  readonly remark: string | undefined;
  readonly set: WrittenSet;
}

/**
 * Renders one document in one form as it would be written into a folder, with its revision.
 *
 * @throws {TemplateError | InternalTextError | DocumentSecretError} as `renderSet` does
 */
export async function renderPrinted(
  handoff: Handoff,
  {name, format}: {readonly name: DocumentName; readonly format: DocumentFormat},
  options: SetOptions,
): Promise<PrintedDocument> {
  const asked = {...options, names: [name], formats: [format]};
  const made = {asOf: options.now, digest: handoffDigest(handoff)};
  const [file = ''] = askedFiles(handoff, asked);
  const set = setOf([file], made, printedFolder, asked);
  const {files, remark} = await renderSet(withSet(handoff, set), asked);
  return {content: files.get(file) ?? '', remark, set};
}
