import {existsSync, readFileSync} from 'node:fs';
import {stat} from 'node:fs/promises';
import path from 'node:path';
import {plural} from '../../documents/words/plural.ts';
import {evidenceFile, evidenceNamed, readEvidence} from '../../store/evidence.ts';
import {handoffFolder} from '../../store/handoff-folders.ts';
import {journalEnding, journalFiles} from '../../store/journal/journal-files.ts';
import {problemWords} from '../../store/journal/line-problem.ts';
import {
  outsideBounds,
  wholeLines,
  writerFileProblem,
  type OutsideFile,
} from '../../store/sharing/outside-journal.ts';
import {isSharedId} from '../../store/sharing/shared-id.ts';
import {SharingError} from '../../store/sharing/sharing-error.ts';
import {openReader} from '../../store/snapshot.ts';
import type {SharedHandoff, SharedPiece} from './shared-handoff.ts';

/** A name that any store takes for that of a journal file. */
function givenName(name: string): string {
  if (writerFileProblem(name) === undefined) return name;
  const plain = name
    .slice(0, -journalEnding.length)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${plain.slice(0, 80) || 'writer'}${journalEnding}`;
}

function readFiles(home: string, id: string): {files: OutsideFile[]; remarks: string[]} {
  const folder = handoffFolder(home, id);
  const remarks: string[] = [];
  const texts = new Map<string, string>();
  for (const name of journalFiles(folder)) {
    const {lines, problems} = wholeLines({
      name: path.join(folder, name),
      text: readFileSync(path.join(folder, name), 'utf8'),
    });
    remarks.push(...problems.map((problem) => `Not shared: ${problemWords(problem)}.`));
    const before = texts.get(givenName(name)) ?? '';
    texts.set(givenName(name), `${before}${lines.map((line) => `${line}\n`).join('')}`);
  }
  return {files: [...texts].map(([name, text]) => ({name, text})), remarks};
}

/** The pieces that may be given, as far as there is room for them. */
async function pieces(home: string, names: readonly string[]) {
  const given: SharedPiece[] = [];
  let bytes = 0;
  let large = 0;
  let lacking = 0;
  for (const sha256 of names) {
    const file = evidenceFile(home, sha256);
    const size = existsSync(file) ? (await stat(file)).size : undefined;
    if (size === undefined) lacking += 1;
    else if (
      size > outsideBounds.piece ||
      bytes + size > outsideBounds.evidence ||
      given.length >= outsideBounds.pieces
    )
      large += 1;
    else {
      bytes += size;
      const read = async () => {
        const kept = await readEvidence(home, sha256);
        return kept.state === 'kept' ? Buffer.from(kept.text) : undefined;
      };
      given.push({sha256, read});
    }
  }
  const remarks = [
    ...(large > 0
      ? [
          `${plural(large, 'piece')} of evidence ${large === 1 ? 'is' : 'are'} not shared: what is shared is at most ${outsideBounds.piece / 1024 ** 2} MiB a piece and ${outsideBounds.evidence / 1024 ** 2} MiB in all.`,
        ]
      : []),
    ...(lacking > 0
      ? [
          `${plural(lacking, 'piece')} of evidence ${lacking === 1 ? 'is' : 'are'} not in this store.`,
        ]
      : []),
  ];
  return {given, remarks};
}

/**
 * A handoff of the store as it is given to colleagues: whole lines of all journals, and the evidence
 * that they name.
 *
 * @throws {SharingError} when its id is a name that means something else where it is shared.
 * @throws {StoreError} when it cannot be read.
 */
export async function give(home: string, id: string): Promise<SharedHandoff> {
  if (!isSharedId(id))
    throw new SharingError(
      `"${id}" cannot be shared under this name: it means something else in .handoff.`,
      'Start it anew under another name of customer or system.',
    );
  // One of the first format gets its journal here.
  openReader(home, id);
  const {files, remarks} = readFiles(home, id);
  const bytes = files.reduce((sum, {text}) => sum + text.length, 0);
  if (bytes > outsideBounds.journal)
    throw new SharingError(
      `"${id}" was not shared: its journal has ${Math.ceil(bytes / 1024 ** 2)} MiB, more than anybody would take in.`,
      `${outsideBounds.journal / 1024 ** 2} MiB are the most.`,
    );
  const names = evidenceNamed(files.map(({text}) => text));
  const evidence = await pieces(home, names);
  return {id, files, evidence: evidence.given, remarks: [...remarks, ...evidence.remarks]};
}
