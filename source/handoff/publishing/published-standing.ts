import type {Handoff} from '../model/handoff.ts';
import type {Published, PublishedSubject, SeenThere} from './published.ts';

/** Whether two speak of the same at the same target. */
export function isSameSubject(one: PublishedSubject, other: PublishedSubject): boolean {
  return one.target === other.target && one.kind === other.kind && one.about === other.about;
}

/** What of a subject reached its target last; nothing where nothing did. */
export function lastPublished(
  {published}: Pick<Handoff, 'published'>,
  subject: PublishedSubject,
): Published | undefined {
  return published.findLast((one) => isSameSubject(one, subject));
}

/** {@link lastPublished}, if the target is still the place that it was then. */
export function lastPublishedAt(
  {published}: Pick<Handoff, 'published'>,
  subject: PublishedSubject,
  place: string,
): Published | undefined {
  const last = lastPublished({published}, subject);
  return last?.place === place ? last : undefined;
}

/** How an open point was found at a target last; nothing where it was not looked for. */
export function lastSeen(
  {seenThere}: Pick<Handoff, 'seenThere'>,
  target: string,
  about: string,
): SeenThere | undefined {
  return seenThere.findLast((one) => one.target === target && one.about === about);
}

/** The newest of each subject that reached a target, in the order in which they first did. */
export function publishedNow({published}: Pick<Handoff, 'published'>): readonly Published[] {
  const newest = new Map<string, Published>();
  for (const one of published) newest.set(JSON.stringify([one.target, one.kind, one.about]), one);
  return [...newest.values()];
}
