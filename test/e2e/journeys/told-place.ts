import {renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Action} from '../../../source/handoff/changes/catalogue.ts';
import {openLiveHandoff} from '../../../source/store/live-handoff.ts';
import {createJournal} from '../../../source/store/create-handoff.ts';
import {journalOf, type Told} from '../../fixtures/world/past.ts';
import {engineer} from '../../fixtures/world/story.ts';
import type {Outcome} from '../../harness/one-process/run.ts';
import {makePlace, type OpenOptions, type Place} from '../place.ts';
import type {OpenTerminal} from '../../harness/terminal.ts';

const clockFixture = fileURLToPath(new URL('../../fixtures/shifted-clock.js', import.meta.url));

/** A place whose handoff has a past, and whose programs all go by one clock that tests set. */
export interface ToldPlace extends AsyncDisposable {
  readonly place: Place;
  readonly id: string;
  /** Sets the clock to an instant, also of programs that run; it goes on from there. */
  readonly setClock: (instant: string) => void;
  readonly open: (step: string, options?: OpenOptions) => Promise<OpenTerminal>;
  readonly run: (args: readonly string[]) => Promise<Outcome>;
  readonly journal: () => Promise<readonly Action[]>;
}

/** Puts a story up to an instant into a store of its own, and sets the clock to that instant. */
export async function makeToldPlace(told: Told, at: string): Promise<ToldPlace> {
  const place = makePlace();
  const clock = path.join(place.path, 'clock');
  const env = {NODE_OPTIONS: `--import ${clockFixture}`, SHIFTED_CLOCK: clock};
  const setClock = (instant: string): void => {
    // A program must never read half a figure.
    writeFileSync(`${clock}.next`, String(Date.parse(instant) - Date.now()));
    renameSync(`${clock}.next`, clock);
  };
  setClock(at);
  const inPlace = told.map((entry) =>
    entry.change.type === 'handoff/created'
      ? {...entry, change: {...entry.change, workspace: place.workspace}}
      : entry,
  );
  const id = createJournal(place.home, ['orders'], () => journalOf(inPlace, at));
  const run = (args: readonly string[]) => place.runAlone(args, env);
  await run(['settings', 'name', engineer]);
  return {
    place,
    id,
    setClock,
    async open(step, options = {}) {
      const live = openLiveHandoff(place.home, id, engineer);
      await live.savePosition({step});
      await live.close();
      const wizard = place.open(['resume', id], {cols: 120, rows: 40, ...options, env});
      await wizard.waitFor('? all keys');
      return wizard;
    },
    run,
    journal: async () => (await place.stored(id)).journal,
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}
