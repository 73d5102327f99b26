import type {LiveHandoff} from '../../store/live-handoff.ts';
import {trustFile} from '../../store/settings/settings.ts';
import {readOutbox} from '../../store/outbox/outbox-file.ts';
import {isLeft, type Sending} from '../../store/outbox/sending.ts';
import {answerSending, type Answer} from './answer-sending.ts';
import {fetchStates, type Fetched} from './fetch-states.ts';
import {findTargets, type FoundTarget} from './find-targets.ts';
import {preview, publish, targetsOf, type Preview, type Publishing} from './publish.ts';

type By = Pick<Publishing, 'actor' | 'now'>;

/** What a handoff would send now, and to what. */
export interface Publication {
  readonly targets: readonly FoundTarget[];
  readonly previews: readonly Preview[];
  /** What waits for a target that is not named any more. */
  readonly orphans: readonly Sending[];
}

function publishingOf(home: string, live: LiveHandoff, {actor, now}: By): Publishing {
  return {
    home,
    actor,
    now,
    snapshot: live.snapshot,
    append: (changes) => live.dispatch(changes),
  };
}

/** What would be sent to all targets of an open handoff, exactly. */
export async function readPublication(
  home: string,
  live: LiveHandoff,
  by: By,
): Promise<Publication> {
  const publishing = publishingOf(home, live, by);
  const {handoff} = live.snapshot();
  const targets = await findTargets(home, handoff);
  const orphans = readOutbox(home, handoff.id).filter(
    (one) => isLeft(one) && !targets.some(({name}) => name === one.target),
  );
  return {targets, previews: await preview(publishing, targets, false), orphans};
}

/** Sends exactly this; gives what is left in the outbox. */
export async function sendPublication(
  home: string,
  live: LiveHandoff,
  by: By,
  {targets, previews}: Publication,
  onSent: (sending: Sending) => void,
): Promise<readonly Sending[]> {
  const publishing = publishingOf(home, live, by);
  const shown = {targets, sendings: previews.map(({sending}) => sending)};
  return publish(publishing, await targetsOf(publishing, []), {isRetrying: false, shown, onSent});
}

/** Takes the word of a person for something of it. */
export async function answerPublication(
  home: string,
  live: LiveHandoff,
  by: By,
  [id, answer]: readonly [string, Answer],
): Promise<void> {
  await answerSending(publishingOf(home, live, by), id, answer);
}

/** Looks how the issues stand that open points became, and brings here what is otherwise there. */
export async function fetchPublication(
  home: string,
  live: LiveHandoff,
  by: By,
  {targets}: Publication,
): Promise<readonly Fetched[]> {
  return fetchStates(publishingOf(home, live, by), targets);
}

/** Remembers that a person has seen exactly these files of targets. */
export async function trustPublication(home: string, {targets}: Publication): Promise<void> {
  for (const {file, isTrusted} of targets)
    if (!isTrusted) await trustFile(home, file.sha256, file.path);
}
