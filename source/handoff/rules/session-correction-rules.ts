import {allItems} from '../../playbook/walk.ts';
import type {SessionPart} from '../model/session.ts';
import {timeInBlock} from '../session/session-clock.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';

type CorrectionRule = Rule<'session/corrected'>;

const minute = 60_000;

/** Something is set right, and of what is there. */
export const saysWhatWasSo: CorrectionRule = (handoff, change) => {
  const {startedAt, endedAt, minutes, customerMinutes, attendance, consents} = change;
  const blocks = Object.keys({...minutes, ...customerMinutes});
  const people = Object.keys({...attendance, ...consents});
  if (blocks.length + people.length === 0 && startedAt === undefined && endedAt === undefined)
    return refused('nothing-corrected', 'Nothing is corrected.', 'Say what was so.');
  const unknown =
    blocks.find((id) => !allItems(handoff.playbook).some(({item}) => item.id === id)) ??
    people.find(
      (id) =>
        handoff.session.consents?.[id] === undefined &&
        !handoff.records.some((row) => row.id === id && row.register === 'attendees'),
    );
  return unknown === undefined
    ? undefined
    : refused(
        'not-there',
        `"${unknown}" is no block of the agenda and nobody who was invited.`,
        '"handoff-wizard status" shows what there is.',
      );
};

/** Only what is over is set right; a session that the tool did not see has a start and an end. */
export const hasBeenHeld: CorrectionRule = (handoff, {startedAt, endedAt, part = 1}) => {
  const {parts} = handoff.session;
  if (parts.length === 0)
    return startedAt !== undefined && endedAt !== undefined
      ? undefined
      : refused(
          'session-not-held',
          'No session is on record yet.',
          'One that was held without the tool is entered with its start and its end.',
        );
  if (part < 1 || part > parts.length)
    return refused('not-there', `There is no part ${part} of the session.`, 'Name one there is.');
  // What was never ended is ended by saying when it was.
  return handoff.session.endedAt === undefined && endedAt === undefined
    ? refused('session-runs', 'The session goes on.', 'End it, or say when it ended.')
    : undefined;
};

function correctedTimes(
  parts: readonly SessionPart[],
  {part = 1, startedAt, endedAt}: {part?: number; startedAt?: string; endedAt?: string},
): readonly (readonly [start: string, end: string | undefined])[] {
  if (parts.length === 0) return startedAt ? [[startedAt, endedAt]] : [];
  return parts.map((one, index) =>
    index === part - 1
      ? [startedAt ?? one.startedAt, endedAt ?? one.endedAt]
      : [one.startedAt, one.endedAt],
  );
}

/** Nothing has happened after now, nothing ends before it starts, and the blocks fit into the whole. */
export const addsUp: CorrectionRule = (handoff, change, {now}) => {
  const {session} = handoff;
  const times = correctedTimes(session.parts, change);
  let before = '';
  let length = 0;
  for (const [start, end = now] of times) {
    if (Date.parse(end) > Date.parse(now) || Date.parse(start) > Date.parse(now))
      return refused('ahead', 'This is still ahead.', 'Say it once it was so.');
    if (Date.parse(end) < Date.parse(start) || (before && Date.parse(start) < Date.parse(before)))
      return refused('times', 'It would end before it starts.', 'Look at the start and the end.');
    before = end;
    length += Date.parse(end) - Date.parse(start);
  }
  const blocks = new Set([
    ...session.blocks.map(({block}) => block),
    ...session.corrections.flatMap(({minutes}) => Object.keys(minutes ?? {})),
    ...Object.keys(change.minutes ?? {}),
  ]);
  const held = (block: string) =>
    change.minutes?.[block] ?? timeInBlock(session, block, now) / minute;
  const sum = [...blocks].reduce((total, block) => total + held(block), 0);
  if (change.minutes && Math.floor(sum) > Math.ceil(length / minute))
    return refused(
      'minutes-too-many',
      `The blocks would have ${Math.floor(sum)} min; the session lasted ${Math.ceil(length / minute)} min.`,
      'Lower another block first, or set the start or the end right.',
    );
  const over = Object.entries(change.customerMinutes ?? {}).find(
    ([block, minutes]) => minutes > Math.ceil(held(block)),
  );
  return over
    ? refused(
        'minutes-too-many',
        `The customer cannot have driven ${over[1]} min of a block that had ${Math.floor(held(over[0]))} min.`,
        'Set the minutes of the block right first.',
      )
    : undefined;
};
