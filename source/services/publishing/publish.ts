import type {Change} from '../../handoff/changes/catalogue.ts';
import {isSameSubject} from '../../handoff/publishing/published-standing.ts';
import {Problem} from '../../problem.ts';
import {readOnlyWords} from '../../store/reading-notices.ts';
import {readOutbox} from '../../store/outbox/outbox-file.ts';
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

/** What was shown to a person before they said yes. */
export interface Shown {
  readonly targets: readonly FoundTarget[];
  readonly sendings: readonly Sending[];
}

/**
 * What was shown of what is planned now, which is all of it.
 *
 * @throws {Problem} where something else would be sent, or to somewhere else.
 */
function requireShown(
  planned: readonly Sending[],
  chosen: readonly FoundTarget[],
  shown: Shown,
): readonly Sending[] {
  const isFile = ({name, file}: FoundTarget) =>
    shown.targets.some((one) => one.name === name && one.file.sha256 === file.sha256);
  const asShown = planned.flatMap(
    (next) =>
      shown.sendings.find(
        (one) => isSameSubject(one, next) && one.digest === next.digest && one.place === next.place,
      ) ?? [],
  );
  if (chosen.every(isFile) && asShown.length === planned.length) return asShown;
  throw new Problem(
    'By now something else would be sent than what was shown, so nothing was sent.',
    'Look at it again.',
  );
}

/**
 * Sends to the targets chosen what they do not have, and what of it waits in the outbox. Gives what is
 * left there.
 *
 * @param shown what a person has seen of it; then nothing else is sent
 * @throws {Problem} where the targets file was not trusted, or what was sent could not be recorded.
 */
export async function publish(
  publishing: Publishing,
  {all, chosen}: {readonly all: readonly FoundTarget[]; readonly chosen: readonly FoundTarget[]},
  {
    isRetrying,
    shown,
    onSent,
  }: {
    readonly isRetrying: boolean;
    readonly shown?: Shown;
    readonly onSent?: (sending: Sending) => void;
  },
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
  const planned = await planSendings(home, snapshot(), chosen, publishing);
  await enqueue(home, snapshot, shown ? requireShown(planned, chosen, shown) : planned);
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
