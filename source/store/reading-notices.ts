import {changeWords} from '../handoff/changes/change-words.ts';
import {journalVersion} from '../handoff/changes/stamp.ts';
import {problemWords} from './journal/line-problem.ts';
import type {Snapshot} from './snapshot.ts';

/** Why a handoff can only be read here; nothing where it can be written. */
export function readOnlyWords({needs}: Snapshot): string | undefined {
  return needs === undefined
    ? undefined
    : `A newer handoff-wizard has written to this handoff, so it can only be read here. It needs journal version ${needs}; this one knows ${journalVersion}.`;
}

/** All that a person should know of how a handoff's journal was read, a sentence each. */
export function readingNotices(snapshot: Snapshot): readonly string[] {
  const {handoff, problems, setAside, gone} = snapshot;
  const readOnly = readOnlyWords(snapshot);
  return [
    ...(readOnly === undefined ? [] : [readOnly]),
    ...problems.map(problemWords),
    ...(gone.length > 0
      ? ['The journal ends before lines that were there when it was last open.']
      : []),
    ...setAside.map(
      ({action, refusal}) =>
        `Without effect, ${changeWords(handoff, action)} by ${action.actor}: ${refusal.message}`,
    ),
  ];
}
