import {appendFile, mkdir, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import {syncHandoff} from '../../../source/services/sharing/sync-handoff.ts';
import type {Synced} from '../../../source/services/sharing/syncing.ts';
import {openReader} from '../../../source/store/snapshot.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {createJournal} from '../../../source/store/create-handoff.ts';
import {isHandoff} from '../../../source/store/handoff-folders.ts';
import {toAction} from '../../../source/handoff/changes/journal.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {Problem} from '../../../source/problem.ts';
import {created} from '../../fixtures/journals.ts';
import {makeStoreHome} from '../../harness/store-home.ts';

export const id = 'apex-payments';

/** A person with a store and a clone of their own. */
export interface Person {
  readonly name: string;
  readonly home: string;
  readonly clone: string;
  /** The user's own git in it. */
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** Whether git says yes. */
  readonly tries: (...args: readonly string[]) => Promise<boolean>;
  readonly sync: (isSharing?: boolean) => Promise<Synced | undefined>;
  /** Ids of what was saved. */
  readonly change: (decide: (handoff: Handoff) => readonly Change[]) => Promise<readonly string[]>;
}

export interface Clones extends AsyncDisposable {
  readonly people: readonly Person[];
  /** Takes the remote away and puts it back. */
  readonly setOffline: (isOffline: boolean) => Promise<void>;
}

function person(root: string, name: string): Person {
  const [home, clone] = [path.join(root, name, 'store'), path.join(root, name, 'clone')];
  const env = {HOME: root, GIT_CONFIG_NOSYSTEM: '1'};
  const ask = (args: readonly string[]) => execa('git', args, {cwd: clone, env, reject: false});
  return {
    name,
    home,
    clone,
    async git(...args) {
      const {failed, stdout, stderr} = await ask(args);
      if (failed) throw new Error(`git ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
    tries: async (...args) => !(await ask(args)).failed,
    async sync(isSharing = false) {
      try {
        return await syncHandoff({
          home,
          actor: name,
          id,
          folder: clone,
          git: {hasTerminal: false},
          choice: 'new',
          isSharing,
          isLocal: isSharing,
        });
      } catch (error) {
        if (error instanceof Problem) return undefined;
        throw error;
      }
    },
    async change(decide) {
      if (!isHandoff(home, id)) return [];
      const before = new Set(
        openReader(home, id)
          .snapshot()
          .journal.map((action) => action.id),
      );
      const {handoff} = openReader(home, id).snapshot();
      try {
        const appended = await appendChanges({
          home,
          id,
          actor: name,
          decide: () => decide(handoff),
        });
        return appended.snapshot.journal.flatMap((each) => (before.has(each.id) ? [] : each.id));
      } catch (error) {
        if (error instanceof Problem) return [];
        throw error;
      }
    },
  };
}

const settings = [
  ['user.email', 'a@example.com'],
  ['user.name', 'A'],
  ['gc.auto', '0'],
  ['commit.gpgsign', 'false'],
] as const;

/** People with a clone each of one repository, the first of whom has a handoff and has shared it. */
export async function makeClones(names: readonly string[]): Promise<Clones> {
  const {path: root, remove} = makeStoreHome();
  const bare = path.join(root, 'bare.git');
  await execa('git', ['init', '-q', '--bare', '-b', 'main', bare]);
  const people = names.map((name) => person(root, name));
  for (const {home, clone} of people) {
    await mkdir(home, {recursive: true});
    await execa('git', ['clone', '-q', bare, clone]);
    // What the program calls has the machine's own settings besides.
    for (const [key, value] of settings) await execa('git', ['config', key, value], {cwd: clone});
  }
  const [first] = people;
  if (!first) throw new Error('nobody');
  await writeFile(path.join(first.clone, 'README.md'), 'x\n');
  await first.git('checkout', '-q', '-B', 'main');
  await first.git('add', '.');
  await first.git('commit', '-q', '-m', 'first');
  await first.git('push', '-q', '-u', 'origin', 'main');
  for (const one of people.slice(1)) await one.git('pull', '-q');
  const stamp = {id: 'created', at: new Date().toISOString(), actor: first.name};
  createJournal(first.home, [id], () => [toAction([], created, stamp)]);
  await first.sync(true);
  await first.sync();
  return {
    people,
    setOffline: (isOffline) =>
      isOffline ? rename(bare, `${bare}.gone`) : rename(`${bare}.gone`, bare),
    [Symbol.asyncDispose]: remove,
  };
}

/** Work of their own in the clone, beside the handoff. */
export async function workBeside(
  {clone, name, git, tries}: Person,
  kind: 'commit' | 'stage' | 'edit' | 'pull' | 'rebase' | 'push',
): Promise<void> {
  const file = path.join(clone, `${name}.txt`);
  switch (kind) {
    case 'commit':
      await appendFile(file, 'line\n');
      await git('add', '--', `${name}.txt`);
      await git('commit', '-q', '-m', `work of ${name}`, '--', `${name}.txt`);
      return;
    case 'stage':
      await appendFile(`${file}.staged`, 'line\n');
      await git('add', '--', `${name}.txt.staged`);
      return;
    case 'edit':
      await appendFile(path.join(clone, 'README.md'), 'dirty\n');
      return;
    case 'pull':
      await tries('pull', '-q', '--no-rebase', '--no-edit');
      return;
    case 'rebase':
      await tries('pull', '-q', '--rebase');
      return;
    case 'push':
      await tries('push', '-q');
  }
}
