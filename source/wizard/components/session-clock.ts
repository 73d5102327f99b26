import type {SessionClock} from '../../handoff/session-clock.ts';
import {agendaMinutes} from '../../playbook/walk.ts';
import {dayIn} from '../../handoff/schedule.ts';
import {clockWords, dayWords, minutesWords, timeWords} from '../../handoff/wording.ts';
import type {Step} from '../../playbook/model.ts';
import {glyphs} from '../theme/glyphs.ts';
import type {Token} from '../theme/tokens.ts';
import type {View} from '../view.ts';
import {line, span, truncate, wrapLines, type Line} from './lines.tsx';

const minute = 60_000;

/** A bar of `width` cells, filled to a share between 0 and 1. */
export function bar(share: number, width: number): string {
  const full = Math.round(Math.max(0, Math.min(1, share)) * width);
  return glyphs.barFull.repeat(full) + glyphs.barEmpty.repeat(width - full);
}

/** The figure beside the title: planned length, or time run so far. */
export function sessionFigure(step: Step, clock: SessionClock): string {
  const planned = minutesWords(agendaMinutes(step));
  return clock.state === 'planned'
    ? `planned ${planned}`
    : `${clockWords(clock.elapsed)} of ${planned}`;
}

/** The clock of the running block: one glance tells block and time left. */
export function sessionLead(view: View, clock: SessionClock, width: number): Line[] {
  const {session, timeZone} = view.handoff;
  if (clock.state === 'planned')
    return [
      ...wrapLines('Press s when everybody is there; the clock starts.', width, 'accent'),
      [],
    ];
  if (clock.state === 'ended') {
    const at = session.endedAt ?? '';
    const day = dayWords(dayIn(timeZone, at), timeZone, view.now());
    return [
      line(
        `Ended ${day} ${timeWords(at, timeZone)} after ${clockWords(clock.elapsed)}.`,
        'success',
      ),
      [],
    ];
  }
  const block = view.step.items.find(({id}) => id === clock.block);
  const limit = (block?.minutes?.max ?? 0) * minute;
  // In full seconds, so that time spent and time left always add up to what was planned.
  const left = limit - Math.floor(clock.blockElapsed / 1000) * 1000;
  const token: Token = left < 0 ? 'danger' : left < minute ? 'warning' : 'success';
  const isPaused = clock.state === 'paused';
  const rest =
    limit === 0 ? '' : left < 0 ? `${clockWords(-left)} over` : `${clockWords(left)} left`;
  const name = truncate(block?.text ?? 'Session', Math.max(8, width - 40));
  return [
    [
      span(`${isPaused ? glyphs.paused : glyphs.running} `, token),
      span(name, 'strong'),
      span(`  ${clockWords(clock.blockElapsed)}  `),
      span(bar(limit > 0 ? clock.blockElapsed / limit : 0, 12), token),
      span(`  ${isPaused ? 'paused' : rest}`, token),
    ],
    [],
  ];
}
