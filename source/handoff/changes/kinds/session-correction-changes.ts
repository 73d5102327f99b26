import * as z from 'zod/mini';
import {attendances} from '../../model/session-correction.ts';
import type {Session, SessionPart} from '../../model/session.ts';
import {correctionText} from '../../session/correction-text.ts';
import {consents} from '../../registers/people-registers.ts';
import {consentsNow} from '../consents-now.ts';
import type {Draft} from '../draft.ts';
import {entry} from '../entry.ts';
import {fact, instant, optional, whole, words} from '../change-fields.ts';
import {remember} from '../remember.ts';

const minutes = () => fact(z.record(z.string(), z.number().check(z.nonnegative())));

interface Times {
  readonly part?: number;
  readonly startedAt?: string;
  readonly endedAt?: string;
}

/** The parts with the times of one of them set right; a session that was held without the tool gets one. */
function correctedParts(
  draft: Draft,
  {part = 1, startedAt, endedAt}: Times,
): readonly SessionPart[] {
  const {parts} = draft.session;
  if (parts.length === 0 && startedAt !== undefined && endedAt !== undefined)
    return [
      {startedAt, endedAt, isEnteredAfterwards: true, ...(draft.plan ? {plan: draft.plan} : {})},
    ];
  return parts.map((one, index) =>
    index === part - 1
      ? {...one, ...(startedAt ? {startedAt} : {}), ...(endedAt ? {endedAt} : {})}
      : one,
  );
}

function withTimes(draft: Draft, times: Times): Session {
  const {session} = draft;
  const parts = correctedParts(draft, times);
  const startedAt = parts[0]?.startedAt;
  const endedAt = parts.at(-1)?.endedAt;
  return {
    ...session,
    parts,
    ...(startedAt === undefined ? {} : {startedAt}),
    ...(endedAt === undefined ? {} : {endedAt}),
  };
}

export const sessionCorrectionChanges = {
  /** Sets right what the clock or a person got wrong, or enters a session that the tool did not see. */
  'session/corrected': entry({
    since: 2,
    fields: {
      reason: words(),
      /** Which sitting the times are of, counted from 1. */
      part: optional(whole()),
      startedAt: optional(instant()),
      endedAt: optional(instant()),
      minutes: optional(minutes()),
      customerMinutes: optional(minutes()),
      attendance: optional(fact(z.record(z.string(), z.enum(attendances)))),
      consents: optional(fact(z.record(z.string(), z.enum(consents)))),
    },
    undo: 'claim',
    words: () => 'the correction of the session',
    reduce(draft, action) {
      const {reason, minutes: held, customerMinutes, attendance, at, actor} = action;
      const text = correctionText(draft, action);
      remember(draft, action, {
        text: `the record of the session was corrected: ${text}`,
        needsReason: true,
        concernsCustomer: true,
      });
      const session = withTimes(draft, action);
      const before = session.consents ?? consentsNow(draft);
      const said = Object.entries(action.consents ?? {}).map(([row, consent]) => {
        const name = before[row]?.name ?? consentsNow(draft)[row]?.name ?? '';
        return [row, {name, consent}] as const;
      });
      draft.session = {
        ...session,
        consents: {...before, ...Object.fromEntries(said)},
        corrections: [
          ...session.corrections,
          {
            at,
            by: actor,
            reason,
            text,
            ...(held ? {minutes: held} : {}),
            ...(customerMinutes ? {customerMinutes} : {}),
            ...(attendance ? {attendance} : {}),
          },
        ],
      };
    },
  }),
};
