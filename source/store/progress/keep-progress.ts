import path from 'node:path';
import {ensureFolder} from '../store-home.ts';
import {loadConf} from '../load-conf.ts';
import type {JournalSize} from '../journal/journal-files.ts';
import type {CursorPosition} from './cursor.ts';
import {sweepConf, sweepOnce as sweepUnfinished} from '../unfinished.ts';
import {progressFile, progressFolder, readProgress, type Progress} from './progress-file.ts';
import {replaceWhole} from './replace-whole.ts';
import {withSum} from './sum.ts';
import {summarize} from './summarize.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';

const swept = new Set<string>();

function sweepOnce(file: string): void {
  sweepUnfinished(path.dirname(file));
  if (!swept.has(file)) sweepConf(file);
  swept.add(file);
}

async function write(home: string, id: string, progress: Progress): Promise<void> {
  const Conf = await loadConf();
  ensureFolder(home);
  ensureFolder(progressFolder(home));
  sweepOnce(progressFile(home, id));
  const conf = new Conf<Progress & Record<string, unknown>>({
    cwd: progressFolder(home),
    configName: id,
    projectName: 'handoff-wizard',
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    serialize: withSum,
    // It is replaced as a whole, so what conf reads of the old one is never used.
    deserialize: () => ({}) as Progress & Record<string, unknown>,
  });
  replaceWhole(progressFile(home, id), () => {
    conf.store = {...progress};
  });
}

/** What a handoff's journal comes to. */
export interface Standing {
  readonly handoff: Handoff;
  readonly journal: readonly unknown[];
  readonly heads: readonly string[];
  /** As it was read, which is not as it is by now where others write as well. */
  readonly size: JournalSize;
  readonly gone: readonly string[];
}

/** Whether the kept progress was made from the journal as it was read. */
export function isProgressOf(home: string, id: string, standing: Standing): boolean {
  const {from} = readProgress(home, id) ?? {};
  const {journal, heads, size} = standing;
  return (
    from !== undefined &&
    from.files === size.files &&
    from.bytes === size.bytes &&
    from.actions === journal.length &&
    from.heads.join() === heads.join()
  );
}

/**
 * Keeps where a handoff stands, and the cursor where it is given. It can be made anew from the
 * journal at any time, so a disk that refuses costs nothing but that.
 */
export async function keepProgress(
  home: string,
  id: string,
  {handoff, journal, heads, size, gone}: Standing,
  cursor?: CursorPosition,
): Promise<void> {
  const {cursor: before, looked} = readProgress(home, id) ?? {};
  const kept = cursor ?? before;
  try {
    await write(home, id, {
      format: 1,
      ...(kept ? {cursor: kept} : {}),
      ...(looked ? {looked} : {}),
      from: {...size, actions: journal.length, heads},
      ...(gone.length > 0 ? {gone} : {}),
      summary: summarize(handoff),
    });
  } catch {
    // Read-only or full: it is made anew where it is needed.
  }
}

/** Keeps where the cursor is, and leaves the rest as it stands. */
export async function keepCursor(home: string, id: string, cursor: CursorPosition): Promise<void> {
  try {
    await write(home, id, {format: 1, ...readProgress(home, id), cursor});
  } catch {
    // A cursor that could not be kept costs nothing but the place.
  }
}

/** Keeps what somebody has seen of what colleagues did: all that the newest lines go on from. */
export async function keepLook(home: string, id: string, looked: readonly string[]): Promise<void> {
  try {
    await write(home, id, {format: 1, ...readProgress(home, id), looked});
  } catch {
    // It is told once more then.
  }
}
