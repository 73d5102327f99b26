import {readFileSync} from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import {arrivalWays, publishedKinds} from '../../handoff/publishing/published.ts';
import {audiences} from '../../playbook/playbook.ts';
import {ensureFolder} from '../store-home.ts';
import {StoreError} from '../store-error.ts';
import {withTurn} from '../turns/turn.ts';
import {writeBesideSync} from '../write-beside.ts';
import {sendingStates, type Sending} from './sending.ts';

const text = z.string();
const maybe = z.optional(text);

const sending = z.object({
  id: text,
  target: text,
  kind: z.enum(publishedKinds),
  about: maybe,
  through: text,
  title: text,
  text,
  isClosed: z.boolean(),
  data: z.looseObject({}),
  audience: z.enum(audiences),
  digest: text,
  mark: text,
  place: text,
  at: text,
  by: text,
  state: z.enum(sendingStates),
  tries: z.number(),
  lastTryAt: maybe,
  next: maybe,
  isAskedToWait: z.optional(z.boolean()),
  isUnsure: z.optional(z.boolean()),
  why: maybe,
  todo: maybe,
  sender: z.optional(z.object({pid: z.number(), host: text, until: text})),
  remote: maybe,
  url: maybe,
  known: z.optional(z.enum(arrivalWays)),
});

const outbox = z.object({format: z.literal(1), revision: z.number(), sendings: z.array(sending)});

interface Outbox {
  readonly format: 1;
  readonly revision: number;
  readonly sendings: readonly Sending[];
}

const empty: Outbox = {format: 1, revision: 0, sendings: []};

function outboxPath(home: string, handoff: string): string {
  return path.join(home, 'outbox', `${handoff}.json`);
}

/** @throws {StoreError} when it is damaged; it is left as it is. */
function readFile(file: string): Outbox {
  let problem: string;
  try {
    const read = outbox.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (read.success) return read.data as Outbox;
    const [issue] = read.error.issues;
    problem = `"${(issue?.path ?? []).join('.')}" is not as it is written`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return empty;
    problem = (error as Error).message;
  }
  throw new StoreError(
    `The outbox cannot be read: ${problem}.`,
    file,
    'The file was left as it is, and nothing was sent. Mend it, or move it away: what it held is then planned anew, and what may have arrived is looked for where that can be done.',
  );
}

/** What of a handoff is still to reach its targets, in the order in which it was asked for. */
export function readOutbox(home: string, handoff: string): readonly Sending[] {
  return readFile(outboxPath(home, handoff)).sendings;
}

/**
 * Changes the outbox of a handoff, one process after the other.
 *
 * @throws {StoreError} when it is damaged or the disk refuses, with the outbox as it was.
 */
export async function updateOutbox(
  home: string,
  handoff: string,
  change: (sendings: readonly Sending[]) => readonly Sending[],
): Promise<readonly Sending[]> {
  const file = outboxPath(home, handoff);
  ensureFolder(path.dirname(file));
  return withTurn(
    file,
    () => readFile(file).revision,
    (revision) => {
      const sendings = change(readFile(file).sendings);
      const next: Outbox = {format: 1, revision, sendings};
      writeBesideSync(file, `${JSON.stringify(next, undefined, 2)}\n`);
      return sendings;
    },
  );
}
