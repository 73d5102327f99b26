import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {execa} from 'execa';
import {stringify} from 'yaml';
import {
  preview,
  publish,
  targetsOf,
  type Preview,
  type Publishing,
} from '../../source/services/publishing/publish.ts';
import type {Sending} from '../../source/store/outbox/sending.ts';
import {appendTo} from '../../source/store/append-changes.ts';
import {openReader} from '../../source/store/snapshot.ts';
import {runInOneProcess, type Outcome} from '../harness/one-process/run.ts';
import {program} from '../e2e/place.ts';
import {engineer, type Stage} from '../fixtures/world/story.ts';
import {makeWorld, type World} from '../fixtures/world/world.ts';

/** A process that can be killed. */
interface Started {
  readonly kill: (signal: NodeJS.Signals) => boolean;
  readonly ended: Promise<{readonly exitCode?: number | undefined}>;
}

/** A handoff in a world of its own, with targets of its person. */
export interface PublishingWorld extends World {
  /** Minutes by which the clock of the next sending is ahead. */
  readonly later: (minutes: number) => void;
  readonly setTargets: (targets: readonly object[]) => void;
  readonly preview: (...names: readonly string[]) => Promise<readonly Preview[]>;
  /** Sends, and gives what is left in the outbox. */
  readonly publish: (options?: {
    readonly isRetrying?: boolean;
    readonly by?: Publishing;
  }) => Promise<readonly Sending[]>;
  readonly run: (args: readonly string[], env?: Record<string, string>) => Promise<Outcome>;
  /** The program in a process of its own, to be killed. */
  readonly start: (args: readonly string[], env?: Record<string, string>) => Started;
  readonly publishing: Publishing;
}

/** Sets variables of this process until it is disposed of. */
export function withEnvironment(values: Readonly<Record<string, string>>): Disposable {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return {
    [Symbol.dispose]() {
      for (const [name, value] of before)
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
    },
  };
}

export async function makePublishingWorld(
  stage: Stage,
  targets: readonly object[],
): Promise<PublishingWorld> {
  const world = await makeWorld(stage);
  const {home, id, folder} = world;
  let ahead = 0;
  const reader = openReader(home, id);
  const env = {
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    HOME: folder,
    HANDOFF_WIZARD_HOME: home,
    HANDOFF_WIZARD_HANDOFF: id,
  };
  const publishing: Publishing = {
    home,
    actor: engineer,
    snapshot: () => {
      reader.refresh();
      return reader.snapshot();
    },
    append: (changes) => appendTo(reader, {home, id, actor: engineer, decide: () => changes}),
    now: () => new Date(Date.now() + ahead * 60_000).toISOString(),
  };
  const setTargets = (all: readonly object[]): void => {
    mkdirSync(home, {recursive: true});
    writeFileSync(path.join(home, 'targets.yaml'), stringify({targets: all}));
  };
  setTargets(targets);
  return {
    ...world,
    publishing,
    setTargets,
    later: (minutes) => void (ahead += minutes),
    async preview(...names) {
      const {chosen} = await targetsOf(publishing, names);
      return preview(publishing, chosen, false);
    },
    async publish({isRetrying = false, by = publishing} = {}) {
      return publish(by, await targetsOf(by, []), {isRetrying});
    },
    run: (args, extra = {}) => runInOneProcess({args, cwd: folder, env: {...env, ...extra}}),
    start(args, extra = {}) {
      const child = execa(process.execPath, [program, ...args], {
        cwd: folder,
        env: {...env, ...extra},
        extendEnv: false,
        stdin: 'ignore',
        reject: false,
      });
      return {kill: (signal) => child.kill(signal), ended: child};
    },
    [Symbol.asyncDispose]: world[Symbol.asyncDispose],
  };
}
