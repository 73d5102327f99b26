import type {Context} from '../context.ts';
import {answerEntrySchema, answerBounds, type AnswerEntry} from '../../handoff/kits/answer-file.ts';
import {
  entryRefusal,
  receivedHandoff,
  type Receiving,
} from '../../handoff/kits/received-handoff.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {Refusal} from '../../handoff/rules/refused.ts';
import {Problem} from '../../problem.ts';
import {RefusedError} from '../../store/refused-error.ts';
import {appendEntryLines, readEntryLines} from '../../store/received/received-store.ts';
import path from 'node:path';
import {entryWithoutSecrets} from './entry-without-secrets.ts';
import type {OpenedKit} from './open-kit.ts';

/** A kit with all that its receiver has done with it so far. */
export interface Received {
  readonly opened: OpenedKit;
  readonly receiving: Receiving;
  /** The same as a handoff. */
  readonly handoff: Handoff;
}

/** An entry that was taken back, by its place among all lines, counted from 0. */
interface Withdrawn {
  readonly withdrawn: number;
}

function isWithdrawn(line: unknown): line is Withdrawn {
  return typeof line === 'object' && line !== null && 'withdrawn' in line;
}

/** The entries in force with their places among all lines; what cannot be read any more is left out. */
function entriesOf(lines: readonly unknown[]): readonly (readonly [number, AnswerEntry])[] {
  const gone = new Set(lines.filter(isWithdrawn).map(({withdrawn}) => withdrawn));
  return lines.flatMap((line, index) => {
    const {data} = answerEntrySchema.safeParse(line);
    return data && !gone.has(index) ? [[index, data] as const] : [];
  });
}

/** What was done with a kit so far. */
export function readReceived({home, actor}: Context, opened: OpenedKit): Received {
  const {kit, digest, data} = opened;
  const entries = entriesOf(readEntryLines(home, digest)).map(([, entry]) => entry);
  const folder = path.join(data, path.dirname(kit.checks?.file ?? 'checks/handoff.yaml'));
  const receiving = {kit, digest, name: actor, folder, entries};
  return {opened, receiving, handoff: receivedHandoff(receiving)};
}

/** Why something may not be answered now; nothing when it may. */
export function refusalOfEntry({receiving}: Received, entry: AnswerEntry): Refusal | undefined {
  return entryRefusal(receiving, entry, new Date().toISOString());
}

/** What is kept after something was added, and what was left out of it, in words. */
export interface Added {
  readonly received: Received;
  readonly notice: string | undefined;
}

/**
 * Adds something to what was done with a kit; when it resolves it is on disk, without secrets.
 *
 * @throws {RefusedError} when the rules refuse it.
 * @throws {StoreError} when the disk refuses.
 */
export async function addEntry(
  context: Context,
  opened: OpenedKit,
  entry: AnswerEntry,
): Promise<Added> {
  const before = readReceived(context, opened);
  if (before.receiving.entries.length >= answerBounds.entries)
    throw new Problem(
      `${answerBounds.entries} things were answered to this kit, and no answer holds more.`,
      'Write the answer now, and ask for a new kit.',
    );
  const {safe, notice} = await entryWithoutSecrets(entry);
  const refused = refusalOfEntry(before, safe);
  if (refused) throw new RefusedError(refused);
  await appendEntryLines(context.home, opened.digest, [safe]);
  return {received: readReceived(context, opened), notice};
}

/** Takes the last thing back that was answered to a kit; gives it, nothing where there is none. */
export async function withdrawLast(
  {home}: Context,
  {digest}: OpenedKit,
): Promise<AnswerEntry | undefined> {
  const last = entriesOf(readEntryLines(home, digest)).at(-1);
  if (!last) return undefined;
  await appendEntryLines(home, digest, [{withdrawn: last[0]}]);
  return last[1];
}
