import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {sampleChecks} from '../../../source/sample/sample-checks.ts';
import {begunPreparation, type PastChange} from '../../../source/sample/story.ts';
import {pastProofs} from '../../../source/sample/tries.ts';
import {keepSignOfLife} from '../../../source/store/turns/sign-of-life.ts';
import {createJournal} from '../../../source/store/create-handoff.ts';
import {makeStoreHome, type StoreHome} from '../../harness/store-home.ts';
import {builtInPlaybook} from '../../fixtures/built-in-playbook.ts';
import {honest, honestUpTo, instantOf, journalOf, now} from '../../fixtures/world/past.ts';
import {created, failingRun} from '../../fixtures/world/story.ts';

/** The instant at which every screen is drawn: noon on a Wednesday. */
export const instant = now;

/** The folder of the system as screens name it, whatever folder of this machine holds it. */
export const shownWorkspace = created.workspace;

const port = 8080;
const day = 24 * 60;
const log = [
  '2026-11-25T11:59:57.000Z INFO orders service 2.4.1 listens on 127.0.0.1:8080',
  '2026-11-25T11:59:58.000Z INFO GET /healthz 200',
  '2026-11-25T11:59:59.000Z WARN GET /orders/9 404',
  '',
].join('\n');

const compose = `services:
  orders:
    image: ghcr.io/cornershop/orders:2.4.1
    ports: ["8080:8080"]
    environment:
      LOG_LEVEL: debug
      DB_PASSWORD: \${DB_PASSWORD}
    depends_on: [db]
  db:
    image: postgres:16.4
    volumes: ["orders:/var/lib/postgresql/data"]
  dump:
    image: cornershop/dump:latest
    profiles: [backup]
volumes: {orders: {}}
`;

/** The stories that screens are drawn of, each with the minutes before now of its changes. */
const stories = {
  none: [],
  begun: begun(),
  /** What is deployed was looked at, and nothing was said of it. */
  found: begun(),
  /** Ready for the session, which is planned for today. */
  ready: beforeSession(30),
  running: [...beforeSession(25), ...started(25)],
  over: [...beforeSession(72), ...started(72)],
  late: [...beforeSession(54), ...started(54)],
  ended: honestUpTo('session/ended', 40),
  finished: honest,
} satisfies Readonly<Record<string, readonly PastChange[]>>;

export type PlaceName = keyof typeof stories;

function begun(): PastChange[] {
  const told = begunPreparation(builtInPlaybook, port, now.slice(0, 10));
  const failed = failingRun(instantOf({minutesAgo: 191, change: created}));
  return [
    {id: 'created', minutesAgo: 3 * day, change: created},
    ...told,
    ...pastProofs(told, {minutesAgo: 200, now: Date.parse(now)}).filter(({id}) =>
      id?.includes('check-health'),
    ),
    {minutesAgo: 190, change: {type: 'checks/recorded', run: failed}},
  ];
}

function beforeSession(minutesAgo: number): readonly PastChange[] {
  return honestUpTo('session/started', minutesAgo).slice(0, -1);
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
  if (name === 'found') await writeFile(path.join(workspace, 'compose.yaml'), compose);
  await mkdir(path.join(workspace, 'logs'));
  await writeFile(path.join(workspace, 'logs', 'orders.log'), log);
  const story = stories[name];
  if (story.length === 0) return {...place, home, workspace, handoff: undefined};
  const id = created.handoff;
  createJournal(home, [id], () => journalOf(story));
  await keepSignOfLife(home, id, now);
  return {...place, home, workspace, handoff: id};
}
