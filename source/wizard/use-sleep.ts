import {useEffect, useRef, useState} from 'react';
import {readClock} from '../handoff/session/session-clock.ts';
import type {LiveHandoff} from '../store/live-handoff.ts';
import type {Services} from '../services/services.ts';

/** A second without a tick is nothing; a minute without one is a closed lid or a crash. */
const longest = 60_000;
const tick = 1000;
/** How often the running session leaves a sign of life for the time after a crash. */
const signEvery = 20_000;

/** Time in which a running session's clock went on unseen. ISO 8601 instants. */
export interface Sleep {
  readonly startedAt: string;
  readonly endedAt: string;
  /** The program was not running, rather than the machine asleep. */
  readonly wasClosed: boolean;
}

/** Notices that nobody watched the running clock for over a minute, also before this start. */
export function useSleep(live: LiveHandoff, services: Services): Sleep | undefined {
  const [sleep, setSleep] = useState<Sleep>();
  const {handoff} = live.snapshot();
  const {id} = handoff;
  const isRunning = readClock(handoff.session, services.now()).state === 'running';
  const {now, readSignOfLife, keepSignOfLife} = services;
  const isFirst = useRef(true);

  useEffect(() => {
    const wasOpened = isFirst.current;
    isFirst.current = false;
    if (!isRunning) return undefined;
    const {updatedAt} = live.snapshot().handoff;
    const seen = readSignOfLife(id) ?? '';
    let last = !wasOpened ? now() : seen > updatedAt ? seen : updatedAt;
    let kept = '';
    function look(wasClosed: boolean): void {
      const at = now();
      if (Date.parse(at) - Date.parse(last) > longest)
        setSleep({startedAt: last, endedAt: at, wasClosed});
      last = at;
      if (kept !== '' && Date.parse(at) - Date.parse(kept) < signEvery) return;
      kept = at;
      // Without it a crash costs only the offer to count a break.
      keepSignOfLife(id, at).catch(() => undefined);
    }
    look(wasOpened);
    const timer = setInterval(() => look(false), tick);
    return () => clearInterval(timer);
  }, [id, isRunning, live, now, readSignOfLife, keepSignOfLife]);

  return sleep;
}
