import {makeWorld} from '../../test/fixtures/world/world.ts';
import {keys} from '../../test/harness/keys.ts';
import {shiftClock} from '../../test/harness/shift-clock.ts';
import {pictured, record, type Recorder} from './recorder.ts';

/** The screen of all pictures. */
export const screen = {cols: 100, rows: 28} as const;

/** Finds a line by some of its words, and goes there. */
async function find(it: Recorder, words: string, there: RegExp, lasts: number): Promise<void> {
  await it.press('/', 'Find', 300);
  await it.type(words, 60);
  await it.press(keys.enter, there, lasts);
}

/** The preparation of the sample: items, a runbook, checks, what is missing, documents. */
async function preparation() {
  await using it = record({size: screen, command: 'sh', args: []});
  it.caption('Look at a sample first: a small service that really runs, and a handoff of it.');
  await it.press('', /\$/, 700);
  await it.type('handoff-wizard demo');
  await it.press('\r', 'Readiness checklist', 600);
  it.caption('The whole way is on the left, the step on the right, the keys that work here below.');
  await it.press('', 'Readiness checklist', 2600);
  it.caption(
    'A tick follows from facts: what is not so cannot be ticked, and it says what is missing.',
  );
  await it.press(' ', 'cannot be done yet', 3600);

  it.caption(
    'A runbook counts once it has run. What it would run is shown before, to the last character.',
  );
  await find(it, 'restart the ord', /❯ .*Restart the orders/, 1000);
  await it.press('r', 'Run exactly this', 1800);
  await it.type('yes', 120);
  it.caption(
    'Its output is kept as proof: when, where, by whom, what was expected and what was seen.',
  );
  await it.press(keys.enter, 'The output has what is expected', 2600);
  await it.press('y', 'Proven: Restart', 2200);

  it.caption('Checks run on the system itself; each keeps what was expected and what was found.');
  await find(it, 'run the checks', /❯ . Validation/, 900);
  await it.press('r', /▶|pass/, 250);
  await it.watch('5 of 5 pass', 1200);
  await it.press(keys.home, /❯ ✔ 5 pass/, 300);
  await it.press(keys.enter, 'Service is healthy', 600);
  await it.press(keys.down, /❯ +✔ Service is healthy/, 3400);
  const still = it.frames.length - 1;

  it.caption('b tells what has to hold before the session may start. ⏎ goes there.');
  await it.press('b', /before the session|missing/i, 4000);
  const gate = it.rows();
  await it.press(keys.escape, 'Validation', 300);

  it.caption('The documents come from what was settled. Nothing internal reaches the customer.');
  await find(it, 'who to contact', /❯ . .*Handoff document/, 700);
  await it.press('p', 'Folder:', 900);
  await it.press(keys.enter, /\d\/\d+/, 100);
  await it.watch(/files written/, 2000);
  await it.press('v', /as it would be written now/, 600);
  await it.watch(/Orders service/, 3400);
  return {frames: it.frames, still, gate};
}

/** Whether figures of several rows are on the screen. */
function isLarge(rows: readonly string[]): boolean {
  return rows.filter((row) => /[█#]/u.test(row)).length >= 4;
}

/** A session that runs: its clock, a note, the clock for the whole room. */
async function session() {
  using clock = shiftClock(pictured);
  void clock;
  await using world = await makeWorld('live');
  await using it = record({
    size: screen,
    command: 'handoff-wizard',
    args: ['resume'],
    env: {HANDOFF_WIZARD_HOME: world.home},
  });
  it.caption('The session has a clock: time left of the block, the pace, who has the keyboard.');
  await it.press('', /left in all/, 2600);
  await it.press('t', 'Note:', 300);
  it.caption('Notes, questions and actions are logged while you talk.');
  await it.type('Mina asks for the retention of the logs', 40);
  await it.press(keys.enter, (rows) => !rows.some((row) => row.includes('Note:')), 1600);
  it.caption('L makes the clock readable from across the room.');
  await it.press('L', isLarge, 3600);
  return {frames: it.frames, clock: it.rows()};
}

/** The first five minutes, as a list of screens, and which of them stands for all. */
export async function fiveMinutes() {
  const {frames, still, gate} = await preparation();
  const held = await session();
  const documents = frames.findIndex(({caption}) => caption.startsWith('The documents come'));
  return {
    frames: [...frames.slice(0, documents), ...held.frames, ...frames.slice(documents)],
    still,
    gate,
    clock: held.clock,
  };
}
