import {plural} from '../../documents/words/plural.ts';
import type {Integration} from '../../integrations/integration-entry.ts';
import type {Verdict} from '../../integrations/carrying/verdict.ts';
import type {Sending} from '../../store/outbox/sending.ts';

const minute = 60_000;
/** The pause after the first try, twice as long after each further one, up to the longest; milliseconds. */
const firstPause = minute;
const longestPause = 60 * minute;
/** For so long it is tried; a weekend and a holiday without a network are less. Milliseconds. */
const day = 24 * 60 * minute;
const patience = 7 * day;

const later = (now: number, milliseconds: number): string =>
  new Date(now + milliseconds).toISOString();

/** What a sending was before it was tried, without what the last try said. */
function plain(sending: Sending): Sending {
  const {
    why: _why,
    todo: _todo,
    next: _next,
    isAskedToWait: _asked,
    sender: _sender,
    ...rest
  } = sending;
  return rest;
}

/** Whether somebody can find out, or need not know, if it has arrived. */
export function canFindOut({isRepeatable, before}: Integration): boolean {
  return isRepeatable || before !== undefined;
}

/** Nobody can know whether it has arrived, so a person has to say it. */
export function asksPerson(sending: Sending, why: string): Sending {
  return {
    ...plain(sending),
    state: 'asks',
    isUnsure: true,
    why,
    todo: 'Look there, and say what you see.',
  };
}

/** A sending after a try that did not bring it there. `now` is in milliseconds. */
export function afterTry(
  sending: Sending,
  verdict: Exclude<Verdict, {readonly type: 'arrived'}>,
  integration: Integration,
  now: number,
): Sending {
  const {why} = verdict;
  const rest = plain(sending);
  if (verdict.type === 'refused') return {...rest, state: 'refused', why, todo: verdict.todo};
  const isUnsure = verdict.type === 'unsure' || sending.isUnsure === true;
  if (isUnsure && !canFindOut(integration)) return asksPerson(sending, why);
  const waiting: Sending = {...rest, state: 'waiting', why, ...(isUnsure ? {isUnsure} : {})};
  if (now - Date.parse(sending.at) > patience)
    return {
      ...waiting,
      state: 'refused',
      why: `It was tried ${sending.tries} times in more than a week. ${why}`,
      todo: 'See what is wrong there.',
    };
  const pause = Math.min(longestPause, firstPause * 2 ** Math.max(0, sending.tries - 1));
  const found = isUnsure ? (integration.knownAfter ?? 0) : 0;
  const asked = Math.max(verdict.seconds ?? 0, found) * 1000;
  if (asked > patience)
    return {
      ...waiting,
      state: 'refused',
      why: `It asks to wait ${plural(Math.round(asked / day), 'day')}. ${why}`,
      todo: 'Ask whoever runs it why.',
    };
  // What the target asks for is kept also by who asks for another try.
  return asked > 0
    ? {...waiting, next: later(now, Math.max(asked, pause)), isAskedToWait: true}
    : {...waiting, next: later(now, pause)};
}

/** Whether it is to be tried now: its time has come, or a person asks for it and nobody else to wait. */
export function isDue(sending: Sending, now: number, isRetrying: boolean): boolean {
  const {state, next, lastTryAt = '', isAskedToWait = false} = sending;
  if (state === 'refused') return isRetrying;
  if (state !== 'waiting') return false;
  // A try that is yet to come was made by a clock that was wrong, and so was what it waits for.
  const isOfWrongClock = Date.parse(lastTryAt) > now + minute;
  const hasCome = next === undefined || Date.parse(next) <= now || isOfWrongClock;
  return hasCome || (isRetrying && !isAskedToWait);
}
