import {makeZip} from '../../documents/archive/write-zip.ts';
import {sha256 as hashOf} from '../../documents/manifest.ts';
import {readSnapshot} from '../../store/snapshot.ts';
import {placeArchive} from '../archive/place-archive.ts';
import {programVersion} from '../archive/program-version.ts';
import {bundleName, bundleFormat, type BundleInfo} from './bundle-info.ts';
import {give} from './give.ts';

/** What came of writing a bundle. */
export interface WrittenBundle {
  readonly done: 'Unchanged' | 'Written';
  /** How many journal files and pieces of evidence it holds. */
  readonly writers: number;
  readonly evidence: number;
  readonly remarks: readonly string[];
}

/**
 * Puts a handoff's journals and evidence into one file, for colleagues without git. The same handoff
 * gives the same bytes.
 *
 * @throws {Problem} when it cannot be written, or another file is there and `isForced` is not said.
 */
export async function writeBundle(
  home: string,
  id: string,
  file: string,
  isForced: boolean,
): Promise<WrittenBundle> {
  const {files, evidence, remarks} = await give(home, id);
  const content = new Map<string, string | Uint8Array>();
  for (const {name, text} of files) content.set(`journal/${name}`, text);
  let count = 0;
  for (const {sha256, read} of evidence) {
    const bytes = await read();
    if (bytes) content.set(`evidence/${sha256}`, bytes);
    count += Number(bytes !== undefined);
  }
  const info: BundleInfo = {
    kind: 'handoff-wizard bundle',
    format: bundleFormat,
    handoff: id,
    writtenBy: programVersion(),
    files: Object.fromEntries([...content].map(([name, held]) => [name, hashOf(held)])),
  };
  const all = new Map([[bundleName, `${JSON.stringify(info, undefined, 2)}\n`], ...content]);
  const bytes = await makeZip(id, all, readSnapshot(home, id).handoff.updatedAt);
  const done = await placeArchive(file, bytes, isForced);
  const changed = evidence.length - count;
  return {
    done,
    writers: files.length,
    evidence: count,
    remarks: [
      ...remarks,
      ...(changed > 0
        ? [`Evidence that was changed since it was kept, so left out: ${changed}.`]
        : []),
    ],
  };
}
