import {useState} from 'react';
import type {Change} from '../handoff/changes/catalogue.ts';
import {addsUp, hasBeenHeld} from '../handoff/rules/session-correction-rules.ts';
import {attendances} from '../handoff/model/session-correction.ts';
import {consents} from '../handoff/registers/people.ts';
import {fieldText, recordsOf} from '../handoff/registers/records.ts';
import {driverTimes} from '../handoff/session/driver-share.ts';
import {hasCome, recordingConsents} from '../handoff/session/held.ts';
import {readPastInstant} from '../handoff/session/past-instant.ts';
import {timeInBlock} from '../handoff/session/session-clock.ts';
import {dayIn} from '../handoff/time/schedule.ts';
import {timeWords} from '../handoff/time/wording.ts';
import type {Ask} from './components/ask-form.tsx';
import {refusalWords} from './refusal-words.ts';
import type {View} from './view.ts';

type Said = Omit<Extract<Change, {type: 'session/corrected'}>, 'type' | 'reason'>;

/** One thing that can be set right: how it stands, and what asks for it. */
interface Entry {
  readonly value: string;
  readonly label: string;
  readonly ask: () => void;
}

const minute = 60_000;

/** Asks what was different from what the record of the session says, and why; then records it. */
export function useSessionCorrection(view: View) {
  const [ask, put] = useState<Ask>();
  const {handoff, step} = view;
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
        view.dispatch([{type: 'session/corrected', reason, ...said}], {
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

  function blockEntries(): Entry[] {
    const now = view.now();
    return step.items.flatMap(({id, text}) => {
      const held = Math.floor(timeInBlock(session, id, now) / minute);
      const driven = Math.floor(driverTimes(session, now, id).customer / minute);
      return [
        {
          value: `minutes:${id}`,
          label: `"${text}" had ${held} min`,
          ask: () =>
            askMinutes(`Minutes of "${text}"`, held, (value) => ({minutes: {[id]: value}})),
        },
        {
          value: `driven:${id}`,
          label: `the customer drove ${driven} min of "${text}"`,
          ask: () =>
            askMinutes('Minutes the customer drove', driven, (value) => ({
              customerMinutes: {[id]: value},
            })),
        },
      ];
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

  function peopleEntries(): Entry[] {
    const known = recordingConsents(handoff);
    return recordsOf(handoff, 'attendees').flatMap((row) => {
      const name = fieldText(row, 'name');
      const came = hasCome(handoff, row.id);
      const consent = known.find((one) => one.row === row.id)?.consent ?? 'not asked';
      return [
        {
          value: `came:${row.id}`,
          label: `${name} ${came === undefined ? 'may have come' : came ? 'came' : 'did not come'}`,
          ask: () =>
            askChoice(`Did ${name} come?`, attendances, (value) => {
              const said = attendances.find((one) => one === value);
              return said && {attendance: {[row.id]: said}};
            }),
        },
        {
          value: `consent:${row.id}`,
          label: `${name} on a recording: ${consent}`,
          ask: () =>
            askChoice(`Did ${name} agree to a recording?`, consents, (value) => {
              const said = consents.find((one) => one === value);
              return said && {consents: {[row.id]: said}};
            }),
        },
      ];
    });
  }

  function timeEntries(): Entry[] {
    return session.parts.flatMap(({startedAt, endedAt}, index) => {
      const part = index + 1;
      const which = session.parts.length > 1 ? `part ${part} ` : 'it ';
      const when = (at: string) => `${dayIn(timeZone, at)} ${timeWords(at, timeZone)}`;
      return [
        {
          value: `start:${part}`,
          label: `${which}began ${when(startedAt)}`,
          ask: () => askTime('Began', startedAt, (at) => ({part, startedAt: at}), askReason),
        },
        {
          value: `end:${part}`,
          label: `${which}${endedAt ? `ended ${when(endedAt)}` : 'was left open'}`,
          ask: () => askTime('Ended', endedAt, (at) => ({part, endedAt: at}), askReason),
        },
      ];
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
    const entries = [...timeEntries(), ...blockEntries(), ...peopleEntries()];
    return put({
      label: 'What was different?',
      hint: 'How the record stands; choose what it has wrong.',
      choices: entries.map(({value, label}) => ({value, label})),
      onChoose: (value) => entries.find((entry) => entry.value === value)?.ask(),
    });
  }

  return {ask, begin, leave};
}
