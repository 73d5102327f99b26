import {mayReadItem, mayReadRow, notesReadBy, waiversReadBy} from '../../audience/readable.ts';
import {itemAt} from '../../items/item-at.ts';
import {calendarOf} from '../../time/business-calendar.ts';
import {dayIn} from '../../time/schedule.ts';
import {lineKey} from '../../model/place.ts';
import {dateWords, timeWords} from '../../time/wording.ts';
import {recordTitle} from '../../registers/records.ts';
import {shownName} from '../../people/shown-name.ts';
import {digestOf} from '../digest.ts';
import {answersTo, teachBackQuestions, teachBackWords} from '../../teaching/teach-back-standing.ts';
import {checkFacts} from '../of-checks/check-facts.ts';
import {checkStandings, checkWords} from '../of-checks/check-standing.ts';
import type {Telling, ToldPart} from './told-part.ts';

/** How each check stands at that moment, and when all of them ran last. */
export function checkParts({handoff, now}: Telling): ToldPart[] {
  const {lastRun} = checkFacts(handoff);
  const checks = checkStandings(handoff, now).map(({name, state, severity}) => ({
    id: lineKey({kind: 'check', name}),
    group: 'Checks',
    subject: name,
    digest: digestOf([state, severity]),
    says: `now ${checkWords[state]}`,
    came: `now ${checkWords[state]}`,
    went: 'taken away',
  }));
  if (!lastRun) return checks;
  const {startedAt, id} = lastRun;
  const day = dateWords(dayIn(handoff.timeZone, startedAt), '');
  const says = `run on ${day} at ${timeWords(startedAt, handoff.timeZone)}:`;
  const run = {id: 'run', group: 'Checks', subject: 'the checks', says, came: says};
  return [...checks, {...run, digest: digestOf(id)}];
}

const performed = {
  unaided: 'performed unaided',
  prompted: 'performed with help',
  failed: 'failed',
} as const;

/** The last try of each task, as far as it has ended. */
export function demonstrationParts({handoff, audience}: Telling): ToldPart[] {
  const last = new Map(
    handoff.demonstrations.flatMap((shown) => (shown.result ? [[shown.item, shown] as const] : [])),
  );
  return [...last.values()]
    .filter(({item}) => mayReadItem(handoff, audience, {id: item}))
    .map(({id, item, result, performer, remark}) => {
      const says = result ? performed[result] : '';
      return {
        id: `performed ${item}`,
        group: 'Demonstrations',
        subject: itemAt(handoff, item)?.item.text ?? item,
        digest: digestOf([id, result, shownName(handoff, performer), remark]),
        says,
        came: says,
        went: 'taken back',
      };
    });
}

/** The last answer to each question of the training, as far as it was judged. */
export function teachBackParts({handoff, audience}: Telling): ToldPart[] {
  return teachBackQuestions(handoff).flatMap((row): ToldPart[] => {
    const last = answersTo(handoff, row.id).findLast(({outcome}) => outcome !== undefined);
    if (!last?.outcome || !mayReadRow(handoff, audience, row)) return [];
    const says = teachBackWords[last.outcome];
    return [
      {
        id: `answered ${row.id}`,
        group: 'Teach-back',
        subject: recordTitle(row),
        digest: digestOf([last.id, last.outcome, shownName(handoff, last.answerer), last.remark]),
        says,
        came: says,
        went: 'taken back',
      },
    ];
  });
}

const came = {question: 'asked', action: 'agreed', note: 'noted'} as const;

/** What was logged in the session. */
export function noteParts({handoff, audience}: Telling): ToldPart[] {
  return notesReadBy(handoff, audience).map(({id, kind, text, answer}) => ({
    id: lineKey({kind: 'note', id}),
    group: 'Questions and actions',
    subject: text,
    digest: digestOf([kind, text, answer]),
    ...(answer === undefined ? {} : {says: 'answered'}),
    came: answer === undefined ? came[kind] : 'answered',
    went: 'taken back',
  }));
}

/** The session itself: its plan, and how it was held. */
export function sessionParts({handoff}: Telling): ToldPart[] {
  const {plan, session} = handoff;
  const {startedAt, endedAt, parts, blocks} = session;
  if (!plan && !startedAt) return [];
  const day = plan && dateWords(dayIn(plan.timeZone, plan.startsAt), '');
  const time = plan && timeWords(plan.startsAt, plan.timeZone);
  const planned = `planned for ${day} ${time}`;
  const says = endedAt ? 'held' : startedAt ? 'under way' : planned;
  const {startsAt, timeZone, minutes, place} = plan ?? {};
  return [
    {
      id: 'session',
      group: 'Session',
      subject: 'the handoff session',
      digest: digestOf([startsAt, timeZone, minutes, place, parts, blocks]),
      says,
      came: says,
    },
  ];
}

const decided = {
  accepted: 'accepted by',
  'accepted-with-conditions': 'accepted with conditions by',
  declined: 'declined by',
} as const;

/** What was promised, waived and decided. */
export function promiseParts({handoff, audience}: Telling): ToldPart[] {
  const waivers = waiversReadBy(handoff, audience).map(
    ({gate, requirement, text, reason, approver, expires}) => ({
      id: `waiver ${gate} ${requirement}`,
      group: 'Accepted on purpose',
      subject: text.replace(/\.$/u, ''),
      digest: digestOf([text, reason, approver, expires]),
      came: 'waived',
    }),
  );
  const extensions = handoff.extensions.map(({until, reason}, index) => ({
    id: `extension ${index}`,
    group: 'Transition',
    subject: 'the transition',
    digest: digestOf([until, reason]),
    came: `extended until ${until}:`,
    went: 'no longer extended:',
  }));
  const decisions = handoff.signOffs.map(({decision, name, digest, at}) => ({
    id: `sign-off ${at} ${name}`,
    group: 'Sign-off',
    subject: shownName(handoff, name),
    digest,
    came: decided[decision],
    went: 'taken back:',
  }));
  return [
    ...new Map([...waivers, ...extensions, ...decisions].map((part) => [part.id, part])).values(),
  ];
}

/** On which days people work, and how people are called. */
export function settingParts({handoff}: Telling): ToldPart[] {
  const renamed = handoff.people.filter(({alias}) => alias !== undefined);
  const calendar = digestOf(calendarOf(handoff));
  const names = digestOf(renamed.map(({name, alias}) => [name, alias]));
  return [
    {id: 'calendar', group: 'Dates', subject: 'the business days', digest: calendar},
    {id: 'names', group: 'People', subject: 'how somebody is called', digest: names},
  ];
}
