import {existsSync, readdirSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {ctrl} from '../harness/keys.ts';
import {makeStoreHome} from '../harness/store-home.ts';
import {createLongStep, fillHome} from './benchmark-store.ts';
import {logTimers, manyChecks, memoryGrowth} from './checks-load.ts';
import {measureKeys} from './key-latency.ts';
import {formatTable, judge, type Measure} from './report.ts';
import {createLargeHandoff, measureDocuments} from './documents.ts';
import {installProgram} from './installed-program.ts';
import {measureDiscovery} from './discovery.ts';
import {measureRedaction} from './redaction.ts';
import {measureOverviews, measureStores} from './stores.ts';
import {bundleHello, measureStart} from './start.ts';
import {takeTurns, warmUp, wholeRunTimer, type Program} from './startup.ts';
import {summarize} from './statistics.ts';

/** Rounds of each comparison: enough for a steady median, and all of it within four minutes. */
const rounds = 25;
const documentRounds = 9;
const stepLength = 200;
/** Rounds of what takes seconds each. */
const longRounds = 7;
const checkCount = 500;
const mixedLength = 1000;

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** The programs that are measured, in a folder of their own with a warm compile cache. */
async function prepare(folder: string) {
  const cli = await installProgram(path.join(folder, 'program'));
  const stores = {
    twenty: path.join(folder, 'twenty'),
    long: path.join(folder, 'long'),
    mixed: path.join(folder, 'mixed'),
    large: path.join(folder, 'large'),
  };
  const caches = path.join(folder, 'caches');
  const program = (store: string, ...args: readonly string[]): Program => ({
    args: [cli, ...args],
    env: {
      HANDOFF_WIZARD_HOME: store,
      HOME: caches,
      XDG_CACHE_HOME: caches,
      LOCALAPPDATA: caches,
      // A long answer is to be printed, and not to wait for keys.
      PAGER: '',
    },
  });
  note('Filling a store with 20 handoffs, and one step with 200 items …');
  await fillHome(stores.twenty);
  const longStep = await createLongStep(stores.long, stepLength);
  const mixedStep = await createLongStep(stores.mixed, mixedLength, {isMixed: true});
  const large = await createLargeHandoff(stores.large);
  const programs = {
    home: program(stores.twenty),
    list: program(stores.twenty, 'list'),
    version: program(stores.twenty, '--version'),
    status: program(stores.twenty, 'status'),
    step: program(stores.long, 'resume', longStep),
    mixed: program(stores.mixed, 'resume', mixedStep),
    checks: {
      folder: path.join(folder, 'checks'),
      check: (file: string, ...args: readonly string[]) =>
        program(stores.long, 'check', '--file', file, '--trust', ...args),
    },
    hello: await bundleHello(path.join(folder, 'hello'), caches),
    echo: {args: [here('bare-echo.js')]},
    bare: {args: ['-e', '0']},
    on: program,
    large: (...args: readonly string[]) => program(stores.large, ...args),
    largeId: large,
  };
  note('Warming the compile cache …');
  await warmUp(programs.home, /\? all keys/, ctrl('c'));
  await warmUp(programs.hello, /Hello, world/, '');
  for (const short of [programs.list, programs.status, programs.version, programs.bare])
    await wholeRunTimer(short, /^/)();
  if (!existsSync(caches) || readdirSync(caches, {recursive: true}).length < 10)
    throw new Error('The program wrote no compile cache.');
  return programs;
}

async function measureAll(folder: string, isStartAlone: boolean): Promise<Measure[]> {
  const programs = await prepare(folder);
  const {step, mixed, checks, echo, on, large, largeId} = programs;
  note(`The installed package: start, ${rounds} rounds …`);
  const start = await measureStart(programs, rounds);
  if (isStartAlone) return start;

  note(`${stepLength * 2 - 1} keys on a step of ${stepLength} items …`);
  const {moves, ticks, echoes, lateness} = await measureKeys(step, echo, stepLength);

  note(`The same among ${mixedLength} items with tables, code and prose …`);
  const among = await measureKeys(mixed, echo, stepLength);

  note(`Stores of 1000 handoffs and journals of 5000 actions, ${documentRounds} rounds …`);
  const stores = [
    ...(await measureStores(on, folder, echo, documentRounds)),
    ...(await measureOverviews(on, folder, documentRounds)),
  ];

  note(`${checkCount} checks against a few lines of execa, ${longRounds} rounds …`);
  const many = manyChecks(checks, checkCount);
  const [manies = [], shells = []] = await takeTurns(many.timers, longRounds);

  note(`A log of 1 GiB against grep -cE, and 1 GiB of output, ${longRounds} rounds …`);
  const [scans = [], greps = []] = await takeTurns(await logTimers(checks), longRounds);
  const [growths = []] = await takeTurns([memoryGrowth(checks)], longRounds);
  note(`All documents of a large handoff, ${documentRounds} rounds …`);
  const documents = await measureDocuments(large, folder, largeId, documentRounds);

  note(`discover over 20000 files against grep -r, ${documentRounds} rounds …`);
  const discovery = await measureDiscovery(
    (...args) => on(path.join(folder, 'twenty'), ...args),
    folder,
    documentRounds,
  );

  note(`Redacting 5 MB against secretlint alone, ${documentRounds} rounds …`);
  const redaction = await measureRedaction(documentRounds);

  const bareEcho = {name: 'bare echo', summary: summarize(echoes)};
  return [
    ...start,
    {
      name: 'step of 200 items: any key',
      ours: summarize([...moves, ...ticks]),
      reference: bareEcho,
      reach: {p99: 16},
    },
    {name: '  cursor moves', ours: summarize(moves), reach: {p99: 16}},
    {name: '  ticks, each saved', ours: summarize(ticks), reach: {p99: 16}},
    {
      name: `${mixedLength} items with tables, code and prose: any key`,
      ours: summarize([...among.moves, ...among.ticks]),
      reference: {name: 'bare echo', summary: summarize(among.echoes)},
      reach: {p99: 16},
    },
    {name: '  cursor moves', ours: summarize(among.moves), reach: {p99: 16}},
    {name: '  ticks, each saved', ours: summarize(among.ticks), reach: {p99: 16}},
    ...stores,
    {
      name: `${checkCount} checks of true: whole program`,
      ours: summarize(manies),
      reference: {name: 'execa', summary: summarize(shells)},
      reach: {ratio: 1.7},
    },
    {
      name: '  the run itself, --jobs 8',
      ours: summarize(many.runs),
      reference: {name: 'execa', summary: summarize(many.referenceRuns)},
      reach: {ratio: 1.7},
    },
    {
      name: 'log check over 1 GiB',
      ours: summarize(scans),
      reference: {name: 'grep -cE', summary: summarize(greps)},
      reach: {ratio: 3},
    },
    {
      name: 'check that prints 1 GiB: memory',
      ours: summarize(growths),
      unit: 'MiB',
      reach: {p99: 64},
    },
    ...documents,
    discovery,
    {
      name: 'redacting 5 MB of a log',
      ours: summarize(redaction.ours),
      reference: {name: 'secretlint', summary: summarize(redaction.secretlint)},
      reach: {ratio: 4},
    },
    {name: 'the machine: lateness of a timer', ours: summarize(lateness)},
  ];
}

const {values} = parseArgs({
  options: {json: {type: 'string'}, start: {type: 'boolean', default: false}},
});
await using folder = makeStoreHome();
const load = os.loadavg()[0] ?? 0;
const results = (await measureAll(folder.path, values.start)).map(judge);
const machine = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processors: os.availableParallelism(),
  loadBefore: load,
};
const json = JSON.stringify({machine, unit: 'ms', results}, undefined, 2);
console.log(
  `\nNode ${machine.node} on ${machine.platform}, ${machine.processors} processors, load ${load.toFixed(1)} before the run.\n` +
    'Medians, with the middle 80 % of all runs in brackets; each comparison took turns. On a machine\n' +
    'with other work to do, trust a figure only as far as its spread and the last line allow.\n',
);
console.log(formatTable(results));
if (values.json === undefined) console.log(`\n${json}`);
else writeFileSync(values.json, `${json}\n`);
