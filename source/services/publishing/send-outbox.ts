import type {Change} from '../../handoff/changes/catalogue.ts';
import {readOutbox, updateOutbox} from '../../store/outbox/outbox-file.ts';
import {isLeft, type Sender, type Sending} from '../../store/outbox/sending.ts';
import {RefusedError} from '../../store/refused-error.ts';
import {hasEnded, hostName} from '../../store/turns/process-life.ts';
import {carryFor} from './carry-out.ts';
import {placeOf, type FoundTarget} from './find-targets.ts';
import {afterTry, asksPerson, canFindOut, isDue} from './try-again.ts';
import {tryOnce} from './try-once.ts';

/** What is needed to send what waits. */
export interface SendOptions {
  readonly home: string;
  readonly handoff: string;
  /** All that the handoff has, trusted by a person; what is for others stays. */
  readonly targets: readonly FoundTarget[];
  /** Names of those to send to. */
  readonly only: readonly string[];
  readonly append: (changes: readonly Change[]) => Promise<unknown>;
  readonly now: () => string;
  /** Tries also what was refused, and what would be tried later. */
  readonly isRetrying: boolean;
  /** Told after each sending. */
  readonly onSent?: (sending: Sending) => void;
}

/** What this process is sending: one in its own name that is not here is of an earlier process. */
const underWay = new Set<string>();

/** Milliseconds beyond the time-outs of its steps after which nobody is sending any more. */
const grace = 60_000;
/** A sending looks, writes, and may page through answers. */
const stepsAtMost = 20;

function senderNow({timeout}: FoundTarget, now: number): Sender {
  const until = new Date(now + timeout * stepsAtMost + grace).toISOString();
  return {pid: process.pid, host: hostName(), until};
}

function isCutOff({id, sender, state}: Sending, now: number): boolean {
  if (state !== 'sending' || underWay.has(id)) return false;
  if (!sender || Date.parse(sender.until) < now) return true;
  if (sender.host !== hostName()) return false;
  return sender.pid === process.pid || hasEnded(sender.pid);
}

type ChangeOne = (sending: Sending) => Sending | undefined;

async function changeOne(
  {home, handoff}: SendOptions,
  id: string,
  change: ChangeOne,
): Promise<Sending | undefined> {
  let changed: Sending | undefined;
  await updateOutbox(home, handoff, (outbox) =>
    outbox.flatMap((one) => {
      if (one.id !== id) return [one];
      changed = change(one);
      return changed ? [changed] : [];
    }),
  );
  return changed;
}

/** Takes up what a process left that was ended in the middle. */
async function takeUp(options: SendOptions): Promise<void> {
  const {home, handoff, targets, now} = options;
  const instant = Date.parse(now());
  if (!readOutbox(home, handoff).some((one) => isCutOff(one, instant))) return;
  const why = 'The program was ended while it was being sent.';
  await updateOutbox(home, handoff, (outbox) =>
    outbox.map((one) => {
      const target = targets.find(({name}) => name === one.target);
      if (!isCutOff(one, instant)) return one;
      if (target && !canFindOut(target.integration)) return asksPerson(one, why);
      const {sender: _, ...rest} = one;
      const after = (target?.integration.knownAfter ?? 0) * 1000;
      const next = new Date(Date.parse(one.lastTryAt ?? one.at) + after).toISOString();
      const wait = after > 0 ? {next, isAskedToWait: true} : {};
      return {...rest, state: 'waiting' as const, isUnsure: true, why, ...wait};
    }),
  );
}

/** Tells in the journal what arrived, and takes it out of the outbox. */
async function tell(options: SendOptions, sending: Sending): Promise<void> {
  const {id, target, through, kind, about, title, audience, digest, place, remote, url} = sending;
  const sent: Change = {
    type: 'publish/sent',
    sending: id,
    target,
    through,
    kind,
    title,
    audience,
    digest,
    place,
    known: sending.known ?? 'answered',
    ...(about === undefined ? {} : {about}),
    ...(remote === undefined ? {} : {remote}),
    ...(url === undefined ? {} : {url}),
  };
  try {
    await options.append([sent]);
  } catch (error) {
    // Another process told it a moment before.
    if (!(error instanceof RefusedError) || error.refusal.code !== 'sending-told') throw error;
  }
  await changeOne(options, id, () => undefined);
}

/** What a sending is where its target has become another since it was asked for; nothing where it has not. */
function wrongFor(sending: Sending, target: FoundTarget): Partial<Sending> | undefined {
  const isForOthers = target.audience === 'customer' && sending.audience === 'internal';
  if (!isForOthers && sending.place === placeOf(target, sending.kind)) return undefined;
  return {
    state: 'refused',
    why: isForOthers
      ? 'It was asked for while the own team read there, and by now the customer does.'
      : 'By now the target is another place than the one that it was asked for.',
    todo: 'Drop it; what is to be there now is planned anew.',
  };
}

/** Sends one, if nobody else does; gives how it stands then. */
async function sendOne(
  options: SendOptions,
  id: string,
  target: FoundTarget,
): Promise<Sending | undefined> {
  const {home, now, isRetrying} = options;
  let isMine = false;
  underWay.add(id);
  try {
    const claimed = await changeOne(options, id, (one) => {
      const instant = Date.parse(now());
      isMine = isDue(one, instant, isRetrying);
      if (!isMine) return one;
      const {next: _, isAskedToWait: _asked, ...rest} = one;
      return {
        ...rest,
        state: 'sending',
        tries: one.tries + 1,
        lastTryAt: now(),
        sender: senderNow(target, instant),
      };
    });
    if (!claimed || !isMine) return undefined;
    const tried = await tryOnce(claimed, target, carryFor(home, target), now);
    return await changeOne(options, id, (one) => {
      if ('verdict' in tried)
        return afterTry(one, tried.verdict, target.integration, Date.parse(now()));
      const {sender: _, why: _why, todo: _todo, ...rest} = one;
      return {...rest, ...tried.arrived, state: 'arrived'};
    });
  } finally {
    underWay.delete(id);
  }
}

/**
 * Sends what waits and whose time has come, each at most once at a time, and tells in the journal what
 * arrived. A target that cannot be reached is left alone until its next time. Gives what is left.
 */
export async function sendOutbox(options: SendOptions): Promise<readonly Sending[]> {
  const {home, handoff, targets, only, now, isRetrying, onSent} = options;
  await takeUp(options);
  const silent = new Set<string>();
  for (const {id} of readOutbox(home, handoff)) {
    const sending = readOutbox(home, handoff).find((one) => one.id === id);
    if (!sending) continue;
    if (sending.state === 'arrived') {
      await tell(options, sending);
      onSent?.(sending);
      continue;
    }
    const target = targets.find(({name}) => name === sending.target);
    const isMeant = only.includes(sending.target) && !silent.has(sending.target);
    if (!target || !isMeant || !isDue(sending, Date.parse(now()), isRetrying)) continue;
    const wrong = wrongFor(sending, target);
    if (wrong) {
      const refused = await changeOne(options, id, (one) => ({...one, ...wrong}));
      if (refused) onSent?.(refused);
      continue;
    }
    const done = await sendOne(options, id, target);
    if (!done) continue;
    if (done.state === 'arrived') await tell(options, done);
    else if (done.state === 'waiting') silent.add(done.target);
    onSent?.(done);
  }
  return readOutbox(home, handoff).filter(isLeft);
}
