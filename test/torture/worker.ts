// A process that keeps one thing after the other and prints each once it was told that it is kept.
// It is bundled and started by the torture, which kills, stops and starves it.
import {openLiveHandoff} from '../../source/store/live-handoff.ts';
import {keep} from './keep.ts';
import {kinds, tokenWords, type Kind} from './tokens.ts';

const [home = '', id = '', writer = '', first = '0', count = '1', asked = ''] =
  process.argv.slice(2);
const given = asked === '' ? kinds : (asked.split(',') as Kind[]);

try {
  const live = openLiveHandoff(home, id, writer);
  process.stdout.write('open\n');
  for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
    const token = {kind: given[number % given.length] ?? 'note', writer, number};
    await keep(home, id, live, token);
    process.stdout.write(`${tokenWords(token)}\n`);
  }
  await live.close();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
