import {hash} from 'node:crypto';
import {statSync} from 'node:fs';
import {plural} from '../../documents/words/plural.ts';
import type {Action} from '../../handoff/changes/catalogue.ts';
import {isSamePerson} from '../../handoff/rules/people/same-person.ts';
import {keepEvidence, readEvidence} from '../../store/evidence.ts';
import {journalEnding} from '../../store/journal/journal-files.ts';
import {problemWords} from '../../store/journal/line-problem.ts';
import {writerName} from '../../store/journal/writer.ts';
import {summarizeAnew} from '../../store/progress/summarize-anew.ts';
import {wholeLines} from '../../store/sharing/outside-journal.ts';
import {keepPlaces} from '../../store/sharing/places-here.ts';
import {planUnion, unite, type PlannedUnion} from '../../store/sharing/unite-journals.ts';
import {readSnapshot} from '../../store/snapshot.ts';
import {oneLine} from '../one-line.ts';
import type {SharedHandoff, SharedPiece} from './shared-handoff.ts';

/** What came into the store. */
export interface Received {
  readonly id: string;
  readonly isNew: boolean;
  /** How many changes, and pieces of evidence. */
  readonly changes: number;
  readonly evidence: number;
  /** Who has made the changes, with how many each. */
  readonly people: readonly {readonly name: string; readonly changes: number}[];
  /** Absolute folder that is its workspace here. */
  readonly workspace: string;
  /** What a person has to know of it, in sentences. */
  readonly remarks: readonly string[];
}

function isFolder(file: string): boolean {
  return statSync(file, {throwIfNoEntry: false})?.isDirectory() ?? false;
}

/** Who has made how many of some changes, in the order in which they come. */
export function countPeople(actions: readonly Action[]): Received['people'] {
  const counts = new Map<string, number>();
  for (const {actor} of actions) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts].map(([name, changes]) => ({name, changes}));
}

/** What came under the own name from elsewhere: one may work on two machines, or somebody may lie. */
function ownNameRemarks(home: string, actor: string, {actions, files, isNew}: PlannedUnion) {
  if (isNew) return [];
  const own = `${writerName(home)}${journalEnding}`;
  const foreign = actions.filter(
    (action) => isSamePerson(action.actor, actor) && files.get(action.id) !== own,
  );
  if (foreign.length === 0) return [];
  const stores = [...new Set(foreign.map(({id}) => files.get(id) ?? ''))];
  return [
    `${plural(foreign.length, 'change')} under your name, ${actor}, ${foreign.length === 1 ? 'was' : 'were'} made elsewhere: ${stores.map((name) => name.replace(journalEnding, '')).join(', ')}. If that was not you, "handoff-wizard log" shows them.`,
  ];
}

/** Keeps each piece that is what its name says and is not here yet. */
async function takeEvidence(home: string, pieces: readonly SharedPiece[]) {
  const remarks: string[] = [];
  let count = 0;
  for (const {sha256, read} of pieces) {
    if ((await readEvidence(home, sha256)).state === 'kept') continue;
    const bytes = await read();
    if (!bytes) remarks.push(`Evidence ${sha256.slice(0, 12)} was left out: it cannot be read.`);
    else if (hash('sha256', bytes, 'hex') !== sha256)
      remarks.push(`Evidence ${sha256.slice(0, 12)} was left out: it is not what its name says.`);
    else {
      await keepEvidence(home, bytes);
      count += 1;
    }
  }
  return {count, remarks};
}

/** So many remarks of one kind are told. */
const mostRemarks = 20;

/** What a person can read of remarks that somebody can make any number of. */
function fewOf(remarks: readonly string[]): readonly string[] {
  const more = remarks.length - mostRemarks;
  return more <= 0
    ? remarks
    : [...remarks.slice(0, mostRemarks), `${plural(more, 'more thing')} like these.`];
}

/** When a folder becomes the workspace of what comes in: wherever it was, for one that is new, or in need. */
export type WorkspaceChoice = 'always' | 'new' | 'needed';

/**
 * Takes a handoff from elsewhere into the store, where it is united with what is there. Evidence comes
 * first, so that no line of the journal speaks of what is not there yet.
 *
 * @param folder its workspace here; where it is only needed, it is so if the one that it was begun with
 *   is not on this machine
 * @throws {SharingError} when it is not this handoff, with nothing written.
 * @throws {StoreError} when the disk refuses.
 */
export async function receive(
  {home, actor}: {readonly home: string; readonly actor: string},
  {id, files, evidence, remarks}: SharedHandoff,
  folder: string,
  choice: WorkspaceChoice,
): Promise<Received> {
  const plan = planUnion(home, id, files);
  const kept = await takeEvidence(home, evidence);
  const ownName = ownNameRemarks(home, actor, plan);
  await unite(home, id, plan);
  const {workspace} = readSnapshot(home, id).handoff;
  const isTaken = choice === 'always' || (plan.isNew && (choice === 'new' || !isFolder(workspace)));
  if (isTaken && workspace !== folder) keepPlaces(home, id, {workspace: folder});
  await summarizeAnew(home, id);
  return {
    id,
    isNew: plan.isNew,
    changes: plan.actions.length,
    evidence: kept.count,
    people: countPeople(plan.actions),
    workspace: readSnapshot(home, id).handoff.workspace,
    remarks: [
      ...fewOf(remarks),
      ...fewOf(
        files.flatMap((file) => wholeLines(file).problems).map((one) => `${problemWords(one)}.`),
      ),
      ...fewOf(kept.remarks),
      ...(plan.usurping > 0
        ? [
            `Left out: ${plural(plan.usurping, 'line')} that ${plan.usurping === 1 ? 'says' : 'say'} otherwise what was recorded here before. Somebody has changed what lies there.`,
          ]
        : []),
      ...ownName,
      ...(plan.isRenamed
        ? [
            'Some of it was written under the name of this store, which it did not have: there is a copy of it, or it was put back from a backup. From now on it writes under another name.',
          ]
        : []),
    ].map(oneLine),
  };
}

/** What came in, in a sentence. */
export function receivedWords({id, isNew, changes, evidence, people}: Received): string {
  if (changes === 0 && evidence === 0) return `Nothing new: ${id}.`;
  const who = people.map(({name, changes: count}) => `${name} ${count}`).join(', ');
  const pieces = evidence === 0 ? '' : `, ${plural(evidence, 'piece')} of evidence`;
  return oneLine(
    `${isNew ? 'Taken in, new here' : 'Taken in'}: ${id}, ${plural(changes, 'change')}${who === '' ? '' : ` (${who})`}${pieces}.`,
  );
}
