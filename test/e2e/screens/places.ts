import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Action, Change} from '../../../source/handoff/changes/catalogue.ts';
import {toAction} from '../../../source/handoff/changes/journal.ts';
import {sampleChecks} from '../../../source/sample/sample-checks.ts';
import {begunPreparation, type PastChange} from '../../../source/sample/story.ts';
import {keepSignOfLife} from '../../../source/store/turns/sign-of-life.ts';
import {createJournal} from '../../../source/store/create-handoff.ts';
import {makeStoreHome, type StoreHome} from '../../harness/store-home.ts';
import {checkRun, honest, now, playbook, proof} from '../../handoff/gates/honest-handoff.ts';

/** The instant at which every screen is drawn: noon on a Wednesday. */
export const instant = now;

/** The folder of the system as screens name it, whatever folder of this machine holds it. */
export const shownWorkspace = '/srv/orders-service';

const engineer = 'Jordan Ruiz';
const port = 8080;
const day = 24 * 60;
const log = [
  '2026-11-25T11:59:57.000Z INFO orders service 2.4.1 listens on 127.0.0.1:8080',
  '2026-11-25T11:59:58.000Z INFO GET /healthz 200',
  '2026-11-25T11:59:59.000Z WARN GET /orders/9 404',
  '',
].join('\n');

/** The stories that screens are drawn of, each with the minutes before now of its changes. */
const stories = {
  none: [],
  begun: [...begun()],
  /** Ready for the session, which is planned for today. */
  ready: upTo('session/started', 30),
  running: [...upTo('session/started', 25), ...started(25)],
  over: [...upTo('session/started', 72), ...started(72)],
  late: [...upTo('session/started', 54), ...started(54)],
  ended: upTo('session/ended', 40),
  finished: honest.map((entry) => (entry.id === 'created' ? created(entry.minutesAgo) : entry)),
} satisfies Readonly<Record<string, readonly PastChange[]>>;

export type PlaceName = keyof typeof stories;

function created(minutesAgo: number): PastChange {
  return {
    id: 'created',
    minutesAgo,
    change: {
      type: 'handoff/created',
      handoff: 'corner-shop-orders',
      customer: 'Corner Shop Cooperative',
      system: 'Orders service',
      workspace: shownWorkspace,
      timeZone: 'UTC',
      playbook,
      playbookSource: 'built-in',
    },
  };
}

function begun(): PastChange[] {
  return [
    created(3 * day),
    ...begunPreparation(playbook, port, now.slice(0, 10)),
    {minutesAgo: 200, change: proof('check-health')},
    {
      minutesAgo: 190,
      change: {type: 'checks/recorded', run: checkRun('begun', 'fail', ago(190))},
    },
  ];
}

function ago(minutes: number): string {
  return new Date(Date.parse(now) - minutes * 60_000).toISOString();
}

/** The honest story up to a change, moved so that this change came so many minutes ago. */
function upTo(type: Change['type'], minutesAgo: number): PastChange[] {
  const end = honest.find(({change}) => change.type === type)?.minutesAgo ?? 0;
  const isBefore = (entry: PastChange) =>
    type === 'session/started' ? entry.minutesAgo > end : entry.minutesAgo >= end;
  return honest
    .filter(isBefore)
    .map((entry) => moved(entry, end - minutesAgo))
    .map((entry) => (entry.id === 'created' ? created(entry.minutesAgo) : entry));
}

/** Dates in rows lie round the session, so they move with it. */
function moved(entry: PastChange, by: number): PastChange {
  const minutesAgo = entry.minutesAgo - by;
  const {change} = entry;
  const days = Math.round(by / day);
  const later = (text: string) =>
    /^\d{4}-\d\d-\d\d$/.test(text)
      ? new Date(Date.parse(text) + days * day * 60_000).toISOString().slice(0, 10)
      : text;
  if (change.type === 'record/added')
    return {
      ...entry,
      minutesAgo,
      change: {
        ...change,
        fields: Object.fromEntries(
          Object.entries(change.fields).map(([name, value]) => [
            name,
            typeof value === 'string' ? later(value) : value,
          ]),
        ),
      },
    };
  if (change.type === 'session/planned') {
    const startsAt = new Date(Date.parse(change.startsAt) + by * 60_000).toISOString();
    return {...entry, minutesAgo, change: {...change, startsAt, timeZone: 'UTC'}};
  }
  if (change.type === 'checks/recorded') {
    const startedAt = new Date(Date.parse(change.run.startedAt) + by * 60_000).toISOString();
    const results = change.run.results.map((result) => ({...result, startedAt}));
    return {...entry, minutesAgo, change: {...change, run: {...change.run, startedAt, results}}};
  }
  return {...entry, minutesAgo};
}

function started(minutesAgo: number): PastChange[] {
  return [
    {minutesAgo, change: {type: 'session/started'}},
    {minutesAgo, change: {type: 'session/block-entered', block: 'overview'}},
    {minutesAgo: minutesAgo - 9, change: {type: 'session/block-entered', block: 'walkthrough'}},
    {minutesAgo: minutesAgo - 9, change: {type: 'session/driver-changed', driver: 'customer'}},
    {
      minutesAgo: minutesAgo - 12,
      change: {type: 'session/noted', kind: 'question', text: 'Who rotates the log at weekends?'},
    },
    {
      minutesAgo: minutesAgo - 14,
      change: {type: 'session/noted', kind: 'action', text: 'Send the dashboards to Lee'},
    },
  ];
}

function journalOf(story: readonly PastChange[]): Action[] {
  const journal: Action[] = [];
  const past = story.toSorted((a, b) => b.minutesAgo - a.minutesAgo);
  past.forEach(({id, minutesAgo, change}, index) => {
    const at = new Date(Date.parse(now) - minutesAgo * 60_000).toISOString();
    journal.push(toAction(journal, change, {id: id ?? `told-${index}`, at, actor: engineer}));
  });
  return journal;
}

/** A store with the handoff of a story, and the folder that stands for its workspace. */
export interface ScreenPlace extends StoreHome {
  readonly home: string;
  readonly workspace: string;
  readonly handoff: string | undefined;
}

export async function makeScreenPlace(name: PlaceName): Promise<ScreenPlace> {
  const place = makeStoreHome();
  const home = path.join(place.path, 'store');
  const workspace = path.join(place.path, 'orders-service');
  await mkdir(workspace);
  await writeFile(path.join(workspace, 'handoff.yaml'), sampleChecks(port));
  await mkdir(path.join(workspace, 'logs'));
  await writeFile(path.join(workspace, 'logs', 'orders.log'), log);
  const story = stories[name];
  if (story.length === 0) return {...place, home, workspace, handoff: undefined};
  const id = 'corner-shop-orders';
  createJournal(home, [id], () => journalOf(story));
  await keepSignOfLife(home, id, now);
  return {...place, home, workspace, handoff: id};
}
