import type {Change} from '../../handoff/changes/catalogue.ts';
import {Problem} from '../../problem.ts';
import {readOnlyWords} from '../../store/reading-notices.ts';
import {readOutbox, updateOutbox} from '../../store/outbox/outbox-file.ts';
import type {Sending} from '../../store/outbox/sending.ts';
import type {Snapshot} from '../../store/snapshot.ts';
import {chooseTargets, findTargets, targetsPaths, type FoundTarget} from './find-targets.ts';
import {enqueue, planSendings, withPlanned} from './plan-sendings.ts';
import {sendOutbox} from './send-outbox.ts';
import {shownDoing} from './show-doing.ts';
import {isDue} from './try-again.ts';

/** A handoff whose targets are spoken of. */
export interface Publishing {
  readonly home: string;
  /** Gives what the store holds at that moment, also of what others have written. */
  readonly snapshot: () => Snapshot;
  readonly append: (changes: readonly Change[]) => Promise<unknown>;
  readonly actor: string;
  /** Gives the ISO 8601 instant now. */
  readonly now: () => string;
}

/** What would be sent, exactly. */
export interface Preview {
  readonly sending: Sending;
  readonly target: FoundTarget;
  /** It is tried now; else it waits for its time, or for a person. */
  readonly isDue: boolean;
  readonly shown: readonly string[];
}

/** {@link findTargets}, and of those the ones that a person named. */
export async function targetsOf(
  {home, snapshot}: Publishing,
  names: readonly string[],
): Promise<{readonly all: readonly FoundTarget[]; readonly chosen: readonly FoundTarget[]}> {
  const {handoff} = snapshot();
  const all = await findTargets(home, handoff);
  return {all, chosen: chooseTargets(all, names, targetsPaths(home, handoff).ofWorkspace)};
}

/** What a sending would do, as it is shown before. */
function shownOf(sending: Sending, {integration, spec}: FoundTarget): readonly string[] {
  const {id, mark, at, kind, about, title, text, isClosed, data, remote} = sending;
  const content = {kind, ...(about === undefined ? {} : {about}), title, text, isClosed, data};
  return shownDoing(integration.write(spec, {id, mark, at, content, remote}));
}

/** What would be sent now to the targets chosen; nothing is sent or written. */
export async function preview(
  publishing: Publishing,
  chosen: readonly FoundTarget[],
  isRetrying: boolean,
): Promise<readonly Preview[]> {
  const {home, snapshot, now} = publishing;
  const planned = await planSendings(home, snapshot(), chosen, publishing);
  const outbox = withPlanned(readOutbox(home, snapshot().handoff.id), planned, snapshot());
  return outbox.flatMap((sending): Preview[] => {
    const target = chosen.find(({name}) => name === sending.target);
    if (!target) return [];
    const due = isDue(sending, Date.parse(now()), isRetrying);
    return [{sending, target, isDue: due, shown: shownOf(sending, target)}];
  });
}

/** @throws {Problem} where nobody has trusted the file of one. */
export function requireTrusted(targets: readonly FoundTarget[]): void {
  const file = targets.find(({isTrusted}) => !isTrusted)?.file;
  if (file)
    throw new Problem(
      `Nobody has trusted this content of ${file.path} on this machine. Nothing was sent.`,
      'Read it, then send with --trust.',
    );
}

/**
 * Sends to the targets chosen what they do not have, and what of it waits in the outbox. Gives what is
 * left there.
 *
 * @throws {Problem} where the targets file was not trusted, or what was sent could not be recorded.
 */
export async function publish(
  publishing: Publishing,
  {all, chosen}: {readonly all: readonly FoundTarget[]; readonly chosen: readonly FoundTarget[]},
  {
    isRetrying,
    onSent,
  }: {readonly isRetrying: boolean; readonly onSent?: (sending: Sending) => void},
): Promise<readonly Sending[]> {
  const {home, snapshot, append, now} = publishing;
  requireTrusted(chosen);
  const readOnly = readOnlyWords(snapshot());
  if (readOnly !== undefined)
    throw new Problem(`Nothing was sent, as it could not be recorded. ${readOnly}`);
  const options = {
    home,
    handoff: snapshot().handoff.id,
    targets: all.filter(({isTrusted}) => isTrusted),
    only: chosen.map(({name}) => name),
    append,
    now,
    isRetrying,
    ...(onSent ? {onSent} : {}),
  };
  await enqueue(home, snapshot, await planSendings(home, snapshot(), chosen, publishing));
  const left = await sendOutbox(options);
  // Once an issue is there, its step follows.
  const steps = (await planSendings(home, snapshot(), chosen, publishing)).filter(
    ({kind}) => kind === 'status',
  );
  const isNew = (step: Sending) =>
    !left.some(
      (one) => one.kind === 'status' && one.about === step.about && one.target === step.target,
    );
  if (!steps.some(isNew)) return left;
  await enqueue(home, snapshot, steps.filter(isNew));
  return sendOutbox(options);
}

/** What a person says of a sending of which nobody could know whether it arrived. */
export type Answer = 'arrived' | 'again' | 'drop';

/** The sending that a person named by its id, or by how that begins. */
function named(outbox: readonly Sending[], id: string): Sending {
  const found = outbox.filter((one) => one.id.startsWith(id));
  const [first] = found;
  if (first && found.length === 1) return first;
  throw new Problem(
    first ? `Several sendings begin with "${id}".` : `There is no sending "${id}" in the outbox.`,
    '"handoff-wizard publish --status" shows them.',
  );
}

function answered(sending: Sending, answer: Answer): Sending | undefined {
  const {why: _why, todo: _todo, next: _next, isAskedToWait: _a, isUnsure: _u, ...rest} = sending;
  switch (answer) {
    case 'arrived':
      return {...rest, state: 'arrived', known: 'said'};
    case 'again': {
      const {remote, url: _url, ...anew} = rest;
      // What was refused in its old place, as it is there no more, is made anew.
      const kept = sending.state === 'refused' || remote === undefined ? {} : {remote};
      return {...anew, ...kept, state: 'waiting', tries: 0};
    }
    case 'drop':
      return undefined;
  }
}

/**
 * Takes the word of a person for a sending that asks, or that was refused.
 *
 * @throws {Problem} where it is under way, or nobody asks about it.
 */
export async function answerSending(
  {home, snapshot}: Publishing,
  id: string,
  answer: Answer,
): Promise<Sending> {
  const {handoff} = snapshot();
  let told: Sending | undefined;
  await updateOutbox(home, handoff.id, (outbox) => {
    const sending = named(outbox, id);
    told = sending;
    if (sending.state === 'sending' || sending.state === 'arrived')
      throw new Problem(
        `This sending is under way: ${sending.title}.`,
        'Wait until it has ended, and look again.',
      );
    if (sending.state === 'waiting' && answer === 'arrived' && sending.isUnsure !== true)
      throw new Problem(
        `This sending was not tried in a way that could have arrived: ${sending.title}.`,
        'Send it, or drop it.',
      );
    return outbox.flatMap((one) => (one === sending ? (answered(one, answer) ?? []) : [one]));
  });
  if (!told) throw new Error('An answer was taken for no sending.');
  return told;
}
