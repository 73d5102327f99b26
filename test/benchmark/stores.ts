import path from 'node:path';
import {createLongStep, fillHome, longStepItem} from './benchmark-store.ts';
import {measureKeys} from './key-latency.ts';
import type {Measure} from './report.ts';
import {frameTimer, takeTurns, warmUp, wholeRunTimer, type Program} from './startup.ts';
import {summarize} from './statistics.ts';
import {ctrl} from '../harness/keys.ts';

const many = 1000;
const few = 20;
/** As many as a lead has. */
const team = 200;
const long = 5000;
const short = 50;
/** Items of the step on which changes are saved, and so keys that are timed. */
const items = 60;

type ProgramOn = (store: string, ...args: readonly string[]) => Program;

/** What is told of all handoffs, by the list of the same ones; the first of each run keeps what it worked out. */
export async function measureOverviews(
  program: ProgramOn,
  folder: string,
  rounds: number,
): Promise<Measure[]> {
  const store = path.join(folder, 'team');
  await fillHome(store, team);
  const timers = (['list', 'report', 'due'] as const).map((name) =>
    wholeRunTimer(program(store, name), name === 'due' ? /\S/ : /Apex Banking/),
  );
  for (const timer of timers) await timer();
  const [lists = [], reports = [], dues = []] = await takeTurns(timers, rounds);
  const reference = {name: 'list', summary: summarize(lists)};
  return [
    {name: `report, ${team} handoffs`, ours: summarize(reports), reference, reach: {ratio: 2}},
    {name: `due, ${team} handoffs`, ours: summarize(dues), reference, reach: {ratio: 1.5}},
  ];
}

/** Does not grow with what else is in the store: list and home, and saving a change. */
export async function measureStores(
  program: ProgramOn,
  folder: string,
  echo: Program,
  rounds: number,
): Promise<Measure[]> {
  const store = (name: string) => path.join(folder, name);
  await fillHome(store('many'), many);
  await fillHome(store('few'), few);
  const longId = await createLongStep(store('long-journal'), items + 1, {notes: long});
  const shortId = await createLongStep(store('short-journal'), items + 1, {notes: short});
  const homeOn = (name: string) => program(store(name));
  const listOn = (name: string) => program(store(name), 'list');
  for (const name of ['many', 'few']) await warmUp(homeOn(name), /\? all keys/, ctrl('c'));

  const [manyLists = [], fewLists = []] = await takeTurns(
    ['many', 'few'].map((name) => wholeRunTimer(listOn(name), /Apex Banking/)),
    rounds,
  );
  const [manyHomes = [], fewHomes = []] = await takeTurns(
    [
      await frameTimer(homeOn('many'), /1000 handoffs[^]*\? all keys/),
      await frameTimer(homeOn('few'), /20 handoffs[^]*\? all keys/),
    ],
    rounds,
  );
  const save = (name: string) =>
    wholeRunTimer(program(store(name), 'item', longStepItem(items), 'done'), /done/);
  const [longSaves = [], shortSaves = []] = await takeTurns(
    [save('long-journal'), save('short-journal')],
    rounds,
  );
  const longKeys = await measureKeys(program(store('long-journal'), 'resume', longId), echo, items);
  const shortKeys = await measureKeys(
    program(store('short-journal'), 'resume', shortId),
    echo,
    items,
  );
  const against = (name: string, samples: readonly number[]) => ({
    name,
    summary: summarize(samples),
  });
  return [
    {
      name: `list, ${many} handoffs`,
      ours: summarize(manyLists),
      reference: against(`with ${few}`, fewLists),
      reach: {ratio: 1.5},
    },
    {
      name: `home, ${many} handoffs: first frame`,
      ours: summarize(manyHomes),
      reference: against(`with ${few}`, fewHomes),
      reach: {ratio: 1.5},
    },
    {
      name: `a change after ${long} actions, by command`,
      ours: summarize(longSaves),
      reference: against(`after ${short}`, shortSaves),
      reach: {ratio: 1.5},
    },
    {
      name: `a change after ${long} actions, in the open wizard`,
      ours: summarize(longKeys.ticks),
      reference: against(`after ${short}`, shortKeys.ticks),
      reach: {ratio: 1.3},
    },
  ];
}
