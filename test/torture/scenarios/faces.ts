import {keys} from '../../harness/keys.ts';
import {makePlace, type Place} from '../../e2e/place.ts';
import {stepRows} from '../../e2e/steps.ts';
import {listHandoffs} from '../../../source/store/list-handoffs.ts';
import {summarize} from '../../../source/store/progress/summarize.ts';
import {openTally, type OpenTally, type Tally} from '../tally.ts';

async function auditList({home, stored}: Place, id: string, tally: OpenTally): Promise<void> {
  const {handoff, setAside, problems} = await stored(id);
  const listed = (await listHandoffs(home)).handoffs.find((found) => found.id === id);
  if (JSON.stringify(listed) !== JSON.stringify(summarize(handoff)))
    tally.wrong.push(`the list says ${JSON.stringify(listed)}`);
  if (setAside.length + problems.length > 0)
    tally.wrong.push(`${setAside.length} set aside, ${problems.length} lines with problems`);
}

/** Four people who run the command at once, again and again. */
export async function fourCommands(count: number): Promise<Tally> {
  const tally = openTally('four processes through the command');
  await using place = makePlace();
  const id = await place.start();
  const notes: string[] = [];
  const person = async (name: string): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) {
      const note = `${name} ${turn}`;
      const {exitCode, stderr} = await place.run(['item', 'network', 'done', '--note', note]);
      tally.tries += 1;
      if (exitCode === 0) notes.push(note);
      else tally.wrong.push(stderr);
    }
  };
  await Promise.all(['ana', 'ben', 'cleo', 'dora'].map(person));
  tally.acknowledged = notes.length;
  const kept = (await place.stored(id)).journal.flatMap((action) =>
    action.type === 'item/noted' ? [action.note] : [],
  );
  for (const note of notes) {
    const times = kept.filter((each) => each === note).length;
    if (times === 0) tally.lost.push(note);
    if (times > 1) tally.doubled.push(note);
  }
  await auditList(place, id, tally);
  return tally;
}

/** Two people who settle items in two terminals at once, and open them again, round after round. */
export async function twoWizards(rounds: number): Promise<Tally> {
  const tally = openTally('two wizards on one handoff');
  await using place = makePlace();
  const id = await place.start();
  await using first = place.open(['resume']);
  await using second = place.open(['resume']);
  await first.waitFor('❯ ○ Validate every');
  await second.waitFor('❯ ○ Validate every');
  second.write(keys.right.repeat(10));
  await second.waitFor((rows) => stepRows(rows)[0]?.startsWith('Agenda') === true);
  for (let round = 1; round <= rounds; round += 1) {
    const [checklist, agenda] = round % 2 === 1 ? [7, 3] : [0, 0];
    first.write(` ${keys.down}`.repeat(7) + keys.up.repeat(7));
    second.write(`${keys.down} `.repeat(3) + keys.up.repeat(3));
    const isShown = (rows: readonly string[]) =>
      rows.some((row) => row.includes('Readiness checklist') && row.includes(`${checklist}/7`)) &&
      rows.some((row) => row.includes('Agenda') && row.includes(`${agenda}/13`));
    await first.waitFor(isShown);
    await second.waitFor(isShown);
    tally.tries += 1;
    tally.acknowledged += 10;
  }
  const kept = (await place.stored(id)).journal.length - 1;
  if (kept < tally.acknowledged) tally.lost.push(`${tally.acknowledged - kept} of all keys`);
  if (kept > tally.acknowledged) tally.doubled.push(`${kept - tally.acknowledged} of all keys`);
  await auditList(place, id, tally);
  return tally;
}
