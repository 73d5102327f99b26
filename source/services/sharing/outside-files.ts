import type {Buffer} from 'node:buffer';
import {plural} from '../../documents/words/plural.ts';
import {
  outsideBounds,
  writerFileProblem,
  type OutsideFile,
} from '../../store/sharing/outside-journal.ts';
import type {SharedHandoff, SharedPiece} from './shared-handoff.ts';

/** A file below the folder of a shared handoff, as it was found. */
export interface FoundFile {
  /** With forward slashes, such as `evidence/SHA256`. */
  readonly path: string;
  /** Whether it is a plain file: no link, and nothing that a repository holds in another way. */
  readonly isPlain: boolean;
  readonly bytes: number;
}

/** Reads files, in their order; nothing for one that cannot be read. */
export type ReadFound<F extends FoundFile> = (
  files: readonly F[],
) => Promise<readonly (Buffer | undefined)[]>;

const evidencePath = /^evidence\/([0-9a-f]{64})$/u;

/** Ours, and said nothing of. */
const silent: ReadonlySet<string> = new Set(['.gitattributes', 'README.md']);

function problemOf({path, isPlain, bytes}: FoundFile): string | undefined {
  if (silent.has(path)) return undefined;
  if (!isPlain) return 'is a link or no file';
  if (evidencePath.test(path))
    return bytes > outsideBounds.piece ? 'is larger than evidence is' : undefined;
  if (path.includes('/') || !path.endsWith('.jsonl')) return 'is nothing that a handoff has';
  if (bytes > outsideBounds.file) return 'is larger than any journal';
  return writerFileProblem(path);
}

function within<F extends FoundFile>(files: readonly F[], most: number, count: number) {
  let bytes = 0;
  return files.filter((file, index) => (bytes += file.bytes) <= most && index < count);
}

/**
 * A shared handoff of what was found in its folder. What is no part of one is told and left out, and
 * what is more than any handoff has is not read.
 */
export async function sharedOf<F extends FoundFile>(
  id: string,
  found: readonly F[],
  read: ReadFound<F>,
): Promise<SharedHandoff> {
  const fine = found.filter((file) => problemOf(file) === undefined && !silent.has(file.path));
  const journals = fine.filter(({path}) => !evidencePath.test(path));
  const pieces = fine.filter(({path}) => evidencePath.test(path));
  const readable = within(journals, outsideBounds.journal, outsideBounds.files);
  const kept = within(pieces, outsideBounds.evidence, outsideBounds.pieces);
  const texts = await read(readable);
  const files = readable.flatMap(({path: name}, index): OutsideFile[] => {
    const bytes = texts[index];
    return bytes ? [{name, text: bytes.toString('utf8')}] : [];
  });
  const evidence = kept.map((file): SharedPiece => ({
    sha256: evidencePath.exec(file.path)?.[1] ?? '',
    read: async () => (await read([file]))[0],
  }));
  const left = fine.length - readable.length - kept.length;
  return {
    id,
    files,
    evidence,
    remarks: [
      ...found.flatMap((file) => {
        const problem = problemOf(file);
        return problem === undefined ? [] : [`Left out: ${id}/${file.path} ${problem}.`];
      }),
      ...(left > 0
        ? [`Left out: ${plural(left, 'file')} of ${id}, since it is larger than any handoff.`]
        : []),
    ],
  };
}
