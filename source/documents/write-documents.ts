import type {DocumentSet} from '../handoff/model/document-set.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {handoffDigest} from '../handoff/standing/accepted/handoff-digest.ts';
import {makeFolder} from '../make-folder.ts';
import {ChangedDocumentsError, OtherHandoffError, toFolderError} from './folder-errors.ts';
import {readFolder, type FolderState} from './folder-state.ts';
import {documentFormats, usualFormats, type DocumentFormat} from './document-formats.ts';
import {manifestName, sha256} from './manifest.ts';
import {renderSet, type SetOptions} from './render-set.ts';
import {askedFiles, documentOf, isRenewable, writtenName} from './set-files.ts';
import {formatSetManifest} from './set-manifest.ts';
import type {FoundTemplate} from './templates/read-template.ts';
import type {Made} from './words/stamp-words.ts';
import {writeFiles, type FileContent} from './write-files.ts';

export interface WriteOptions extends SetOptions {
  /** Writes over files that a person made or changed. */
  readonly isForced?: boolean | undefined;
}

/** What was written, without when and by whom that is recorded. */
export type WrittenSet = Omit<DocumentSet, 'at' | 'by'>;

/** File names within the folder, the manifest left out. */
export interface WrittenDocuments {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of an earlier set that are no part of this one: still there, and not vouched for. */
  readonly left: readonly string[];
  /** The templates used that are not the program's own. */
  readonly ownTemplates: readonly FoundTemplate[];
  readonly set: WrittenSet;
}

type Files = ReadonlyMap<string, FileContent>;

/**
 * The usual formats, and those that an earlier writing left: the PDF of last week next to the text
 * of today would mislead.
 */
function usualFormatsIn({manifest}: FolderState): readonly DocumentFormat[] {
  const files = [...(manifest?.files.keys() ?? [])];
  return documentFormats.filter(
    (format) => usualFormats.includes(format) || files.some((file) => file.endsWith(`.${format}`)),
  );
}

/** Whether what lies in the folder is of the same moment and state, so that it may stay. */
function isSameSet({manifest}: FolderState, {asOf, digest}: Made): boolean {
  return manifest?.made?.asOf === asOf && manifest.made.digest === digest;
}

/** Files of an earlier moment that would lie next to what is written now. */
function staleFiles(state: FolderState, made: Made, options: SetOptions): string[] {
  if (isSameSet(state, made)) return [];
  const asked = new Set(askedFiles(options));
  return [...state.existing.keys()].filter(
    (file) => !asked.has(file) && isRenewable(file, options),
  );
}

function changedFiles({existing, manifest, hasForeignManifest}: FolderState, files: Files) {
  const changed = [...existing].filter(
    ([name, hash]) =>
      files.has(name) &&
      hash !== manifest?.files.get(name) &&
      hash !== sha256(files.get(name) ?? ''),
  );
  return [...changed.map(([name]) => name), ...(hasForeignManifest ? [manifestName] : [])];
}

/** What stays in the manifest besides what is written: nothing that is of another moment. */
function keptFiles(state: FolderState, made: Made, options: SetOptions): [string, string][] {
  if (!isSameSet(state, made)) return [];
  return [...(state.manifest?.files ?? [])].filter(
    ([file]) => state.existing.has(file) && isRenewable(file, {journal: [], ...options}),
  );
}

async function writeChanges(
  folder: string,
  files: Files,
  {
    handoff,
    state,
    made,
    kept,
  }: {
    handoff: string;
    state: FolderState;
    made: Made;
    kept: readonly [string, string][];
  },
): Promise<Pick<WrittenDocuments, 'written' | 'unchanged' | 'left'>> {
  const {existing, manifest} = state;
  const hashes = new Map([...files].map(([name, content]) => [name, sha256(content)]));
  const written = [...files.keys()].filter((name) => existing.get(name) !== hashes.get(name));
  const unchanged = [...files.keys()].filter((name) => !written.includes(name));
  const contents = new Map(written.map((name) => [name, files.get(name) ?? '']));
  const vouched = new Map([...kept, ...hashes]);
  // The manifest goes last and speaks only of files that are in their places.
  contents.set(manifestName, formatSetManifest(handoff, made, vouched));
  makeFolder(folder);
  await writeFiles(folder, contents);
  const left = [...(manifest?.files.keys() ?? [])].filter(
    (name) => existing.has(name) && !vouched.has(name),
  );
  return {written, unchanged, left};
}

/** What a set of files is, as the handoff records it. */
export function setOf(
  files: readonly string[],
  made: Made,
  folder: string,
  {audience}: Pick<SetOptions, 'audience'>,
): WrittenSet {
  const names = files.flatMap((file) => writtenName(file) ?? []);
  const formats = files.flatMap((file) => documentOf(file)?.format ?? []);
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
  return {...handoff, documentSets: [...handoff.documentSets, {...set, at: set.asOf, by}]};
}

/**
 * Renders documents and writes them into a folder, which is made if missing, with a manifest that
 * `sha256sum -c` checks. Everything is rendered before the first file is touched. All of it, and all
 * that an earlier writing left there, is of one moment and one state.
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
    const holds = state.manifest?.handoff ?? handoff.id;
    if (holds !== handoff.id && !options.isForced)
      throw new OtherHandoffError(outFolder, {holds, asked: handoff.id});
    const asked = {...options, formats: options.formats ?? usualFormatsIn(state)};
    const also = staleFiles(state, made, asked);
    const planned = setOf([...askedFiles(asked), ...also], made, outFolder, asked);
    const {files, ownTemplates} = await renderSet(withSet(handoff, planned), {...asked, also});
    const changed = options.isForced ? [] : changedFiles(state, files);
    if (changed.length > 0) throw new ChangedDocumentsError(outFolder, changed);
    const kept = keptFiles(state, made, asked);
    const result = await writeChanges(outFolder, files, {handoff: handoff.id, state, made, kept});
    return {...result, ownTemplates, set: setOf([...files.keys()], made, outFolder, asked)};
  } catch (error) {
    throw toFolderError(outFolder, error);
  }
}
