import {spawnSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {handoffIds} from '../../../source/store/handoff-folders.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {audit} from '../audit.ts';
import {expectSwept} from '../expect-swept.ts';
import {journalFileOf} from '../journal-file.ts';
import {buildWorker} from '../start-worker.ts';
import {startStepper, type Answer, type Stepper} from '../start-stepper.ts';
import {makeStorePlace, type StorePlace} from '../store-place.ts';
import {openTally, skippedTally, type OpenTally, type Tally} from '../tally.ts';
import {kinds, tokenWords, type Kind, type Token} from '../tokens.ts';

const canLimit = spawnSync('prlimit', ['--fsize=4096', 'true']).status === 0;

function sizeOf(file: string): number {
  return statSync(file, {throwIfNoEntry: false})?.size ?? 0;
}

/** What a kind writes: the file that grows, or nothing where each is a file of its own. */
function growing(kind: Kind, {home, id}: StorePlace): string | undefined {
  return kind === 'note' || kind === 'pair' ? journalFileOf(home, id) : undefined;
}

/** How many steps are tried beyond the first limit that was enough. */
const beyond = 4;
/** No cursor is as long; it is never said to be saved, so nothing else tells when to end. */
const longestCursor = 1200;

const isRefusedInWords = (words: string) => /^Not saved: .*(?:EFBIG|ENOSPC)/.test(words);

interface Starving {
  readonly place: StorePlace;
  readonly stepper: Stepper;
  readonly tally: OpenTally;
  /** Bytes between two limits. */
  readonly stride: number;
}

/** One step with no file allowed to grow beyond so many bytes. */
async function askLimited(stepper: Stepper, bytes: number, step: string): Promise<Answer> {
  await stepper.ask(`limit ${bytes}`);
  const answer = await stepper.ask(step);
  await stepper.ask('limit unlimited');
  return answer;
}

/** Tries tokens of a kind with every limit from what is there up to what is enough. */
async function starve(kind: Kind, {place, stepper, tally, stride}: Starving): Promise<Token[]> {
  const told: Token[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (let room = 0; room < end; room += stride) {
    const file = growing(kind, place);
    const token = {kind, writer: 'ben', number: tally.tries};
    const limit = (file ? sizeOf(file) : 0) + room;
    const {kept, refused = ''} = await askLimited(stepper, limit, tokenWords(token));
    tally.tries += 1;
    if (kept === undefined && !isRefusedInWords(refused)) tally.wrong.push(refused);
    if (kept !== undefined) end = Math.min(end, room + beyond * stride);
    if (kind !== 'cursor') {
      if (kept !== undefined) told.push(token);
      continue;
    }
    end = longestCursor;
    // It has to stand where it was or where it is.
    if (readSnapshot(place.home, place.id).position === undefined)
      tally.lost.push(`the cursor, with a limit of ${limit}`);
  }
  return told;
}

/** The same for the beginning of a handoff: it is there whole, or nothing of it is. */
async function starveNew({place: {home}, stepper, tally, stride}: Starving): Promise<void> {
  let end = Number.POSITIVE_INFINITY;
  for (let room = 0; room < end; room += stride) {
    const before = new Set(handoffIds(home));
    const {kept, refused = ''} = await askLimited(stepper, room, 'new');
    tally.tries += 1;
    const added = handoffIds(home).filter((id) => !before.has(id));
    if (added.join() !== (kept ?? '')) tally.wrong.push(`"${kept}" was begun, ${added.join()} is`);
    if (kept === undefined) {
      if (!isRefusedInWords(refused)) tally.wrong.push(refused);
      continue;
    }
    end = Math.min(end, room + beyond * stride);
    tally.acknowledged += 1;
    try {
      readSnapshot(home, kept);
    } catch (error) {
      tally.unopened.push(String(error));
    }
  }
}

/** Writes that the system cuts off at each byte (`prlimit --fsize`), for everything a store keeps. */
export async function shortWrites(stride: number, {isInPlace = false} = {}): Promise<Tally> {
  const name = `short writes${isInPlace ? ', conf in place' : ''}`;
  const env = isInPlace ? {SNAP: '/snap/code/1'} : {};
  if (!canLimit) return skippedTally(name, 'there is no prlimit');
  const tally = openTally(name);
  await using place = await makeStorePlace();
  const fixture = await buildWorker('stepper.ts');
  const told: Token[] = [];
  {
    await using stepper = startStepper(fixture, place, env);
    // From here on there is a cursor to lose.
    await stepper.ask('cursor ben 0');
    const starving = {place, stepper, tally, stride};
    // Where conf writes in place, a disk that is full may cost the place of the cursor.
    for (const kind of isInPlace ? (['trust'] as const) : kinds) {
      const kept = await starve(kind, starving);
      await audit(place.home, place.id, kept, tally);
      told.push(...kept);
    }
    await starveNew(starving);
  }
  await audit(place.home, place.id, told, {...tally, acknowledged: 0});
  await expectSwept(place, tally);
  await fixture.remove();
  return tally;
}
