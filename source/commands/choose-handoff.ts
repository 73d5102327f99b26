import {Problem} from '../problem.ts';
import {remark} from '../tell-aside.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {findTarget, handoffVariable, severalProblem, type Wanted} from '../services/find-target.ts';
import {candidateLine, type Candidate} from '../services/target-words.ts';
import {findOffered, offeredWords} from '../services/sharing/find-shared.ts';
import {StoreError, UnknownHandoffError} from '../store/store-error.ts';
import {openReader, type HandoffReader, type Snapshot} from '../store/snapshot.ts';
import type {Use} from './handoff-option.ts';
import {askOnTerminal} from './agree.ts';
import {hasTerminal} from './print.ts';

/** How a person says which handoff is meant. */
export interface Naming {
  /** `--handoff`. */
  readonly handoff?: string | undefined;
  /** An id by position. */
  readonly id?: string | undefined;
  /** Folder of a checks file that was named. */
  readonly fileFolder?: string | undefined;
  /** A checks file lies in this folder: the handoff worked on last has nothing to do with it. */
  readonly isBeside?: boolean;
}

async function askWhich(candidates: readonly Candidate[]): Promise<string> {
  const lines = candidates.map((one, index) => `  ${index + 1}  ${candidateLine(one)}`);
  process.stderr.write(`Several handoffs have this workspace:\n${lines.join('\n')}\n`);
  const answer = (await askOnTerminal('Which one? Type its number or id: ')).trim();
  const found = candidates.find(({id}, index) => answer === id || answer === String(index + 1));
  if (found) return found.id;
  throw severalProblem(candidates);
}

function wanted(home: string, naming: Naming, use: Use): Wanted {
  return {
    home,
    folder: process.cwd(),
    named: naming.handoff,
    given: naming.id,
    variable: process.env[handoffVariable],
    fileFolder: naming.fileFolder,
    isWithoutLast: naming.isBeside ?? false,
    isActing: use === 'acts',
  };
}

/** The id of the handoff that is meant; nothing where there is none. */
async function chooseId(home: string, naming: Naming, use: Use): Promise<string | undefined> {
  const target = findTarget(wanted(home, naming, use));
  if (target.type === 'none') return undefined;
  if (target.type === 'one') return target.id;
  if (!hasTerminal()) throw severalProblem(target.candidates);
  return askWhich(target.candidates);
}

/**
 * The handoff that would be meant, nothing where there is none, and `unclear` where several could be
 * or it cannot be read: nobody is asked, and nothing is done with it.
 */
export function readerIfClear(home: string, naming: Naming): HandoffReader | 'unclear' | undefined {
  try {
    const target = findTarget(wanted(home, naming, 'reads'));
    if (target.type === 'none') return undefined;
    return target.type === 'one' ? openReader(home, target.id) : 'unclear';
  } catch (error) {
    if (error instanceof StoreError) return 'unclear';
    throw error;
  }
}

/** Opens a handoff; of one that is shared here and not in the store yet, it is told how it gets there. */
function openOrOffer(home: string, id: string): HandoffReader {
  try {
    return openReader(home, id);
  } catch (error) {
    const offered = error instanceof UnknownHandoffError && findOffered(home, process.cwd());
    if (!offered || !offered.ids.includes(id)) throw error;
    throw new Problem(error.message, offeredWords(home, process.cwd()), {cause: error});
  }
}

/** {@link chooseReader}, where a command can do without a handoff. */
export async function chooseReaderIfAny(
  home: string,
  naming: Naming,
  use: Use,
): Promise<HandoffReader | undefined> {
  const id = await chooseId(home, naming, use);
  if (id === undefined) return undefined;
  const reader = openOrOffer(home, id);
  if (use === 'acts') remark(`For ${candidateLine(reader.snapshot().handoff)}.`);
  return reader;
}

/**
 * The handoff that a command means, as `findTarget` finds it. One that writes or runs says first, on
 * standard error, whose it is.
 *
 * @throws {Problem} when there is none, when several could be meant, and when a command that acts
 *   would take another than that of the folder it was called in.
 */
export async function chooseReader(home: string, naming: Naming, use: Use): Promise<HandoffReader> {
  const reader = await chooseReaderIfAny(home, naming, use);
  if (reader) return reader;
  throw new Problem(
    'There is no handoff yet.',
    offeredWords(home, process.cwd()) ??
      'Start one with "handoff-wizard new --customer NAME --system NAME".',
  );
}

/** {@link chooseReader} for those who need no more than what it holds now. */
export async function chooseSnapshot(home: string, naming: Naming, use: Use): Promise<Snapshot> {
  return (await chooseReader(home, naming, use)).snapshot();
}

/** {@link chooseSnapshot} for those who need no journal. */
export async function chooseHandoff(home: string, naming: Naming, use: Use): Promise<Handoff> {
  return (await chooseSnapshot(home, naming, use)).handoff;
}
