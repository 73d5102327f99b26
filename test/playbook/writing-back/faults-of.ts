import {isDeepStrictEqual} from 'node:util';
import {readPlaybookBytes} from '../../../source/playbook/load.ts';
import {allItems} from '../../../source/playbook/walk.ts';
import type {ItemToWrite} from '../../../source/playbook/writing-back/standing.ts';
import {writeBack} from '../../../source/playbook/writing-back/write-back.ts';

export const file = 'list.md';

/** The lines of a file as its bytes have them, each with its end. */
function linesOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/gu) ?? [];
}

async function readingsOf(bytes: Uint8Array) {
  return allItems((await readPlaybookBytes(bytes, file)).playbook);
}
type Reading = Awaited<ReturnType<typeof readingsOf>>[number];

function asRead({item}: Reading): ItemToWrite {
  const {id, text, position, isChecked, isStruck, owner, dueOn, evidence = []} = item;
  const status = isStruck ? 'not-applicable' : isChecked ? 'done' : 'open';
  return {id, text, position, status, owner, dueOn, evidence};
}

/** What there is to settle in a file, as the file itself says that it stands. */
export async function itemsOf(bytes: Uint8Array): Promise<ItemToWrite[]> {
  return (await readingsOf(bytes)).filter(({item}) => !item.isReading).map(asRead);
}

/** What is wrong with an export of some items, by what must be so of each, whatever the file. */
export async function faultsOf(
  bytes: Uint8Array,
  items: readonly ItemToWrite[],
  options: {readonly hasBoxes?: boolean} = {},
): Promise<string[]> {
  const back = await writeBack(file, bytes, items, options);
  const [before, after] = [await readingsOf(bytes), await readingsOf(back.bytes)];
  const faults: string[] = [];
  const place = ({item, depth, step}: Reading) => ({
    id: item.id,
    text: item.text,
    line: item.position.line,
    depth,
    step: step.id,
  });
  if (!isDeepStrictEqual(after.map(place), before.map(place))) faults.push('other items');
  const wanted = new Map(items.map((item) => [item.id, item]));
  const untold = new Set(
    back.unwritten.filter(({aspect}) => aspect === 'status').map(({id}) => id),
  );
  for (const [at, reading] of after.entries()) {
    const {id} = reading.item;
    const then = before[at];
    const status =
      untold.has(id) || !wanted.has(id) ? then && asRead(then).status : wanted.get(id)?.status;
    if (asRead(reading).status !== status) faults.push(`${id} is not ${status}`);
  }
  const [was, is] = [linesOf(bytes), linesOf(back.bytes)];
  if (was.length !== is.length) faults.push('other lines');
  // The lines of an item end where the next one begins.
  const settled = before.map((reading) => {
    const then = asRead(reading);
    const item = wanted.get(then.id);
    return {line: then.position.line, isSettled: item && !isDeepStrictEqual(item, then)};
  });
  const byLine = settled.toSorted((a, b) => a.line - b.line);
  for (const [at, line] of was.entries()) {
    if (is[at] === line || options.hasBoxes) continue;
    const nearest = byLine.findLast((one) => one.line <= at + 1)?.line;
    if (!byLine.some((one) => one.line === nearest && one.isSettled))
      faults.push(`line ${at + 1} belongs to nothing that was settled`);
  }
  const again = await writeBack(file, back.bytes, items, options);
  // What was left out, as it would have been read otherwise, may find its place once the rest is there.
  const isWhole = back.unwritten.every(({why}) => why !== 'read-otherwise');
  if (isWhole && Buffer.compare(again.bytes, back.bytes) !== 0)
    faults.push('an export of the export differs');
  const nothing = await writeBack(file, bytes, await itemsOf(bytes));
  if (Buffer.compare(nothing.bytes, bytes) !== 0 || nothing.unwritten.length > 0)
    faults.push('nothing is settled, and yet it is written');
  return faults;
}
