import type {AgendaState, BlockState} from '../../../handoff/session/agenda-state.ts';
import {currentDriver, customerShare, driverTimes} from '../../../handoff/session/driver-share.ts';
import {startWords} from '../../../handoff/session/plan-date.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {clockWords, dayWords, minutesWords, timeWords} from '../../../handoff/time/wording.ts';
import {agendaMinutes} from '../../../playbook/walk.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {Token} from '../../theme/tokens.ts';
import type {View} from '../../view.ts';
import {bar} from '../../list/bar.ts';
import {line, lineWidth, span, truncate, wrapLines, type Line} from '../../list/line.ts';
import {leftWords, sessionAlerts} from './alerts.ts';

const minute = 60_000;

/** The figure beside the title: planned length, or time run so far. */
export function sessionFigure(view: View, {clock, elapsed, total}: AgendaState): string {
  if (clock.state !== 'planned') return `${clockWords(elapsed)} of ${total} min`;
  return `planned ${view.handoff.plan ? `${total} min` : minutesWords(agendaMinutes(view.step))}`;
}

/** `3 min behind`, `2 min ahead`, `on time`. */
export function paceWords(behind: number): string {
  const minutes = Math.round(Math.abs(behind) / minute);
  if (minutes === 0) return 'on time';
  return `${minutes} min ${behind > 0 ? 'behind' : 'ahead'}`;
}

/** What the time left of a block means. */
export function leftToken({minutes, left}: BlockState): Token {
  if (minutes === 0) return 'plain';
  return left < 0 ? 'danger' : left < minute ? 'warning' : 'success';
}

/** `7:20 left`, `1:05 over`; nothing for a block without a length. */
function blockLeft({minutes, left}: BlockState): string {
  if (minutes === 0) return '';
  return left < 0 ? `${clockWords(-left)} over` : `${clockWords(left)} left`;
}

function blockLine({blocks, clock}: AgendaState, width: number): Line {
  const isPaused = clock.state === 'paused';
  const sign = `${isPaused ? glyphs.paused : glyphs.running} `;
  const block = blocks.find(({state}) => state === 'running');
  if (!block) return [span(sign, 'accent'), span('Session', 'strong')];
  const token = leftToken(block);
  const share = block.minutes > 0 ? block.spent / (block.minutes * minute) : 0;
  return [
    span(sign, token),
    span(truncate(block.item.text, Math.max(8, width - 30)), 'strong'),
    span('  '),
    span(bar(share, 12), token),
    span(`  ${isPaused ? 'paused' : blockLeft(block)}`, token),
  ];
}

/** Time left in all, the pace and when it will end: on a second line where one has no room for it. */
export function paceLines(view: View, agenda: AgendaState, width: number): Line[] {
  const {left, behind, projectedEnd} = agenda;
  const isOver = left < 0;
  const pace: Line = [
    span(
      isOver ? `${clockWords(-left)} over in all` : `${clockWords(left)} left in all`,
      isOver ? 'danger' : 'plain',
    ),
    span(` ${glyphs.dot} `, 'muted'),
    span(paceWords(behind), behind >= minute ? 'warning' : 'success'),
  ];
  const end = `ends ${timeWords(projectedEnd, view.handoff.timeZone)}`;
  const all: Line = [...pace, span(` ${glyphs.dot} ${end}`, 'muted')];
  return lineWidth(all) <= width ? [all] : [pace, line(end, 'muted')];
}

/** Who drives, and the customer's share of the hands-on block where it has begun. */
function driverLine(view: View, {blocks}: AgendaState): Line {
  const {session, playbook} = view.handoff;
  const {handsOnBlock = '', handsOnPercent = 0} = playbook.gates ?? {};
  const driver = currentDriver(session);
  const share = customerShare(driverTimes(session, view.now(), handsOnBlock));
  const block = blocks.find(({item}) => item.id === handsOnBlock);
  const who = driver === 'customer' ? 'Customer drives' : 'Engineer drives';
  if (share === undefined || !block) return line(who, 'muted');
  const isEnough = share >= handsOnPercent;
  const had = driver === 'customer' ? 'had' : 'customer';
  return [
    span(`${who} ${glyphs.dot} `, 'muted'),
    span(`${had} ${share} %, ${handsOnPercent} % wanted`, isEnough ? 'success' : 'warning'),
  ];
}

function plannedLead(view: View, width: number): Line[] {
  const {plan} = view.handoff;
  const when = plan ? `Planned for ${startWords(plan.startsAt, plan.timeZone, view.now())}. ` : '';
  return [
    ...wrapLines(`${when}Press s when everybody is there; the clock starts.`, width, 'accent'),
    [],
  ];
}

function endedLead(view: View, agenda: AgendaState, width: number): Line[] {
  const {session, timeZone} = view.handoff;
  const {clock, nextPlan, part} = agenda;
  const left = leftWords(agenda);
  const at = session.endedAt ?? '';
  const day = dayWords(dayIn(timeZone, at), timeZone, view.now());
  const words = `Ended ${day} ${timeWords(at, timeZone)} after ${clockWords(clock.elapsed)}.`;
  const when = nextPlan
    ? `Part ${part + 1}: ${startWords(nextPlan.startsAt, nextPlan.timeZone, view.now())}. Press s to start it.`
    : `Press P to plan part ${part + 1}, or s to start it now.`;
  return [
    ...wrapLines(words, width, 'success'),
    ...(left === '' ? [] : wrapLines(`Left over: ${left}. ${when}`, width, 'warning')),
    [],
  ];
}

interface LeadRoom {
  readonly width: number;
  /** Rows of the whole step. */
  readonly height: number;
}

/** With fewer rows, who drives and a blank row give way, or nothing of the agenda would be seen. */
const roomy = 14;

/**
 * Above the agenda: one glance tells block, time left, pace, and what is wrong. While somebody types,
 * what is wrong can wait.
 */
export function sessionLead(
  view: View,
  agenda: AgendaState,
  {width, height}: LeadRoom,
  isTyping: boolean,
): Line[] {
  const {state} = agenda.clock;
  const alerts = isTyping ? [] : sessionAlerts(view, agenda, width);
  const isTight = height < roomy && alerts.length > 2;
  if (state === 'planned') return plannedLead(view, width);
  if (state === 'ended') return endedLead(view, agenda, width);
  return [
    blockLine(agenda, width),
    ...paceLines(view, agenda, width),
    ...(isTight ? [] : [driverLine(view, agenda)]),
    ...alerts,
    ...(isTight ? [] : [[]]),
  ];
}
