// Started by the store test as a process of its own: notes as fast as it can.
import {appendChanges} from '../../source/store/append-changes.ts';

const [home = '', id = '', actor = '', count = '0'] = process.argv.slice(2);
for (let index = 0; index < Number(count); index += 1) {
  await appendChanges({
    home,
    id,
    actor,
    decide: () => [{type: 'item/noted', item: 'architecture', note: `${actor} ${index}`}],
  });
  process.stdout.write(`${index}\n`);
}
