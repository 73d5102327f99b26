import {rmSync} from 'node:fs';
import path from 'node:path';
import {createHandoff} from '../../source/store/create-handoff.ts';
import {appendChanges} from '../../source/store/append-changes.ts';
import {largeWork} from '../documents/large-handoff.ts';
import type {Measure} from './report.ts';
import {takeTurns, wholeRunTimer, type Program, type Timer} from './startup.ts';
import {summarize} from './statistics.ts';

const actor = 'J. Ruiz';

/** Puts a handoff of 200 items, 60 checks and 40 questions into a store, and gives its id. */
export async function createLargeHandoff(home: string): Promise<string> {
  const {playbook, changes} = largeWork();
  const id = await createHandoff(home, actor, {
    customer: 'Apex Banking',
    system: 'Payments API',
    workspace: home,
    timeZone: 'Europe/Berlin',
    playbook,
    playbookSource: 'large',
  });
  await appendChanges({home, id, actor, decide: () => changes});
  return id;
}

/** Times a run of `docs` from its start to its end; the folder is never there before. */
function documentsTimer(
  program: (...args: readonly string[]) => Program,
  folder: string,
  id: string,
  formats: string,
): Timer {
  const out = path.join(folder, `documents-${formats.replaceAll(',', '-')}`);
  const run = wholeRunTimer(program('docs', id, '--out', out, '--format', formats), /Written: /);
  return async () => {
    rmSync(out, {recursive: true, force: true});
    return run();
  };
}

/** How long all documents of a large handoff take, with and without PDF. */
export async function measureDocuments(
  program: (...args: readonly string[]) => Program,
  folder: string,
  id: string,
  rounds: number,
): Promise<Measure[]> {
  const timer = (formats: string) => documentsTimer(program, folder, id, formats);
  const timers = [timer('md,html'), timer('md,html,pdf')];
  // Once for the compile cache.
  await takeTurns(timers, 1);
  const [pages = [], all = []] = await takeTurns(timers, rounds);
  return [
    {name: 'docs, large handoff: md and html', ours: summarize(pages), reach: {p99: 500}},
    {name: 'docs, large handoff: and pdf', ours: summarize(all), reach: {p99: 3000}},
  ];
}
