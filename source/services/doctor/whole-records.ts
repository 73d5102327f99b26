import {existsSync} from 'node:fs';
import {clockStanding} from '../../handoff/standing/clock-standing.ts';
import {durationWords, spanWords} from '../../handoff/time/wording.ts';
import {handoffFolder, handoffIds} from '../../store/handoff-folders.ts';
import {lostWords} from '../../store/lost-lines.ts';
import {problemWords} from '../../store/journal/line-problem.ts';
import {readOnlyWords} from '../../store/reading-notices.ts';
import {openReader, type Snapshot} from '../../store/snapshot.ts';
import {StoreError} from '../../store/store-error.ts';
import {broken, good, note, type Finding} from './one-finding.ts';

/** How long a handoff may take to be read, in milliseconds, before that is worth a word. */
const patience = 1000;

/** A handoff as the store has it, or why it cannot be read. */
export type Read = {readonly id: string} & (
  | {readonly snapshot: Snapshot; readonly took: number}
  | {readonly error: StoreError}
);

/**
 * Every handoff that has a journal, each read once. One of the format before journals would be
 * written anew by being read, so it is left alone.
 */
export function readEach(home: string): readonly Read[] {
  return handoffIds(home)
    .filter((id) => existsSync(handoffFolder(home, id)))
    .map((id) => {
      const began = performance.now();
      try {
        const snapshot = openReader(home, id).snapshot();
        return {id, snapshot, took: performance.now() - began};
      } catch (error) {
        if (error instanceof StoreError) return {id, error};
        throw error;
      }
    });
}

function nameOf(id: string): string {
  return `handoff ${id}`;
}

function doubts(home: string, read: Read, now: string): readonly Finding[] {
  const {id} = read;
  const name = nameOf(id);
  if ('error' in read) return [broken(name, read.error.message, read.error.hint ?? '')];
  const {snapshot, took} = read;
  const {problems, gone, journal} = snapshot;
  const folder = handoffFolder(home, id);
  const found: Finding[] = [];
  const lost = lostWords(problems, gone);
  const lines = problems.map(problemWords).join('\n');
  const restore = `Restore ${folder} from a backup. Without one the rest is whole: go on, and enter again what is missing.`;
  if (lost !== undefined)
    found.push(broken(name, lines === '' ? lost : `${lost}\n${lines}`, restore));
  else if (problems.length > 0)
    found.push(note(name, lines, 'Nothing: it was never said to be saved.'));
  const newer = readOnlyWords(snapshot);
  if (newer !== undefined) found.push(note(name, newer, 'Install the newest handoff-wizard.'));
  const clock = clockStanding(journal, now);
  if (clock.state === 'behind')
    found.push(
      broken(
        name,
        `the clock of this machine is ${spanWords(clock.by)} behind the last entry, by ${clock.actor}`,
        'Set the clock right, or have a look at that entry.',
      ),
    );
  if (took > patience)
    found.push(
      note(
        name,
        `takes ${durationWords(took)} to open: ${journal.length} entries`,
        'A disk of this machine is faster than one on the network.',
      ),
    );
  return found;
}

/** Whether what was recorded is all there. */
export function lookAtRecords(
  home: string,
  reads: readonly Read[],
  now: string,
): readonly Finding[] {
  const found = reads.flatMap((read) => doubts(home, read, now));
  const doubtful = new Set(found.map(({name}) => name));
  const whole = reads.filter(({id}) => !doubtful.has(nameOf(id))).length;
  const words =
    whole === reads.length
      ? `${whole}, nothing is missing`
      : `${reads.length}, ${whole} without a remark`;
  return [good('handoffs', reads.length === 0 ? 'none yet' : words), ...found];
}
