import type {Handoff} from '../../handoff/model/handoff.ts';
import {publishedNow} from '../../handoff/publishing/published-standing.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import type {Fetched} from './fetch-states.ts';
import type {Sending} from '../../store/outbox/sending.ts';

const states = {
  waiting: 'waits',
  sending: 'is being sent',
  arrived: 'sent',
  asks: 'needs an answer',
  refused: 'refused',
  dropped: 'is not to be sent',
} as const;

/** How a sending stands, in a word or two. */
export function stateWords({state}: Pick<Sending, 'state'>): string {
  return states[state];
}

/** By what a person answers for a sending, in the words of a face. */
export type AnswerWords = Readonly<Record<'asks' | 'refused', string>>;

const byCommand: AnswerWords = {
  asks: '"publish --arrived ID", "--again ID" or "--drop ID" says it.',
  refused: '"publish --retry" sends it again, "--drop ID" leaves it.',
};

/** How a sending stands and why, in one line. `now` is an ISO 8601 instant. */
export function sendingLine(
  {timeZone}: Pick<Handoff, 'timeZone'>,
  {target, title, state, why, todo, next, isAskedToWait, url}: Sending,
  now: string,
  answers: AnswerWords = byCommand,
): string {
  const time =
    next === undefined || state !== 'waiting' || next <= now
      ? ''
      : ` Next try ${dayWords(dayIn(timeZone, next), timeZone, now)} ${timeWords(next, timeZone)}${isAskedToWait ? ', as it asks' : ''}.`;
  const place = url === undefined ? '' : ` ${url}`;
  const answer = state === 'asks' || state === 'refused' ? answers[state] : undefined;
  const reason = [why, todo, answer].filter((part) => part !== undefined).join(' ');
  return `${target}: "${title}" ${states[state]}${place}.${reason === '' ? '' : ` ${reason}`}${time}`;
}

/** How many wait, are refused or ask, in one line; nothing where none does. */
export function outboxLine(outbox: readonly Sending[]): string | undefined {
  const counted = (['waiting', 'sending', 'arrived', 'asks', 'refused'] as const).flatMap(
    (state) => {
      const count = outbox.filter((one) => one.state === state).length;
      if (count === 0) return [];
      const words = {
        waiting: count === 1 ? 'waits' : 'wait',
        sending: count === 1 ? 'is being sent' : 'are being sent',
        arrived: count === 1 ? 'is still to be recorded' : 'are still to be recorded',
        asks: count === 1 ? 'needs an answer' : 'need an answer',
        refused: count === 1 ? 'was refused' : 'were refused',
      };
      return [`${count} ${words[state]}`];
    },
  );
  return counted.length === 0 ? undefined : `Outbox: ${counted.join(', ')}`;
}

/** What a look at the issues of a target has brought, in one line. */
export function fetchedLine(
  handoff: Pick<Handoff, 'published'>,
  {target, about, words}: Pick<Fetched, 'target' | 'about' | 'words'>,
): string {
  const title = publishedNow(handoff).find((one) => one.about === about)?.title ?? about;
  return `${target}: ${about === undefined ? '' : `"${title}" `}${words}`;
}
