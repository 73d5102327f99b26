import {writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Action} from '../../../source/handoff/changes/catalogue.ts';
import {openLiveHandoff} from '../../../source/store/live-handoff.ts';
import {createJournal} from '../../../source/store/create-handoff.ts';
import {journalOf, type Told} from '../../fixtures/world/past.ts';
import {engineer} from '../../fixtures/world/story.ts';
import type {Outcome} from '../../harness/one-process/run.ts';
import {shiftClock} from '../../harness/shift-clock.ts';
import type {Wizard} from '../../harness/wizard.tsx';
import {makePlace, type Place} from '../place.ts';

/** A place whose handoff has a past, and whose programs all go by one clock that tests set. One at a time. */
export interface ToldPlace extends AsyncDisposable {
  readonly place: Place;
  readonly id: string;
  /** Sets the clock to an instant, also of programs that run; it goes on from there. */
  readonly setClock: (instant: string) => void;
  readonly open: (step: string) => Promise<Wizard>;
  readonly run: (args: readonly string[]) => Promise<Outcome>;
  readonly journal: () => Promise<readonly Action[]>;
}

/** Puts a story up to an instant into a store of its own, and sets the clock to that instant. */
export async function makeToldPlace(told: Told, at: string): Promise<ToldPlace> {
  const place = makePlace();
  const clock = path.join(place.path, 'clock');
  const here = shiftClock(at);
  const setClock = (instant: string): void => {
    writeFileSync(clock, String(here.set(instant)));
  };
  setClock(at);
  const inPlace = told.map((entry) =>
    entry.change.type === 'handoff/created'
      ? {...entry, change: {...entry.change, workspace: place.workspace}}
      : entry,
  );
  const id = createJournal(place.home, ['orders'], () => journalOf(inPlace, at));
  const run = (args: readonly string[]) => place.run(args, {SHIFTED_CLOCK: clock});
  await run(['config', 'set', 'name', engineer]);
  return {
    place,
    id,
    setClock,
    async open(step) {
      const live = openLiveHandoff(place.home, id, engineer);
      await live.savePosition({step});
      await live.close();
      const wizard = await place.openHere(['resume', id], {cols: 120, rows: 40});
      await wizard.waitFor('? all keys');
      return wizard;
    },
    run,
    journal: async () => (await place.stored(id)).journal,
    [Symbol.asyncDispose]() {
      here[Symbol.dispose]();
      return place[Symbol.asyncDispose]();
    },
  };
}
