import {showEscapes} from '../../redaction/strip-terminal.ts';
import type {Carried, Reply} from '../integration-entry.ts';

/** What an attempt means. Each `why` is a sentence. */
export type Verdict =
  | {readonly type: 'arrived'; readonly reply?: Reply; readonly aside?: string}
  /** It has surely not arrived and is tried again, after some seconds where the target named them. */
  | {readonly type: 'later'; readonly why: string; readonly seconds?: number}
  /** Nobody knows whether it has arrived. */
  | {readonly type: 'unsure'; readonly why: string; readonly seconds?: number}
  /** It is not tried again before a person has done something. */
  | {readonly type: 'refused'; readonly why: string; readonly todo: string};

/** Numbers above are seconds since 1970, and no seconds from now on. */
const since1970 = 1_000_000_000;

/** Seconds until a moment that is told as a number of seconds, from now or from 1970 on, or as a date. */
function secondsUntil(told: string | undefined, now: number): number | undefined {
  const text = told?.trim() ?? '';
  const seconds = /^\d+(?:\.\d+)?$/u.test(text) ? Math.ceil(Number(text)) : undefined;
  if (seconds !== undefined && seconds < since1970) return seconds;
  // What looks like no date is taken for one by the engine, such as "-5".
  const until =
    seconds === undefined ? (/\d{4}/u.test(text) ? Date.parse(text) : Number.NaN) : seconds * 1000;
  return Number.isFinite(until) ? Math.max(0, Math.ceil((until - now) / 1000)) : undefined;
}

/**
 * Seconds that an answer asks to wait: by Retry-After (RFC 9110, section 10.2.3), or by the moment at which
 * its rate limit begins anew, once that is used up, as GitHub, GitLab and Jira tell it.
 */
export function waitOf({headers}: Pick<Reply, 'headers'>, now: number): number | undefined {
  const after = secondsUntil(headers.get('retry-after'), now);
  if (after !== undefined) return after;
  const limit = ['x-ratelimit', 'ratelimit'].find(
    (name) => headers.get(`${name}-remaining`) === '0',
  );
  return limit === undefined ? undefined : secondsUntil(headers.get(`${limit}-reset`), now);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const told = value as Readonly<Record<string, unknown>>;
  const named = ['message', 'errorMessages', 'error_description', 'error', 'detail'];
  const own = named.flatMap((name) => textsIn(told[name]));
  // Jira names each field with its fault; GitHub and Salesforce have a list of them.
  const {errors} = told;
  const faults =
    typeof errors === 'object' && errors !== null && !Array.isArray(errors)
      ? Object.entries(errors).flatMap(([field, fault]) =>
          textsIn(fault).map((text) => `${field}: ${text}`),
        )
      : textsIn(errors);
  return [...own, ...faults];
}

/** What a service says of a refusal, in one short line. */
export function saidBy({body}: Pick<Reply, 'body'>): string {
  let said: string[];
  try {
    said = textsIn(JSON.parse(body));
  } catch {
    said = body.trimStart().startsWith('<') ? [] : [body];
  }
  const line = showEscapes([...new Set(said)].join('; '))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

function todoFor(status: number): string {
  switch (status) {
    case 401:
      return 'See whether the token is right and has not run out, then send again.';
    case 403:
      return 'Let whoever the token is of write there, then send again.';
    case 404:
      return 'Correct the targets file, or the rights of whoever the token is of, then send again.';
    case 410:
      return 'Take the target out of the targets file, or ask whoever receives it.';
    default:
      return 'Correct what it says and send again.';
  }
}

function ofReply(reply: Reply, now: number): Verdict {
  const {status, headers} = reply;
  const seconds = waitOf(reply, now);
  const wait = seconds === undefined ? {} : {seconds};
  const said = saidBy(reply);
  const why = `The answer was ${status}${said === '' ? '' : `: ${said}`}`;
  if (status >= 200 && status < 300) return {type: 'arrived', reply};
  if (status === 429 || (status === 403 && seconds !== undefined))
    return {type: 'later', why: `It asks to wait (${status}).`, ...wait};
  // A server that fails may have done it before.
  if (status >= 500 || status === 408) return {type: 'unsure', why: `${why}.`, ...wait};
  const place = headers.get('location');
  if (status >= 300 && status < 400 && place !== undefined)
    return {
      type: 'refused',
      why: `It leads elsewhere (${status}, ${showEscapes(place)}), and nothing is sent on from there.`,
      todo: 'Write the right address into the targets file.',
    };
  return {type: 'refused', why: `${why}.`.replace(/\.\.$/u, '.'), todo: todoFor(status)};
}

/** What came of an attempt. `now` is in milliseconds. */
export function verdictOf(carried: Carried, now: number): Verdict {
  switch (carried.type) {
    case 'reply':
      return ofReply(carried, now);
    case 'unreached':
      return {type: 'later', why: carried.why};
    case 'unknown':
      return {type: 'unsure', why: carried.why};
    case 'stopped':
      return {type: 'refused', why: carried.why, todo: carried.todo};
    case 'written':
      return {
        type: 'arrived',
        ...(carried.aside === undefined ? {} : {aside: carried.aside}),
      };
  }
}
