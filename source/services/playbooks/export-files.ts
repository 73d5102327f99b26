import {hash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import type {Item} from '../../playbook/playbook.ts';
import type {PlaybookFile} from '../../playbook/playbook-file.ts';
import {builtInPlaybookPath} from '../../playbook/templates-folder.ts';
import {allItems, phasesOfFile} from '../../playbook/walk.ts';
import {readPlaybookBytes} from '../../playbook/load.ts';
import type {ItemToWrite} from '../../playbook/writing-back/standing.ts';
import {writeBack, type WrittenBack} from '../../playbook/writing-back/write-back.ts';
import {Problem} from '../../problem.ts';

/** A file of the playbook with what its items have come to. */
export interface ExportedFile extends WrittenBack {
  /** The file as the handoff knows it; nothing of the built-in playbook. */
  readonly known: PlaybookFile | undefined;
  readonly path: string;
}

function toWrite(handoff: Handoff, {id, text, position}: Item): ItemToWrite {
  const {status, owner, due, evidence} = itemStanding(handoff, id);
  return {id, text, position, status, owner, dueOn: due, evidence};
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Problem(
      `The playbook of this handoff cannot be read: ${file} (${code}).`,
      'Put the file back where it was.',
      {cause: error},
    );
  }
}

/** What there is to settle, and whether it is ours and stands in no file. */
function itemsOf({playbook}: Handoff) {
  return allItems(playbook).flatMap(({item, step}) =>
    item.isReading
      ? []
      : [{item, isOurs: [step.isAppended, item.isAdded, item.isGone].includes(true)}],
  );
}

/** How many items are settled that stand in no file, since the program added them. */
export function settledBeside(handoff: Handoff): number {
  return itemsOf(handoff).filter(
    ({item, isOurs}) => isOurs && itemStanding(handoff, item.id).status !== 'open',
  ).length;
}

/** The bytes of a file that is still the one that the handoff knows. */
async function unchanged({path, sha256}: PlaybookFile): Promise<Uint8Array> {
  const bytes = await bytesOf(path);
  if (hash('sha256', bytes) === sha256) return bytes;
  throw new Problem(
    `${path} has changed since the handoff took it over, so nothing is written into it.`,
    'Take the new version over first: "handoff-wizard playbook update" shows it and asks.',
  );
}

/** The built-in playbook, where this version has the one that the handoff began with. */
async function builtIn({playbook}: Handoff): Promise<Uint8Array> {
  const path = builtInPlaybookPath();
  const bytes = await bytesOf(path);
  const now = new Map(
    allItems((await readPlaybookBytes(bytes, path)).playbook).map(({item}) => [item.id, item]),
  );
  const isSame = allItems({phases: phasesOfFile(playbook)}).every(({item}) => {
    const found = now.get(item.id);
    return found?.text === item.text && found.position.line === item.position.line;
  });
  if (isSame) return bytes;
  throw new Problem(
    'The handoff began with the built-in playbook of another version of this program.',
    'Use that version to export it.',
  );
}

/**
 * The files of a handoff's playbook with boxes ticked and all else that they have a place for.
 *
 * @throws {Problem} when a file is not there, has changed, or is not known
 */
export async function exportPlaybook(
  handoff: Handoff,
  options: {readonly hasBoxes: boolean},
): Promise<readonly ExportedFile[]> {
  const {playbookFiles, playbookSource} = handoff;
  const items = itemsOf(handoff)
    .filter(({isOurs}) => !isOurs)
    .map(({item}) => item);
  if (playbookSource === 'built-in') {
    const path = builtInPlaybookPath();
    const all = items.map((item) => toWrite(handoff, item));
    const back = await writeBack(path, await builtIn(handoff), all, options);
    return [{...back, known: undefined, path}];
  }
  if (playbookFiles.length === 0)
    throw new Problem(
      `This handoff was started by an earlier version, and does not know whether ${playbookSource} is still as it was.`,
      'Take the file over again first.',
    );
  const exported: ExportedFile[] = [];
  for (const known of playbookFiles) {
    const at = playbookFiles.indexOf(known);
    const own = items
      .filter(({position: {file = 0}}) => file === at)
      .map((item) => toWrite(handoff, item));
    const back = await writeBack(known.path, await unchanged(known), own, options);
    exported.push({...back, known, path: known.path});
  }
  return exported;
}
