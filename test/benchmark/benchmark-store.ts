import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {workItems} from '../../source/handoff/items/items.ts';
import {refusal} from '../../source/handoff/rules/refusal.ts';
import {loadPlaybook} from '../../source/playbook/load.ts';
import {builtInPlaybookPath} from '../../source/playbook/templates-folder.ts';
import type {Item, Playbook} from '../../source/playbook/playbook.ts';
import {stepsOf} from '../../source/playbook/walk.ts';
import {createHandoff} from '../../source/store/create-handoff.ts';
import {readSettings, updateSettings} from '../../source/store/settings/settings.ts';
import {appendChanges} from '../../source/store/append-changes.ts';
import type {Folded} from '../../source/store/snapshot.ts';

const actor = 'J. Ruiz';
const customers = ['Apex Banking', 'Corner Shop Cooperative', 'Nordlicht Energie', 'Ortega Foods'];
const systems = [
  'Payments API',
  'Orders service',
  'Data lake',
  'Dispatch console',
  'Single sign-on',
];

interface NamedPlaybook {
  readonly playbook: Playbook;
  readonly playbookSource: string;
}

async function create(
  home: string,
  [customer, system]: readonly [string, string],
  of: NamedPlaybook,
): Promise<string> {
  // Whoever has said their name is not asked for it.
  if (readSettings(home).name === undefined)
    await updateSettings(home, (settings) => ({...settings, name: actor}));
  return createHandoff(home, actor, {
    customer,
    system,
    workspace: home,
    timeZone: 'Europe/Berlin',
    ...of,
  });
}

/** What a week of work leaves on one item. */
function workOn(item: Item, index: number, isDone: boolean): Change[] {
  const {id} = item;
  const day = String(1 + (index % 28)).padStart(2, '0');
  const changes: Change[] = [];
  if (index % 2 === 0) {
    const note = `Gone through on the ${day}th; they asked for the figures of last month as well.`;
    changes.push({type: 'item/noted', item: id, note});
  }
  if (index % 3 === 0) changes.push({type: 'item/assigned', item: id, owner: 'Mina Okafor'});
  if (index % 4 === 1) changes.push({type: 'item/scheduled', item: id, due: `2031-03-${day}`});
  if (index % 5 === 2) {
    const link = `https://wiki.example.com/page/${index}`;
    changes.push({type: 'item/evidenced', item: id, link});
  }
  if (isDone) changes.push({type: 'item/settled', item: id, status: 'done'});
  return changes;
}

/**
 * Exactly `length` changes, the items of the playbook gone through as often as that takes. What the
 * rules refuse is left out: an item that waits for a fact is ticked by nobody.
 */
function journalOf(folded: Folded, length: number, doneUpTo: number): Change[] {
  const {playbook} = folded.handoff;
  const now = new Date().toISOString();
  const items = stepsOf(playbook).flatMap(({step}) => workItems({}, step));
  const changes: Change[] = [];
  for (let round = 0; changes.length < length; round += 1)
    changes.push(
      ...items
        .flatMap((item, index) => workOn(item, index + round, round === 0 && index < doneUpTo))
        .filter((change) => refusal(folded, change, {actor, now}) === undefined),
    );
  return changes.slice(0, length);
}

/** Fills a store with handoffs of the built-in playbook, each with a journal of 150 actions. */
export async function fillHome(home: string, count = 20): Promise<void> {
  const playbook = await loadPlaybook(builtInPlaybookPath());
  const pairs = customers.flatMap((customer) =>
    systems.map((system): readonly [string, string] => [customer, system]),
  );
  const names = Array.from({length: count}, (_, index) => pairs[index % pairs.length] ?? ['', '']);
  for (const [index, name] of names.entries() as Iterable<[number, [string, string]]>) {
    const id = await create(home, name, {playbook, playbookSource: 'built-in'});
    const decide = (folded: Folded) => journalOf(folded, 149, (index % 20) * 4);
    await appendChanges({home, id, actor, decide});
  }
}

/** The text of an item of {@link createLongStep}; no other item begins with it. */
export function longStepItem(index: number): string {
  return `Item ${String(index + 1).padStart(3, '0')}`;
}

/** What stands between the items of a list that has more than items: after each tenth, one of these. */
const between = [
  'Below this line the **old system** is still on; see [the plan](https://wiki.example.com/plan) first.',
  '| Host | Role | Port |\n|---|---|---|\n| app-1 | serves | 8080 |\n| db-1 | keeps | 5432 |',
  '> Nobody goes on from here alone.',
  '```sh\nsystemctl status orders\njournalctl -u orders --since -1h\n```',
];

/**
 * Makes a handoff of a Markdown checklist with one step of `length` items and so many notes in its
 * journal, and gives its id. A mixed one has tables, code and prose between its items.
 */
export async function createLongStep(
  home: string,
  length: number,
  {notes = 0, isMixed = false}: {readonly notes?: number; readonly isMixed?: boolean} = {},
): Promise<string> {
  const file = path.join(home, 'long-checklist.md');
  const rows = Array.from({length}, (_, index) => {
    const item = `- [ ] ${longStepItem(index)}: look at it, prove it, and write down what you saw`;
    const text = isMixed && index % 10 === 9 ? between[Math.floor(index / 10) % 4] : undefined;
    return text === undefined ? item : `${item}\n\n${text}\n`;
  });
  mkdirSync(home, {recursive: true});
  writeFileSync(file, `# Acceptance\n\n## Preparation\n\n### Points\n\n${rows.join('\n')}\n`);
  const playbook = await loadPlaybook(file);
  const id = await create(home, ['Apex Banking', 'Long list'], {playbook, playbookSource: file});
  const items = stepsOf(playbook).flatMap(({step}) => workItems({}, step));
  const changes = Array.from({length: notes}, (_, index): Change => ({
    type: 'item/noted',
    item: items[index % items.length]?.id ?? '',
    note: `Gone through in round ${index}; they asked for the figures of last month as well.`,
  }));
  if (notes > 0) await appendChanges({home, id, actor, decide: () => changes});
  return id;
}
