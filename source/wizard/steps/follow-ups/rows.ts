import {followUps, openFollowUps, type FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
import {audienceOf} from '../../../handoff/audience/audience-of.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {lineKey, readLine} from '../../../handoff/model/place.ts';
import {isOverdue} from '../../../handoff/time/schedule.ts';
import {dueWords} from '../../../handoff/time/wording.ts';
import {span} from '../../list/line.ts';
import {gap, headingRow, type Row} from '../../list/row.ts';
import {glyphs, statusSigns} from '../../theme/glyphs.ts';

/** The key of an open point's line; nothing for none. */
export function followUpKey(followUp: Pick<FollowUp, 'id'>): string;
export function followUpKey(followUp: Pick<FollowUp, 'id'> | undefined): string | undefined;
export function followUpKey(followUp: Pick<FollowUp, 'id'> | undefined): string | undefined {
  return followUp && lineKey({kind: 'follow-up', id: followUp.id});
}

/** The one of some open points that a selected line is. */
export function selectedFollowUp(
  all: readonly FollowUp[],
  selected: string | undefined,
): FollowUp | undefined {
  const line = readLine(selected);
  return line?.kind === 'follow-up' ? all.find(({id}) => id === line.id) : undefined;
}

interface Shown {
  readonly handoff: Handoff;
  /** ISO 8601 instant. */
  readonly now: string;
}

function internalWord(handoff: Handoff, {id}: FollowUp): readonly string[] {
  return audienceOf(handoff, {kind: 'follow-up', id}) === 'internal' ? ['internal'] : [];
}

const late = {glyph: glyphs.alarm, word: 'overdue', token: 'danger'} as const;

function openRow(followUp: FollowUp, {handoff, now}: Shown): Row {
  const {kind, text, owner, due} = followUp;
  const isLate = due !== undefined && isOverdue(due, handoff.timeZone, now);
  const when = due ? dueWords(due, handoff.timeZone, now) : 'due once the session has ended';
  return {
    key: followUpKey(followUp),
    sign: isLate ? late : statusSigns.open,
    text,
    below: [
      span(
        [when, owner, kind, ...internalWord(handoff, followUp)].join(` ${glyphs.dot} `),
        isLate ? 'danger' : 'muted',
      ),
    ],
  };
}

function closedRow(followUp: FollowUp): Row {
  return {
    key: followUpKey(followUp),
    sign: {...statusSigns.done, token: 'muted'},
    text: followUp.text,
    token: 'muted',
    below: [span(`closed: ${followUp.state.outcome ?? ''}`, 'muted')],
  };
}

/** Open points that somebody has closed, the latest first. */
function closedFollowUps(handoff: Handoff): FollowUp[] {
  return followUps(handoff)
    .filter(({state}) => state.closedAt !== undefined)
    .toSorted((a, b) => ((a.state.closedAt ?? '') > (b.state.closedAt ?? '') ? -1 : 1));
}

/** What is open, the soonest first, then what was closed. */
export function followUpRows(shown: Shown): Row[] {
  const open = openFollowUps(shown.handoff);
  const closed = closedFollowUps(shown.handoff);
  return [
    ...(open.length > 0
      ? open.map((followUp) => openRow(followUp, shown))
      : [headingRow(nothingWords(shown.handoff))]),
    ...(closed.length > 0
      ? [gap, headingRow(`Closed (${closed.length})`), ...closed.map(closedRow)]
      : []),
  ];
}

function nothingWords({session}: Handoff): string {
  return session.endedAt
    ? 'Nothing is open: no question, action, check, demonstration, risk, tie or condition.'
    : 'Nothing is open yet. Questions, actions, checks without a pass, demonstrations to repeat, risks, ties and conditions come here by themselves.';
}
