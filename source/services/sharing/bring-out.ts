import {plural} from '../../documents/words/plural.ts';
import {commitAside, commitHere, pushTo, type Pushed} from './git/commit-files.ts';
import {askGit} from './git/git.ts';
import {
  branchOf,
  commitAt,
  countBehind,
  countForeign,
  fetchFrom,
  underWayIn,
  upstreamOf,
  type Upstream,
} from './git/repository.ts';
import {give} from './give.ts';
import {lackingFiles} from './lacking-files.ts';
import {readSharedCommit} from './read-shared.ts';
import {takeIn, type Syncing} from './syncing.ts';

/** So many times somebody else may be faster. */
const tries = 8;

/** Files by their path from the top of the checkout. */
function fromTop({repository, order}: Syncing, files: ReadonlyMap<string, string | Uint8Array>) {
  return new Map(
    [...files].map(([name, held]) => [`${repository.prefix}/${order.id}/${name}`, held]),
  );
}

function messageOf(id: string, isNew: boolean): string {
  return isNew ? `Share the handoff ${id}` : `Bring the handoff ${id} up to date`;
}

/** Commits what the checkout lacks, on its branch. */
async function commitLacking(syncing: Syncing): Promise<void> {
  const {order, repository, top} = syncing;
  // What lies there and was never committed is in the store by now, and goes with it.
  const there = await readSharedCommit(repository, 'HEAD', order.id);
  const lacking = await lackingFiles(await give(order.home, order.id), there);
  if (lacking.size > 0) {
    const files = fromTop(syncing, lacking);
    await commitHere(repository, top, files, messageOf(order.id, !there));
    syncing.isCommitted = true;
  }
  syncing.isHere = true;
}

const merged = 'Bring in what colleagues have pushed';

/** Brings what was fetched into the checkout; why not, where git would not do it cleanly. */
async function mergeFetched({repository, top}: Syncing, tip: string): Promise<string | undefined> {
  const git = {...repository.git, folder: top};
  const {isGood, words} = await askGit(git, ['merge', '--quiet', '-m', merged, tip]);
  if (isGood) return undefined;
  // Where it did not begin there is nothing to end.
  if ((await underWayIn(repository)) === 'a merge') await askGit(git, ['merge', '--abort']);
  const [, files] = /would be overwritten by merge: (.*?)(?: Please |$)/u.exec(words) ?? [];
  return files === undefined
    ? `git says "${words}"`
    : `files that you have changed stand in the way of a merge: ${files}`;
}

/** One try to bring ours to where colleagues get it, through the branch that is checked out. */
async function pushHere(syncing: Syncing, upstream: Upstream, tip: string | undefined) {
  const {repository} = syncing;
  if (tip !== undefined && (await countBehind(repository, tip, 'HEAD')) > 0) {
    const why = await mergeFetched(syncing, tip);
    if (why !== undefined) return why;
  }
  await commitLacking(syncing);
  const ahead = tip === undefined ? 1 : await countBehind(repository, 'HEAD', tip);
  if (ahead === 0) return {state: 'pushed'} as const;
  const pushed = await pushTo(repository.git, upstream);
  if (pushed.state === 'pushed') syncing.isPushed = true;
  return pushed;
}

/** The same beside the checkout, on top of what colleagues have; the user's branch stays as it is. */
async function pushAside(syncing: Syncing, upstream: Upstream, tip: string): Promise<Pushed> {
  const {order, repository} = syncing;
  const there = await readSharedCommit(repository, tip, order.id);
  const lacking = await lackingFiles(await give(order.home, order.id), there);
  if (lacking.size === 0) return {state: 'pushed'};
  const message = messageOf(order.id, !there);
  const files = fromTop(syncing, lacking);
  const pushed = await commitAside(repository, tip, files, message, (aside) =>
    pushTo(aside, upstream),
  );
  if (pushed.state === 'pushed') {
    syncing.isCommitted = true;
    syncing.isPushed = true;
  }
  return pushed;
}

/** Why nothing can be committed on the branch of the user now; nothing where it can. */
async function busyWords({repository}: Syncing, branch: string | undefined) {
  const begun = await underWayIn(repository);
  if (begun !== undefined) return `${begun} is under way in ${repository.folder}`;
  return branch === undefined ? `no branch is checked out in ${repository.folder}` : undefined;
}

async function pushTried(
  syncing: Syncing,
  upstream: Upstream,
): Promise<Pushed | {readonly state: 'offline'; readonly words: string}> {
  const {repository, order, remarks} = syncing;
  const told = new Set<string>();
  for (let turn = 0; turn < tries; turn += 1) {
    const fetched = await fetchFrom(repository, upstream);
    if (fetched.state === 'failed') return {state: 'offline', words: fetched.words};
    const tip = fetched.state === 'fetched' ? fetched.commit : undefined;
    if (tip !== undefined) await takeIn(syncing, await readSharedCommit(repository, tip, order.id));
    const foreign = tip === undefined ? 0 : await countForeign(repository, tip);
    let pushed: Pushed | string =
      foreign > 0
        ? `your branch has ${plural(foreign, 'commit')} that you have not pushed`
        : await pushHere(syncing, upstream, tip);
    if (typeof pushed === 'string') {
      told.add(pushed);
      if (tip === undefined) return {state: 'refused', words: pushed};
      pushed = await pushAside(syncing, upstream, tip);
    }
    if (pushed.state !== 'late') {
      for (const why of told)
        remarks.push(
          `Your branch was left as it is, since ${why}. "git pull" brings the handoff into it.`,
        );
      return pushed;
    }
  }
  return {state: 'late'};
}

/**
 * Brings what colleagues lack to where they get it, and gives where that is; nothing where it was not
 * done, which is told.
 */
export async function bringOut(syncing: Syncing): Promise<string | undefined> {
  const {order, repository, remarks} = syncing;
  const branch = await branchOf(repository);
  const busy = await busyWords(syncing, branch);
  if (busy !== undefined || branch === undefined) {
    remarks.push(
      `Not committed and not pushed: ${busy}. What is here was taken in; sync again when that is done.`,
    );
    return undefined;
  }
  const upstream = order.isLocal ? undefined : await upstreamOf(repository, branch);
  if (!upstream) {
    await commitLacking(syncing);
    if (!order.isLocal)
      remarks.push(
        `Not pushed: the branch ${branch} is pushed nowhere. "git push -u REMOTE ${branch}" says where.`,
      );
    return undefined;
  }
  const name = `${upstream.remote}/${upstream.branch}`;
  const pushed = await pushTried(syncing, upstream);
  switch (pushed.state) {
    case 'pushed':
      return name;
    case 'late':
      remarks.push(`Not pushed: others were faster ${tries} times. Sync again.`);
      return undefined;
    case 'refused':
      remarks.push(`Not pushed to ${name}: ${pushed.words || 'it was refused'}.`);
      return undefined;
    case 'offline':
      remarks.push(
        `Not reached: ${upstream.remote}, ${pushed.words || 'it does not answer'}. What is here was united; sync again when it can be reached.`,
      );
      if ((await commitAt(repository, 'HEAD')) !== undefined) await commitLacking(syncing);
      return undefined;
  }
}
