import type Conf from 'conf';
import {handoffPath, readHandoffFile, rememberText, requireHandoff} from './handoff-files.ts';
import {currentSchema, type HandoffFile} from './file-format.ts';
import {ensureFolder, handoffsFolder} from './home.ts';
import {withLock} from './lock.ts';
import {notSaved, UnknownHandoffError} from './store-error.ts';

type Stored = HandoffFile & Record<string, unknown>;
type ConfClass = typeof Conf<Stored>;

// conf loads a JSON-schema validator, so it is only loaded for the first write.
async function loadConf(): Promise<ConfClass> {
  const {default: Conf} = await import('conf');
  return Conf;
}

function write(Conf: ConfClass, home: string, id: string, file: HandoffFile): void {
  const text = `${JSON.stringify(file)}\n`;
  try {
    const conf = new Conf({
      cwd: handoffsFolder(home),
      configName: id,
      projectName: 'handoff-wizard',
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
      serialize: () => text,
      // The file is replaced as a whole, so what conf reads of the old one is never used.
      deserialize: () => ({}) as Stored,
    });
    conf.store = {...file};
    rememberText(text, file);
  } catch (error) {
    throw notSaved(handoffPath(home, id), error);
  }
}

/** Loads what the first write needs, so that the first key press does not wait for it. */
export async function prepareToWrite(): Promise<void> {
  await Promise.all([loadConf(), import('proper-lockfile')]);
}

/**
 * Reads, changes and writes one handoff under its lock, atomically: either the new file stands
 * whole or the old one does. `change` gives nothing to leave the file alone.
 *
 * @throws {UnknownHandoffError} when there is no such handoff.
 * @throws {StoreError} when the file is broken (it is left as it is), the lock is not to be had or
 *   the disk refuses.
 */
export async function updateHandoffFile(
  home: string,
  id: string,
  change: (file: HandoffFile) => HandoffFile | undefined,
): Promise<HandoffFile> {
  const Conf = await loadConf();
  requireHandoff(home, id);
  return withLock(handoffPath(home, id), () => {
    const file = readHandoffFile(home, id);
    const next = change(file);
    if (next) write(Conf, home, id, next);
    return next ?? file;
  });
}

/** Writes a new handoff under the first free id of `candidates`, and gives that id. */
export async function createHandoffFile(
  home: string,
  candidates: Iterable<string>,
  makeJournal: (id: string) => HandoffFile['journal'],
): Promise<string> {
  const Conf = await loadConf();
  ensureFolder(home);
  ensureFolder(handoffsFolder(home));
  // One lock for all creations, so that two terminals never take the same free id.
  return withLock(handoffsFolder(home), () => {
    for (const id of candidates) {
      if (isTaken(home, id)) continue;
      write(Conf, home, id, {schema: currentSchema, journal: makeJournal(id)});
      return id;
    }
    throw new Error('No free id was offered for the new handoff.');
  });
}

function isTaken(home: string, id: string): boolean {
  try {
    readHandoffFile(home, id);
    return true;
  } catch (error) {
    return !(error instanceof UnknownHandoffError);
  }
}
