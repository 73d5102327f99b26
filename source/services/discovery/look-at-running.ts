import {hostname} from 'node:os';
import {discoverLive} from '../../discovery/discover-live.ts';
import type {Consent} from '../../discovery/live/asked-host.ts';
import {lookLive, type LiveLook} from '../../discovery/live/look-live.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {plural} from '../../playbook/count-words.ts';
import {Problem} from '../../problem.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import {keepLook, type Append, type Look} from './keep-look.ts';

export interface RunningOptions {
  /** What leads to the host, as checks have it; nothing for this machine. */
  readonly on?: readonly string[] | undefined;
  /** Is shown the commands that follow, and says whether they may run. */
  readonly consent: Consent;
  /** Once it is aborted, nothing more is run, and nothing of the look is kept. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress | undefined;
}

/** Asks a host what it runs. That not all was agreed to is told. */
export async function askHost(options: RunningOptions): Promise<LiveLook> {
  const {signal} = options;
  const look = await lookLive({...options, now: () => new Date()});
  signal?.throwIfAborted();
  const isLeft = look.commands.some(({why}) => why === 'nobody agreed to it');
  if (!isLeft) return look;
  const file = look.place ?? 'this machine';
  const message = 'Not all was asked, since nobody agreed to it.';
  return {...look, problems: [...look.problems, {file, message}]};
}

/**
 * Keeps what a host said that it runs, as a look of its own: a look at files does not say that it is gone.
 *
 * @throws {Problem} when nothing was asked, or the host did not answer; then nothing is kept.
 */
export async function keepRunning(handoff: Handoff, look: LiveLook, append: Append): Promise<Look> {
  const {place, unread} = look;
  const ran = look.commands.filter((one) => one.ran);
  if (ran.length === 0) {
    const message = look.problems[0]?.message ?? 'Nothing was asked.';
    throw new Problem(message, 'Nothing of this look is kept; what was found before stays.');
  }
  const found = await discoverLive(look);
  await keepLook(handoff, found, {host: place ?? hostname(), unread}, append);
  const commands = plural(ran.length, 'command was', 'commands were');
  return {read: `${commands} run.`, left: [], problems: found.problems};
}
