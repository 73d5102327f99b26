import type {Item} from '../../../playbook/playbook.ts';
import type {AgendaState} from '../../../handoff/session/agenda-state.ts';
import {startWords} from '../../../handoff/session/plan-date.ts';
import {clockWords, timeWords} from '../../../handoff/time/wording.ts';
import type {Sleep} from '../../use-sleep.ts';
import type {View} from '../../view.ts';
import {wrapLines, type Line} from '../../list/line.ts';

const minute = 60_000;
/** With this much left, in milliseconds, what is uncovered needs a second part. */
export const lastMinutes = 10 * minute;
/** After this long nobody wants to be asked about a gap any more. */
const askedFor = 10 * minute;

/** The gap in the clock that may still be counted as a break. */
export function openBreak(view: Pick<View, 'handoff' | 'sleep' | 'now'>): Sleep | undefined {
  const {sleep, handoff} = view;
  const {pauses, endedAt} = handoff.session;
  if (!sleep || endedAt) return undefined;
  if (Date.parse(view.now()) - Date.parse(sleep.endedAt) > askedFor) return undefined;
  const isCounted = pauses.some(({startedAt}) => startedAt === sleep.startedAt);
  return isCounted ? undefined : sleep;
}

function breakWords(view: View): string | undefined {
  const sleep = openBreak(view);
  if (!sleep) return undefined;
  const {timeZone} = view.handoff;
  const who = sleep.wasClosed ? 'This program was not open' : 'This machine slept';
  const times = `from ${timeWords(sleep.startedAt, timeZone)} to ${timeWords(sleep.endedAt, timeZone)}`;
  return `${who} ${times}; the clock went on. Press B to count that as a break.`;
}

/** `1 topic is`, `3 topics are`. */
export function topicsAre(count: number): string {
  return count === 1 ? '1 topic is' : `${count} topics are`;
}

/** Blocks that lacked time, and can make it up in a further part only. */
export function lacking({clock, short}: AgendaState): readonly Item[] {
  return clock.state === 'ended' ? short : [];
}

/** `3 topics`, `1 topic and 2 blocks that lacked time`: what a further part is for. */
export function leftWords(agenda: AgendaState): string {
  const topics = agenda.uncovered.length;
  const blocks = lacking(agenda).length;
  return [
    ...(topics > 0 ? [topics === 1 ? '1 topic' : `${topics} topics`] : []),
    ...(blocks > 0 ? [`${blocks === 1 ? '1 block' : `${blocks} blocks`} that lacked time`] : []),
  ].join(' and ');
}

function partWords(agenda: AgendaState, view: View): string | undefined {
  const {left, uncovered, nextPlan, part} = agenda;
  if (uncovered.length === 0) return undefined;
  if (nextPlan) {
    const when = startWords(nextPlan.startsAt, nextPlan.timeZone, view.now());
    return `Part ${part + 1}: ${when}. The ${uncovered.length} uncovered topics go there.`;
  }
  if (left > lastMinutes) return undefined;
  const time = left > 0 ? `${clockWords(left)} left` : 'The time is up';
  return `${time} and ${topicsAre(uncovered.length)} uncovered. Press P to plan part ${part + 1}; questions keep their time.`;
}

/** What somebody who runs the session must be told now. */
export function sessionAlerts(view: View, agenda: AgendaState, width: number): Line[] {
  const slept = breakWords(view);
  const running = agenda.blocks.find(({state}) => state === 'running');
  const isOver = running && running.minutes > 0 && running.left < 0;
  const over = isOver
    ? `${running.item.text} is over its time by ${clockWords(-running.left)}. Press m to take time from another block, f to go on.`
    : undefined;
  const next = partWords(agenda, view);
  return [
    ...(slept ? wrapLines(slept, width, 'warning') : []),
    ...(over ? wrapLines(over, width, 'danger') : []),
    ...(next ? wrapLines(next, width, agenda.nextPlan ? 'accent' : 'warning') : []),
  ];
}
