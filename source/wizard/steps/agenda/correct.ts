import {addsUp, hasBeenHeld} from '../../../handoff/rules/session-correction-rules.ts';
import {readPastInstant} from '../../../handoff/session/past-instant.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {timeWords} from '../../../handoff/time/wording.ts';
import type {Ask} from '../../asking/ask.ts';
import {refusalWords} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';
import {correctionEntries, type CorrectionAsks, type Said} from './corrections.ts';

function correctionAsks(view: View): CorrectionAsks {
  const {handoff} = view;
  const {timeZone} = handoff;
  const asked = async (ask: Ask) => (await view.ask(ask)) !== undefined;
  const judged = (said: Said) => {
    const change = {type: 'session/corrected', reason: '', ...said} as const;
    const asking = {actor: view.services.actor, now: view.now()};
    return refusalWords(hasBeenHeld(handoff, change, asking) ?? addsUp(handoff, change, asking));
  };
  const askReason = (said: Said) =>
    asked({
      label: 'Reason',
      hint: 'Why the record was wrong. It stays on record, and is printed.',
      problemWith: (text) => (text === '' ? 'Say why, or leave with Esc.' : undefined),
      keep: (reason) =>
        view.dispatch([{type: 'session/corrected', reason, ...said}], {
          said: 'Corrected; it stays marked as that.',
        }),
    });
  return {
    askReason,
    askMinutes: (label, now, of) =>
      asked({
        label,
        hint: 'In whole minutes, all sittings together.',
        initialText: String(now),
        problemWith: (text) =>
          /^\d{1,4}$/u.test(text) ? judged(of(Number(text))) : 'Type whole minutes, such as 25.',
        keep: (text) => askReason(of(Number(text))),
      }),
    askTime(label, now, of, then) {
      const shown = now ?? view.now();
      return asked({
        label,
        hint: `Such as 2026-06-24 14:05, in ${timeZone}.`,
        initialText: `${dayIn(timeZone, shown)} ${timeWords(shown, timeZone)}`,
        problemWith(text) {
          const at = readPastInstant(text, timeZone);
          if (at === undefined) return 'Type the day and the time, such as 2026-06-24 14:05.';
          // Half of what is said can only be judged once the other half is.
          return then === askReason ? judged(of(at)) : undefined;
        },
        async keep(text) {
          const at = readPastInstant(text, timeZone);
          return at !== undefined && then(of(at));
        },
      });
    },
    askChoice: (label, choices, of) =>
      asked({
        label,
        hint: 'As it was in the session.',
        choices: choices.map((value) => ({value, label: value})),
        async keep(value) {
          const said = of(value);
          return said !== undefined && askReason(said);
        },
      }),
  };
}

/** A session that was held without the tool: when it began, when it ended, and why. */
function enterWhole({handoff}: View, {askTime, askReason}: CorrectionAsks): Promise<boolean> {
  return askTime(
    'Began',
    handoff.plan?.startsAt,
    (startedAt) => ({startedAt}),
    ({startedAt}) =>
      askTime(
        'Ended',
        startedAt,
        (endedAt) => ({...(startedAt === undefined ? {} : {startedAt}), endedAt}),
        askReason,
      ),
  );
}

/**
 * Asks what was different from what the record of the session says, and why, then records it. Each
 * question waits under the next one, so that Esc goes back to it as it was.
 */
export async function correct(view: View): Promise<void> {
  const asks = correctionAsks(view);
  if (view.handoff.session.parts.length === 0) {
    await enterWhole(view, asks);
    return;
  }
  const entries = correctionEntries(view, asks);
  await view.ask({
    label: 'What was different?',
    hint: 'How the record stands; choose what it has wrong.',
    choices: entries.map(({value, label}) => ({value, label})),
    keep: async (value) => (await entries.find((entry) => entry.value === value)?.ask()) ?? false,
  });
}
