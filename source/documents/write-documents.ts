import path from 'node:path';
import type {DocumentSet} from '../handoff/model/document-set.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {keepState} from '../handoff/standing/issued/issued-state.ts';
import {handoffDigest} from '../handoff/standing/accepted/handoff-digest.ts';
import {changeFolder, type ChangedFolder} from './change-folder.ts';
import {ChangedDocumentsError, OtherHandoffError, toFolderError} from './folder-errors.ts';
import {readFolder, type FolderState} from './folder-state.ts';
import {documentFormats, usualFormats, type DocumentFormat} from './document-formats.ts';
import {sha256} from './manifest.ts';
import {renderSet, type SetOptions} from './render-set.ts';
import {askedFiles, documentOf, isRenewed, isSetFile, writtenName} from './set-files.ts';
import type {FoundTemplate} from './templates/read-template.ts';
import type {Made} from './words/stamp-words.ts';
import type {FileContent} from './write-files.ts';

export interface WriteOptions extends SetOptions {
  /** Writes over files that a person made or changed. */
  readonly isForced?: boolean | undefined;
}

/** What was written, without when and by whom that is recorded. */
export type WrittenSet = Omit<DocumentSet, 'at' | 'by'>;

export interface WrittenDocuments extends ChangedFolder {
  /** The templates used that are not the program's own. */
  readonly ownTemplates: readonly FoundTemplate[];
  /** What the writer is to be told, such as characters that no font has. */
  readonly remark: string | undefined;
  readonly set: WrittenSet;
}

type Files = ReadonlyMap<string, FileContent>;

/**
 * The usual formats, and those that an earlier writing left: the PDF of last week next to the text
 * of today would mislead.
 */
function usualFormatsIn({vouched}: FolderState): readonly DocumentFormat[] {
  const files = [...vouched.keys()];
  return documentFormats.filter(
    (format) => usualFormats.includes(format) || files.some((file) => file.endsWith(`.${format}`)),
  );
}

/** Whether what lies in the folder is of the same moment and state, so that it may stay. */
function isSameSet({made}: FolderState, {asOf, digest}: Made): boolean {
  return made.length > 0 && made.every((each) => each?.asOf === asOf && each.digest === digest);
}

/** Files of an earlier moment that would lie next to what is written now. */
function staleFiles(
  handoff: Handoff,
  state: FolderState,
  made: Made,
  options: SetOptions,
): string[] {
  if (isSameSet(state, made)) return [];
  const asked = new Set(askedFiles(handoff, options));
  return [...state.existing.keys()].filter((file) => !asked.has(file) && isRenewed(file, options));
}

function changedFiles({existing, vouched, foreign}: FolderState, files: Files): readonly string[] {
  const changed = [...existing].filter(
    ([name, hash]) =>
      files.has(name) && hash !== vouched.get(name) && hash !== sha256(files.get(name) ?? ''),
  );
  const folders = new Set([...files.keys()].map((file) => path.posix.dirname(file)));
  return [
    ...changed.map(([name]) => name),
    ...foreign.filter((file) => folders.has(path.posix.dirname(file))),
  ];
}

/** What stays of an earlier writing beside what is written: nothing that is of another moment. */
function stayingFiles(state: FolderState, made: Made, options: SetOptions): [string, string][] {
  if (!isSameSet(state, made)) return [];
  return [...state.vouched].filter(
    ([file]) => state.existing.has(file) && isRenewed(file, {journal: [], ...options}),
  );
}

/** What a set of files is, as the handoff records it. */
export function setOf(
  files: readonly string[],
  made: Made,
  folder: string,
  {audience}: Pick<SetOptions, 'audience'>,
): WrittenSet {
  const names = files.flatMap((file) => writtenName(file) ?? []);
  const formats = files.flatMap((file) => {
    const document = documentOf(file);
    return document && document.name !== 'index' ? [document.format] : [];
  });
  return {
    ...made,
    ...(audience ? {audience} : {}),
    formats: [...new Set(formats)],
    folder,
    documents: [...new Set(names)],
  };
}

/** The handoff as it is once the set is there: what it says of itself is so when it is read. */
export function withSet(handoff: Handoff, set: WrittenSet, by = handoff.createdBy): Handoff {
  const written = {...set, at: set.asOf, by};
  keepState(written, handoff);
  return {...handoff, documentSets: [...handoff.documentSets, written]};
}

/**
 * Renders documents and writes them into a folder, which is made if missing: those for the customer
 * into its `customer/`, the team's own into `internal/`, each with an index and a manifest that
 * `sha256sum -c` checks. Everything is rendered before the first file is touched. All of it, and all
 * that an earlier writing left there, is of one moment and one state; what a set has no more is taken
 * away, unless a person has changed it.
 *
 * @throws {TemplateError | InternalTextError} when a template is wrong, or would show a customer what
 *   is internal; earlier documents stay as they are.
 * @throws {DocumentSecretError} when a document would show a secret; it says what to change.
 * @throws {ChangedDocumentsError} when a file would be written over that a person made or changed.
 * @throws {OtherHandoffError} when the folder has the documents of another handoff.
 * @throws {OutputFolderError} when the folder cannot be used.
 */
export async function writeDocuments(
  handoff: Handoff,
  outFolder: string,
  options: WriteOptions,
): Promise<WrittenDocuments> {
  const made = {asOf: options.now, digest: handoffDigest(handoff)};
  try {
    const state = await readFolder(outFolder);
    const other = state.handoffs.find((id) => id !== handoff.id);
    if (other !== undefined && !options.isForced)
      throw new OtherHandoffError(outFolder, {holds: other, asked: handoff.id});
    const asked = {...options, formats: options.formats ?? usualFormatsIn(state)};
    const also = staleFiles(handoff, state, made, asked);
    const isPart = asked.names !== undefined;
    const beside = isPart ? [...state.existing.keys()].filter(isSetFile) : [];
    const planned = setOf([...askedFiles(handoff, asked), ...also], made, outFolder, asked);
    const {files, ownTemplates, remark} = await renderSet(withSet(handoff, planned), {
      ...asked,
      also,
      beside,
    });
    const changed = options.isForced ? [] : changedFiles(state, files);
    if (changed.length > 0) throw new ChangedDocumentsError(outFolder, changed);
    const staying = stayingFiles(state, made, asked);
    const hashes = [...files].map(([name, content]) => [name, sha256(content)] as const);
    const vouched = new Map([...staying, ...hashes]);
    const left = [...state.existing.keys()].filter(
      (file) => !vouched.has(file) && (!isPart || isSetFile(file)),
    );
    const outcome = {state, files, vouched, left, isPart};
    const result = await changeFolder(outFolder, handoff.id, made, outcome);
    return {...result, ownTemplates, remark, set: setOf([...files.keys()], made, outFolder, asked)};
  } catch (error) {
    throw toFolderError(outFolder, error);
  }
}
