import {readFileSync, writeFileSync} from 'node:fs';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {createHandoff} from '../../../source/store/create-handoff.ts';
import {listHandoffs} from '../../../source/store/list-handoffs.ts';
import {readSnapshot, type Snapshot} from '../../../source/store/snapshot.ts';
import {StoreError} from '../../../source/store/store-error.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {smallPlaybook} from '../../fixtures/small-playbook.ts';
import {damagesOf, type Damage} from '../damage.ts';
import {journalFileOf} from '../journal-file.ts';
import {makeStorePlace, newHandoff, type StorePlace} from '../store-place.ts';
import {openTally, type OpenTally, type Tally} from '../tally.ts';

const changes: readonly Change[] = [
  {type: 'item/settled', item: 'criteria-validated', status: 'done'},
  {type: 'item/noted', item: 'overview', note: 'Zwei Kassen, ein Lager – „ja“'},
  {type: 'item/assigned', item: 'questions', owner: 'Ben'},
];

/** A short playbook, so that every byte of a journal can be tried. */
const [phase] = smallPlaybook.phases;
const short = {...smallPlaybook, phases: phase ? [phase, ...smallPlaybook.phases.slice(1, 2)] : []};

function idsOf({journal}: Snapshot): string[] {
  return journal.map(({id}) => id);
}

interface Trial {
  readonly place: StorePlace;
  readonly file: string;
  readonly whole: Snapshot;
  readonly tally: OpenTally;
}

/** A journal with that damage opens and tells where it is, or says with file and line why not. */
function tryReading({place: {home, id}, file, whole, tally}: Trial, damage: Damage): boolean {
  const where = new RegExp(`:(?:${damage.line - 1}|${damage.line}|${damage.line + 1}): the line `);
  try {
    const snapshot = readSnapshot(home, id);
    const kept = new Set(idsOf(snapshot));
    const lost = idsOf(whole).filter((each) => !kept.has(each));
    const isTold = snapshot.problems.some(
      (problem) => problem.file === file && Math.abs(problem.line - damage.line) <= 1,
    );
    if (lost.length > 0 && !isTold) tally.lost.push(`${damage.words}, and nothing is told`);
    // A newline that is gone makes one line of two.
    if (lost.length > 2) tally.lost.push(`${damage.words} takes ${lost.length} changes away`);
    return true;
  } catch (error) {
    const isTold =
      error instanceof StoreError && error.message.includes(file) && where.test(error.message);
    if (!isTold) tally.wrong.push(`${damage.words}: ${(error as Error).stack}`);
    return false;
  }
}

/** What is written behind the damage is kept, and the damage stays as it is. */
async function tryWriting({place: {home, id}, file, tally}: Trial, damage: Damage): Promise<void> {
  const note = {type: 'item/noted', item: 'questions', note: damage.words} as const;
  try {
    await appendChanges({home, id, actor: 'ana', decide: () => [note]});
    tally.acknowledged += 1;
    if (readSnapshot(home, id).handoff.items['questions']?.note !== damage.words)
      tally.lost.push(`what was written behind ${damage.words}`);
  } catch (error) {
    tally.wrong.push(`${damage.words}: ${(error as Error).stack}`);
  }
  if (!readFileSync(file).subarray(0, damage.bytes.length).equals(damage.bytes))
    tally.wrong.push(`${damage.words} was written over`);
}

/** Any byte of a journal changed, cut or added: told with file and line, all else as it was. */
export async function damagedJournal(stride: number): Promise<Tally> {
  const tally = openTally('any byte of a journal damaged');
  await using place = await makeStorePlace();
  const {home} = place;
  const id = await createHandoff(home, 'ana', {...newHandoff, customer: 'Short', playbook: short});
  const trial = {place: {...place, id}, tally};
  for (const change of changes)
    await appendChanges({home, id, actor: 'ana', decide: () => [change]});
  const file = journalFileOf(home, id);
  const whole = readSnapshot(home, id);
  const bytes = readFileSync(file);
  for (const damage of damagesOf(bytes, stride)) {
    writeFileSync(file, damage.bytes);
    tally.tries += 1;
    const opens = tryReading({...trial, file, whole}, damage);
    const {handoffs, broken} = await listHandoffs(home);
    if (!handoffs.some((listed) => listed.id === place.id)) tally.unopened.push(damage.words);
    if (handoffs.length + broken.length !== 2) tally.wrong.push(`${damage.words}: not listed`);
    if (opens && tally.tries % 40 === 0) await tryWriting({...trial, file, whole}, damage);
    if (!opens && !readFileSync(file).equals(damage.bytes))
      tally.wrong.push(`${damage.words}: changed`);
  }
  return tally;
}
