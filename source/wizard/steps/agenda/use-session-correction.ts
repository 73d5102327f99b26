import {useState} from 'react';
import {addsUp, hasBeenHeld} from '../../../handoff/rules/session-correction-rules.ts';
import {readPastInstant} from '../../../handoff/session/past-instant.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {timeWords} from '../../../handoff/time/wording.ts';
import type {Ask} from '../../asking/ask-form.tsx';
import {refusalWords} from '../../asking/refusal-words.ts';
import {correctionEntries, type Said} from './session-correction-entries.ts';
import type {View} from '../../view.ts';

/** Asks what was different from what the record of the session says, and why; then records it. */
export function useSessionCorrection(view: View) {
  const [ask, put] = useState<Ask>();
  const {handoff} = view;
  const {session, timeZone} = handoff;
  const leave = () => put(undefined);
  const judged = (said: Said) => {
    const change = {type: 'session/corrected', reason: '', ...said} as const;
    const asking = {actor: view.services.actor, now: view.now()};
    const refusal = hasBeenHeld(handoff, change, asking) ?? addsUp(handoff, change, asking);
    return refusalWords(refusal);
  };

  function askReason(said: Said): void {
    put({
      label: 'Reason',
      hint: 'Why the record was wrong. It stays on record, and is printed.',
      initialText: '',
      problemWith: (text) => (text === '' ? 'Say why, or leave with Esc.' : undefined),
      onAnswer(reason) {
        leave();
        void view.dispatch([{type: 'session/corrected', reason, ...said}], {
          said: 'Corrected; it stays marked as that.',
        });
      },
    });
  }

  function askMinutes(label: string, now: number, of: (minutes: number) => Said): void {
    put({
      label,
      hint: 'In whole minutes, all sittings together.',
      initialText: String(now),
      problemWith: (text) =>
        /^\d{1,4}$/u.test(text.trim())
          ? judged(of(Number(text)))
          : 'Type whole minutes, such as 25.',
      onAnswer: (text) => askReason(of(Number(text))),
    });
  }

  function askTime(
    label: string,
    now: string | undefined,
    of: (at: string) => Said,
    then: (said: Said) => void,
    isWhole = true,
  ): void {
    const shown = now ?? view.now();
    put({
      label,
      hint: `Such as 2026-06-24 14:05, in ${timeZone}.`,
      initialText: `${dayIn(timeZone, shown)} ${timeWords(shown, timeZone)}`,
      problemWith(text) {
        const at = readPastInstant(text, timeZone);
        if (at === undefined) return 'Type the day and the time, such as 2026-06-24 14:05.';
        return isWhole ? judged(of(at)) : undefined;
      },
      onAnswer(text) {
        const at = readPastInstant(text, timeZone);
        if (at !== undefined) then(of(at));
      },
    });
  }

  function askChoice(
    label: string,
    choices: readonly string[],
    of: (value: string) => Said | undefined,
  ): void {
    put({
      label,
      hint: 'As it was in the session.',
      choices: choices.map((value) => ({value, label: value})),
      onChoose(value) {
        const said = of(value);
        if (said) askReason(said);
      },
    });
  }

  /** A session that was held without the tool: when it began, when it ended, and why. */
  function enterWhole(): void {
    const end = ({startedAt}: Said) =>
      askTime(
        'Ended',
        startedAt,
        (endedAt) => ({...(startedAt === undefined ? {} : {startedAt}), endedAt}),
        askReason,
      );
    askTime('Began', handoff.plan?.startsAt, (startedAt) => ({startedAt}), end, false);
  }

  function begin(): void {
    view.say(undefined);
    if (session.parts.length === 0) return enterWhole();
    const entries = correctionEntries(view, {askMinutes, askTime, askChoice, askReason});
    return put({
      label: 'What was different?',
      hint: 'How the record stands; choose what it has wrong.',
      choices: entries.map(({value, label}) => ({value, label})),
      onChoose: (value) => entries.find((entry) => entry.value === value)?.ask(),
    });
  }

  return {ask, begin, leave};
}
