import type {LiveHandoff} from '../../store/live-handoff.ts';
import {trustFile} from '../../store/settings/settings.ts';
import type {Sending} from '../../store/outbox/sending.ts';
import type {FoundTarget} from './find-targets.ts';
import {preview, publish, targetsOf, type Preview, type Publishing} from './publish.ts';

/** What a handoff would send now, and to what. */
export interface Publication {
  readonly targets: readonly FoundTarget[];
  readonly previews: readonly Preview[];
}

function publishingOf(
  home: string,
  live: LiveHandoff,
  {actor, now}: Pick<Publishing, 'actor' | 'now'>,
): Publishing {
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
  by: Pick<Publishing, 'actor' | 'now'>,
): Promise<Publication> {
  const publishing = publishingOf(home, live, by);
  const {chosen} = await targetsOf(publishing, []);
  return {targets: chosen, previews: await preview(publishing, chosen, false)};
}

/** Sends it; gives what is left in the outbox. */
export async function sendPublication(
  home: string,
  live: LiveHandoff,
  by: Pick<Publishing, 'actor' | 'now'>,
): Promise<readonly Sending[]> {
  const publishing = publishingOf(home, live, by);
  return publish(publishing, await targetsOf(publishing, []), {isRetrying: false});
}

/** Remembers that a person has seen exactly these files of targets. */
export async function trustPublication(home: string, {targets}: Publication): Promise<void> {
  for (const {file, isTrusted} of targets)
    if (!isTrusted) await trustFile(home, file.sha256, file.path);
}
