import {useEffect} from 'react';
import {useStdout} from 'ink';
import {stepWith} from '../handoff/model/place.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {readAgenda} from '../handoff/session/agenda-state.ts';
import type {LiveHandoff} from '../store/live-handoff.ts';

const minute = 60_000;
const tick = 1000;
const bell = '\u0007';
const setTitle = (title: string) => `\u001B]2;${title}\u0007`;
/** XTWINOPS: the terminal's own title is put aside, and put back. */
const keepTitle = '\u001B[22;2t';
const putTitleBack = `${setTitle('')}\u001B[23;2t`;

/** Whole minutes by which the session runs over its planned end; nothing before that. */
function minutesOver(handoff: Handoff, now: string): number | undefined {
  const step = stepWith(handoff.playbook, 'agenda');
  if (!step) return undefined;
  const {left, total} = readAgenda(handoff, step, now);
  return total > 0 && left < 0 ? Math.floor(-left / minute) : undefined;
}

/**
 * Rings once when a running session passes its planned end, whatever step is shown, and says in the
 * terminal's title by how much it is over. The title is as it was once the session ends or is left.
 */
export function useOvertime(live: LiveHandoff, now: () => string): void {
  const {stdout} = useStdout();
  const {startedAt, endedAt} = live.snapshot().handoff.session;
  const isOpen = startedAt !== undefined && endedAt === undefined;

  useEffect(() => {
    if (!isOpen || !('isTTY' in stdout) || !stdout.isTTY) return undefined;
    // Whoever opens a session that is over already has heard it.
    let isDue = false;
    let hasRung = false;
    let said: number | undefined;
    function look(): void {
      const over = minutesOver(live.snapshot().handoff, now());
      if (over === undefined) isDue = !hasRung;
      else if (isDue) {
        isDue = false;
        hasRung = true;
        stdout.write(bell);
      }
      if (over === said) return;
      if (said === undefined) stdout.write(keepTitle);
      stdout.write(over === undefined ? putTitleBack : setTitle(`Session ${over} min over`));
      said = over;
    }
    look();
    const timer = setInterval(look, tick);
    return () => {
      clearInterval(timer);
      if (said !== undefined) stdout.write(putTitleBack);
    };
  }, [isOpen, live, now, stdout]);
}
