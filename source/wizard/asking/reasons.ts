import type {Refusal} from '../../handoff/rules/refused.ts';
import type {UndoOptions} from '../../store/live-handoff.ts';
import {wrapLines} from '../list/line.ts';
import type {About, AskPerson} from './ask.ts';
import {confirm} from './confirm.ts';

function aboutRefusal(title: string, {message}: Refusal): About {
  return {title, lines: (width) => wrapLines(message, width)};
}

/** Asks why, before something is made less than it was; nothing when it is left. */
export function askWhy(
  ask: AskPerson,
  title: string,
  refusal: Refusal,
): Promise<string | undefined> {
  return ask({
    label: 'Reason',
    hint: 'It stays on record with your reason beside it.',
    about: aboutRefusal(title, refusal),
    problemWith: (text) => (text === '' ? 'Say why, or leave with Esc.' : undefined),
  });
}

/**
 * Asks what has to be said before something is taken back: why, or that what was built on it goes
 * along. Nothing when it is left, or when no more can be said.
 */
export async function askToTakeBack(
  ask: AskPerson,
  refusal: Refusal,
  options: UndoOptions,
): Promise<UndoOptions | undefined> {
  if (refusal.code === 'undo-needs-reason') {
    const reason = await askWhy(ask, 'Take back', refusal);
    return reason === undefined ? undefined : {...options, reason};
  }
  const isMeant = await confirm(ask, {
    label: 'Take it back',
    hint: 'U puts it back.',
    about: aboutRefusal('Take back', refusal),
  });
  return isMeant ? {...options, along: refusal.along ?? []} : undefined;
}

/** Whether a refused undo can still be done, once the person has said more. */
export function asksForMore({code}: Refusal): boolean {
  return code === 'undo-needs-reason' || code === 'undo-built-on';
}
