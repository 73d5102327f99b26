import {followUps, openFollowUps, type FollowUp} from '../../../handoff/afterwards/follow-ups.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {lineKey, readLine} from '../../../handoff/model/place.ts';
import {dayIn, isOverdue} from '../../../handoff/time/schedule.ts';
import {dayWords, dueWords, timeWords} from '../../../handoff/time/wording.ts';
import {stepsOf} from '../../../playbook/walk.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {Entry} from '../../list/entry-list.tsx';
import {line, lineWidth, span, wrap, wrapLines, type Line, type Span} from '../../list/line.ts';

/** Open points that somebody has closed, the latest first. */
export function closedFollowUps(handoff: Handoff): FollowUp[] {
  return followUps(handoff)
    .filter(({state}) => state.closedAt !== undefined)
    .toSorted((a, b) => ((a.state.closedAt ?? '') > (b.state.closedAt ?? '') ? -1 : 1));
}

/** The title of the step where an open point is settled at its source. */
export function sourceTitle(handoff: Handoff, {place: source}: FollowUp): string | undefined {
  return stepsOf(handoff.playbook).find(({step}) => step.id === source?.step)?.step.title;
}

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

interface Options {
  readonly handoff: Handoff;
  readonly selected: string | undefined;
  readonly width: number;
  readonly now: string;
}

/** When it is due, by whom, and what it is: on a row of their own where they do not fit beside. */
function remarkLines(when: Span, others: readonly string[], width: number): Line[] {
  const rest = others.join(` ${glyphs.dot} `);
  const beside: Line = [span('    '), when, span(` ${glyphs.dot} ${rest}`, 'muted')];
  if (lineWidth(beside) <= width) return [beside];
  return [
    [span('    '), when],
    ...wrap(rest, width - 4).map((row) => [span('    '), span(row, 'muted')]),
  ];
}

function entry(followUp: FollowUp, {handoff, selected, width, now}: Options): Entry {
  const {kind, text, owner, due, state} = followUp;
  const id = followUpKey(followUp);
  const isSelected = id === selected;
  const isClosed = state.closedAt !== undefined;
  const isLate = !isClosed && due !== undefined && isOverdue(due, handoff.timeZone, now);
  const sign = isClosed
    ? span(`${glyphs.done} `, 'muted')
    : isLate
      ? span(`${glyphs.alarm} `, 'danger')
      : span(`${glyphs.open} `, 'plain');
  const token = isSelected ? 'selected' : isClosed ? 'muted' : 'plain';
  const rows = wrap(text, width - 4).map((row, index): Line =>
    index > 0
      ? [span('    '), span(row, token)]
      : [span(isSelected ? `${glyphs.cursor} ` : '  ', 'accent'), sign, span(row, token)],
  );
  const when = due ? dueWords(due, handoff.timeZone, now) : 'due once the session has ended';
  const outcome = wrap(`closed: ${state.outcome ?? ''}`, width - 4);
  const below: Line[] = isClosed
    ? outcome.map((row) => line(`    ${row}`, 'muted'))
    : remarkLines(span(when, isLate ? 'danger' : 'accent'), [owner, kind], width);
  return {id, isSelectable: true, lines: [...rows, ...below]};
}

/** What is open, the soonest first, then what was closed. */
export function followUpEntries(options: Options): Entry[] {
  const open = openFollowUps(options.handoff);
  const closed = closedFollowUps(options.handoff);
  const nothing: Entry = {
    id: 'nothing',
    isSelectable: false,
    lines: wrapLines(nothingWords(options.handoff), options.width - 2, 'muted').map((row) => [
      span('  '),
      ...row,
    ]),
  };
  const heading: Entry = {
    id: 'closed',
    isSelectable: false,
    lines: [[], line(`  Closed (${closed.length})`, 'muted')],
  };
  return [
    ...(open.length > 0 ? open.map((followUp) => entry(followUp, options)) : [nothing]),
    ...(closed.length > 0 ? [heading, ...closed.map((done) => entry(done, options))] : []),
  ];
}

function nothingWords({session}: Handoff): string {
  return session.endedAt
    ? 'Nothing is open: no question, action, check, demonstration, risk, tie or condition.'
    : 'Nothing is open yet. Questions, actions, checks without a pass, demonstrations to repeat, risks, ties and conditions come here by themselves.';
}

/** What is known of an open point beyond its row. */
export function followUpDetail(
  handoff: Handoff,
  followUp: FollowUp,
  now: string,
  width: number,
  height: number,
): Line[] {
  const {state, kind} = followUp;
  const source = sourceTitle(handoff, followUp);
  const closed = state.closedAt
    ? `Closed ${dayWords(dayIn(handoff.timeZone, state.closedAt), handoff.timeZone, now)} ${timeWords(state.closedAt, handoff.timeZone)} by ${state.closedBy ?? ''}: ${state.outcome ?? ''}`
    : closingHint(kind);
  return [
    ...(source ? wrapLines(`From: ${source}`, width, 'muted') : []),
    ...wrapLines(closed, width, 'muted'),
  ].slice(0, height);
}

/** How a kind of open point comes to its end. */
function closingHint(kind: FollowUp['kind']): string {
  switch (kind) {
    case 'question':
      return 'c takes the answer, which is printed with the question.';
    case 'check':
      return 'It goes by itself once the check passes or is waived.';
    case 'demonstration':
      return 'It goes by itself once the task was performed unaided.';
    case 'tie':
      return 'c says that it moved, and where to.';
    case 'risk':
      return 'c says how it was solved, and closes the risk.';
    case 'action':
    case 'runbook change':
    case 'condition':
      return 'c says what came of it.';
  }
}
