import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Problem} from '../problem.ts';
import {isSamePerson} from '../handoff/rules/people/same-person.ts';
import {appendTo} from '../store/append-changes.ts';
import {handoffFolder} from '../store/handoff-folders.ts';
import {journalEnding, journalFiles} from '../store/journal/journal-files.ts';
import {writerName} from '../store/journal/writer.ts';
import {listHandoffs} from '../store/list-handoffs.ts';
import {openReader} from '../store/snapshot.ts';

/** In which handoffs an earlier name was said to be a new one, and in which it was not, and why. */
export interface Renamed {
  readonly done: readonly string[];
  readonly left: readonly {readonly id: string; readonly why: string}[];
}

/** Whether somebody has acted under a name on another machine: an account has many owners. */
function isUsedElsewhere(home: string, id: string, name: string): boolean {
  const folder = handoffFolder(home, id);
  const own = `${writerName(home)}${journalEnding}`;
  return journalFiles(folder).some(
    (file) =>
      file !== own &&
      readFileSync(path.join(folder, file), 'utf8').includes(`"actor":${JSON.stringify(name)}`),
  );
}

async function renameIn(home: string, id: string, from: string, to: string): Promise<string> {
  const reader = openReader(home, id);
  const {actors, people} = reader.snapshot().handoff;
  if (!actors.includes(from)) return 'not there';
  if (people.some(({name, alias}) => alias === from && isSamePerson(name, to))) return 'not there';
  if (isUsedElsewhere(home, id, from))
    return `others have acted as "${from}" there as well, on another machine`;
  // The old name itself says what it is called from now on.
  await appendTo(reader, {
    home,
    id,
    actor: from,
    decide: () => [{type: 'person/renamed', from, to}],
  });
  return '';
}

/** Says in each handoff of this store that what was entered as `from` is of whom `to` names. */
export async function renameEarlier(home: string, from: string, to: string): Promise<Renamed> {
  const done: string[] = [];
  const left: {id: string; why: string}[] = [];
  if (from === to) return {done, left};
  for (const {id} of (await listHandoffs(home)).handoffs)
    try {
      const why = await renameIn(home, id, from, to);
      if (why === '') done.push(id);
      else if (why !== 'not there') left.push({id, why});
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      left.push({id, why: error.message});
    }
  return {done, left};
}
