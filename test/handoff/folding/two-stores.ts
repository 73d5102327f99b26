import {appendFileSync, cpSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import type {Action, Change} from '../../../source/handoff/changes/catalogue.ts';
import {journalVersion} from '../../../source/handoff/changes/stamp.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {handoffFolder} from '../../../source/store/handoff-folders.ts';
import {formatLine} from '../../../source/store/journal/journal-line.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {engineer} from '../../fixtures/world/story.ts';
import {makeWorld, type World, type WorldOptions} from '../../fixtures/world/world.ts';

/** The colleague with a store of her own. */
export const colleague = 'Ana Silva';

export type Asked = Change | ((handoff: Handoff) => Change);

/** What a forger chooses for his line; the rest is as an honest program would have it. */
export interface Forgery {
  readonly actor?: string;
  readonly v?: number;
  /** Hashes that the line says it goes on from. */
  readonly seen?: readonly string[];
  /** The file it stands in; one of its own, where not given. */
  readonly file?: string;
  readonly at?: string;
}

/** A new handoff in the stores of two people who can be offline. */
export interface TwoStores extends Omit<World, 'append'> {
  /** The engineer's own program, change by change. */
  readonly append: (...changes: readonly Asked[]) => Promise<void>;
  /** The colleague takes a copy with her. */
  readonly part: () => void;
  /** Her program, on her copy. */
  readonly apart: (...changes: readonly Asked[]) => Promise<void>;
  /** Her lines come back. */
  readonly meet: () => void;
  /** A line written by hand, with the right hash. */
  readonly forge: (change: Asked, forgery?: Forgery) => Action;
}

export async function makeTwoStores({hasGates = false}: WorldOptions = {}): Promise<TwoStores> {
  const world = await makeWorld('new', {hasGates});
  const {home, id, folder, snapshot} = world;
  const other = path.join(folder, 'hers');
  let count = 0;

  async function write(store: string, actor: string, changes: readonly Asked[]): Promise<void> {
    for (const asked of changes) {
      const {handoff} = readSnapshot(store, id);
      const change = typeof asked === 'function' ? asked(handoff) : asked;
      await appendChanges({home: store, id, actor, decide: () => [change]});
    }
  }

  return {
    ...world,
    append: (...changes) => write(home, engineer, changes),
    part: () => cpSync(handoffFolder(home, id), handoffFolder(other, id), {recursive: true}),
    apart: (...changes) => write(other, colleague, changes),
    meet() {
      for (const name of readdirSync(handoffFolder(other, id))) {
        const [hers, mine] = [other, home].map((store) =>
          path.join(handoffFolder(store, id), name),
        );
        const sizeOf = (file = '') => statSync(file, {throwIfNoEntry: false})?.size ?? 0;
        if (hers && mine && sizeOf(hers) > sizeOf(mine)) cpSync(hers, mine);
      }
    },
    forge(asked, {file, seen, ...stamp} = {}) {
      const {handoff, journal, heads} = snapshot();
      const change = typeof asked === 'function' ? asked(handoff) : asked;
      const last = journal.at(-1);
      count += 1;
      const action = {
        ...change,
        id: `forged-${count}`,
        at: new Date(last?.order ?? 0).toISOString(),
        actor: engineer,
        v: journalVersion,
        order: (last?.order ?? 0) + 1,
        ...stamp,
      } as Action;
      const {text} = formatLine(action, seen ?? heads);
      appendFileSync(
        path.join(handoffFolder(home, id), file ?? `forged-${count}.jsonl`),
        `\n${text}\n`,
      );
      return action;
    },
  };
}
