import {access, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Handoff} from '../handoff/model/handoff.ts';
import {makeFolder} from '../make-folder.ts';
import {ChangedDocumentsError, toFolderError} from './folder-errors.ts';
import {documentFormats, usualFormats, type DocumentFormat} from './formats.ts';
import {formatManifest, manifestName, parseManifest, sha256, type Manifest} from './manifest.ts';
import {renderSet, type SetOptions} from './render-set.ts';
import type {FoundTemplate} from './templates/read-template.ts';
import {writeFiles, type FileContent} from './write-files.ts';

export interface WriteOptions extends SetOptions {
  /** Writes over files that a person made or changed. */
  readonly isForced?: boolean | undefined;
}

/** File names within the folder, the manifest left out. */
export interface WrittenDocuments {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** The templates used that are not the program's own. */
  readonly ownTemplates: readonly FoundTemplate[];
}

type Files = ReadonlyMap<string, FileContent>;

/**
 * The usual formats, and those that an earlier writing left: the PDF of last week next to the text
 * of today would mislead.
 */
async function usualFormatsIn(folder: string): Promise<readonly DocumentFormat[]> {
  const text = await readFile(path.join(folder, manifestName), 'utf8').catch(() => '');
  const files = [...(parseManifest(text)?.keys() ?? [])];
  return documentFormats.filter(
    (format) => usualFormats.includes(format) || files.some((file) => file.endsWith(`.${format}`)),
  );
}

async function readExisting(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What stands in the folder before anything is written: hashes of the files that would go. */
async function hashExisting(folder: string, files: Files): Promise<Manifest> {
  const hashes = new Map<string, string>();
  for (const name of files.keys()) {
    const content = await readExisting(path.join(folder, name));
    if (content) hashes.set(name, sha256(content));
  }
  return hashes;
}

/** The entries whose files are still there; a document thrown away is no longer vouched for. */
async function withoutLost(folder: string, manifest: Manifest): Promise<Manifest> {
  const entries = await Promise.all(
    [...manifest].map(async (entry) => {
      const isThere = await access(path.join(folder, entry[0])).then(
        () => true,
        () => false,
      );
      return isThere ? [entry] : [];
    }),
  );
  return new Map(entries.flat());
}

interface FolderState {
  readonly existing: Manifest;
  /** What the last writing left; nothing where there is no manifest, or one of another kind. */
  readonly manifest: Manifest | undefined;
  readonly hasForeignManifest: boolean;
}

async function readFolder(folder: string, files: Files): Promise<FolderState> {
  makeFolder(folder);
  const text = await readExisting(path.join(folder, manifestName));
  const manifest = text && parseManifest(text.toString());
  return {
    existing: await hashExisting(folder, files),
    manifest: manifest ? await withoutLost(folder, manifest) : undefined,
    hasForeignManifest: text !== undefined && manifest === undefined,
  };
}

function changedFiles({existing, manifest, hasForeignManifest}: FolderState, files: Files) {
  const changed = [...existing].filter(
    ([name, hash]) => hash !== manifest?.get(name) && hash !== sha256(files.get(name) ?? ''),
  );
  return [...changed.map(([name]) => name), ...(hasForeignManifest ? [manifestName] : [])];
}

async function writeChanges(
  folder: string,
  files: Files,
  {existing, manifest}: FolderState,
): Promise<Omit<WrittenDocuments, 'ownTemplates'>> {
  const hashes = new Map([...files].map(([name, content]) => [name, sha256(content)]));
  const written = [...files.keys()].filter((name) => existing.get(name) !== hashes.get(name));
  const unchanged = [...files.keys()].filter((name) => !written.includes(name));
  const contents = new Map(written.map((name) => [name, files.get(name) ?? '']));
  // The manifest goes last and speaks only of files that are in their places.
  contents.set(manifestName, formatManifest(new Map([...(manifest ?? []), ...hashes])));
  await writeFiles(folder, contents);
  return {written, unchanged};
}

/**
 * Renders documents and writes them into a folder, which is made if missing, with a manifest that
 * `sha256sum -c` checks. Everything is rendered before the first file is touched.
 *
 * @throws {TemplateError | InternalTextError} when a template is wrong, or would show a customer what
 *   is internal; earlier documents stay as they are.
 * @throws {ChangedDocumentsError} when a file would be written over that a person made or changed.
 * @throws {OutputFolderError} when the folder cannot be used.
 */
export async function writeDocuments(
  handoff: Handoff,
  outFolder: string,
  options: WriteOptions,
): Promise<WrittenDocuments> {
  const formats = options.formats ?? (await usualFormatsIn(outFolder));
  const {files, ownTemplates} = await renderSet(handoff, {...options, formats});
  try {
    const state = await readFolder(outFolder, files);
    const changed = options.isForced ? [] : changedFiles(state, files);
    if (changed.length > 0) throw new ChangedDocumentsError(outFolder, changed);
    return {...(await writeChanges(outFolder, files, state)), ownTemplates};
  } catch (error) {
    throw toFolderError(outFolder, error);
  }
}
