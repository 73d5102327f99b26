import type {Loss} from '../rules/losses/losses.ts';
import type {Draft} from './draft.ts';
import {lineKey, type Line} from '../model/place.ts';
import type {Stamp} from './stamp.ts';

/** Keeps a line of what a change takes from something that somebody has relied on. */
export function remember(
  draft: Draft,
  {id, at, actor, reason}: Stamp & {readonly reason?: string},
  loss: Loss | undefined,
): void {
  if (!loss) return;
  const {text, concernsCustomer, place} = loss;
  draft.history = [
    ...draft.history,
    {
      action: id,
      at,
      by: actor,
      text,
      ...(reason?.trim() ? {reason} : {}),
      concernsCustomer,
      ...(place ? {place} : {}),
    },
  ];
}

/** What was kept of a thing before anybody was told of it stays with the own team. */
export function forgetUntold(draft: Draft, line: Line): void {
  draft.history = draft.history.map((entry) =>
    entry.place?.line && lineKey(entry.place.line) === lineKey(line)
      ? {...entry, concernsCustomer: false}
      : entry,
  );
}
