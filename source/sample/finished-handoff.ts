import type {Change} from '../handoff/changes/catalogue.ts';
import {demonstrationItems} from '../handoff/session/demonstration-items.ts';
import {usualCalendar} from '../handoff/time/business-calendar.ts';
import {addBusinessDays} from '../handoff/time/business-days.ts';
import {dayIn} from '../handoff/time/schedule.ts';
import type {FieldValues} from '../handoff/model/handoff-record.ts';
import type {Playbook, RegisterName} from '../playbook/playbook.ts';
import {followUpId} from '../handoff/afterwards/follow-up-id.ts';
import {allItems} from '../playbook/walk.ts';
import {added, sampleRowId, session, wholePreparation, type PastChange} from './story.ts';

const minute = 60_000;
const day = 24 * 60;

/** How many minutes ago the session of a finished handoff began: two weeks and a day. */
const sessionWas = 15 * day;

/** The same changes, so many minutes earlier; what was planned was planned for earlier as well. */
function earlier(past: readonly PastChange[], minutes: number): PastChange[] {
  return past.map(({change, ...entry}) => {
    const minutesAgo = entry.minutesAgo + minutes;
    if (change.type !== 'session/planned') return {...entry, minutesAgo, change};
    const startsAt = new Date(Date.parse(change.startsAt) - minutes * minute).toISOString();
    return {...entry, minutesAgo, change: {...change, startsAt}};
  });
}

/** Minutes before now at which something of the session happened. */
function momentOf(past: readonly PastChange[], type: 'session/started' | 'session/ended'): number {
  return past.find(({change}) => change.type === type)?.minutesAgo ?? 0;
}

interface Place {
  readonly playbook: Playbook;
  readonly port: number;
  /** Minutes before now at which the session began and ended. */
  readonly began: number;
  readonly ended: number;
  /** `YYYY-MM-DD`: the day of the session. */
  readonly start: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const told = 'That the service has to be stopped first';
const engineer = 'Jordan Ruiz';
const customer = 'Mina Okafor';

function performed(
  item: string,
  id: string,
  minutesAgo: number,
  minutes: number,
  remark?: string,
): PastChange[] {
  const start: Change = {
    type: 'demonstration/started',
    item,
    performer: customer,
    observer: engineer,
  };
  const end: Change = {
    type: 'demonstration/ended',
    demonstration: id,
    result: remark === undefined ? 'unaided' : 'prompted',
    ...(remark === undefined ? {} : {remark}),
  };
  return [
    {id, minutesAgo, change: start},
    {minutesAgo: minutesAgo - minutes, change: end},
  ];
}

/** In the session: each task from its runbook; the restore needed a word. */
function demonstrations({playbook, began}: Place): PastChange[] {
  return demonstrationItems({playbook}).flatMap((item, index) =>
    performed(
      item.id,
      `sample-demonstration-${index + 1}`,
      began - 12 - index * 4,
      3,
      item.id.startsWith('restore') ? told : undefined,
    ),
  );
}

/** In the questions: each of the training, answered without the runbook. */
function questions({playbook, began}: Place): PastChange[] {
  return allItems(playbook)
    .filter(({item}) => item.register === 'teach-back')
    .flatMap(({item}) =>
      [1, 2].map((count): PastChange => ({
        id: `sample-answer-${count}`,
        minutesAgo: began - 46 - count,
        change: {
          type: 'teach-back/asked',
          question: sampleRowId(item.id, count),
          answerer: customer,
          asker: engineer,
          outcome: 'right',
        },
      })),
    );
}

/** What is kept in a table after the session, if the playbook has the table. */
function row(
  {playbook}: Place,
  register: RegisterName,
  id: string,
  minutesAgo: number,
  fields: FieldValues,
): PastChange[] {
  const place = allItems(playbook).find(({item}) => item.register === register);
  return place
    ? [{id, minutesAgo, change: {type: 'record/added', register, item: place.item.id, fields}}]
    : [];
}

function settled(place: Place, ids: (id: string, step: string) => boolean, minutesAgo: number) {
  return allItems(place.playbook)
    .filter(({item, step}) => ids(item.id, step.id))
    .map(({item}): PastChange => ({
      minutesAgo,
      change: {type: 'item/settled', item: item.id, status: 'done'},
    }));
}

function rowsOf(
  {playbook, port}: Pick<Place, 'playbook' | 'port'>,
  register: RegisterName,
  minutesAgo: number,
  today: string,
): PastChange[] {
  return allItems(playbook)
    .filter(({item}) => item.register === register)
    .flatMap(({item}) => added(item, port, minutesAgo, today));
}

/** On the day of the session everything still hung on the engineer. */
function stillTied({change, ...entry}: PastChange): PastChange {
  if (change.type !== 'record/added') return {...entry, change};
  return {...entry, change: {...change, fields: {...change.fields, state: 'tied'}}};
}

function tieIds(place: Place, today: string): string[] {
  return rowsOf(place, 'ties', 0, today).flatMap(({id}) => id ?? []);
}

/**
 * Two weeks of transition after the session: two check-ins, the restore repeated without help, the
 * runbook changed, and what hung on the engineer moved.
 */
function afterwards(place: Place): PastChange[] {
  const {start, ended} = place;
  const first = addBusinessDays(start, 2, usualCalendar);
  const second = addBusinessDays(first, 5, usualCalendar);
  // In the middle of the day, where every zone has that day or is near to it.
  const ago = (date: string) => (place.now - Date.parse(`${date}T12:00:00Z`)) / minute;
  const restore = demonstrationItems(place).findIndex(({id}) => id.startsWith('restore'));
  const changed = (record: string, state: string): PastChange => ({
    minutesAgo: ago(second) - 20,
    change: {type: 'record/changed', record, fields: {state}},
  });
  return [
    ...demonstrations(place),
    ...questions(place),
    {
      minutesAgo: ended - 20,
      change: {
        type: 'follow-up/changed',
        followUp: followUpId({kind: 'action', subject: 'sample-action-1'}),
        owner: 'Lee Novak',
      },
    },
    ...rowsOf(place, 'ties', ended - 30, start).map(stillTied),
    ...settled(place, (id) => id === 'confirm-that-nothing-is-missing', ended - 90),
    ...row(place, 'check-ins', 'sample-check-in-1', ago(first), {
      name: customer,
      date: first,
      kind: 'check-in',
      did: 'Restarted the service twice and read the log every morning.',
      found: 'Whether the log may be compressed. It may.',
      severity: 'none',
      remark: 'Mina is on leave from Friday; Lee stands in.',
    }),
    ...performed(
      demonstrationItems(place)[restore]?.id ?? '',
      'sample-demonstration-again',
      ago(first) - 10,
      6,
    ),
    {
      minutesAgo: ago(first) - 30,
      change: {
        type: 'follow-up/closed',
        followUp: followUpId({
          kind: 'runbook change',
          subject: `sample-demonstration-${restore + 1}`,
        }),
        outcome: 'The runbook now begins with stopping the service.',
      },
    },
    {
      minutesAgo: ago(first) - 30,
      change: {
        type: 'follow-up/closed',
        followUp: followUpId({kind: 'action', subject: 'sample-action-1'}),
        outcome: 'The rota has the alert; Lee got a test page.',
      },
    },
    ...settled(place, (id) => id === 'close-the-gaps-in-the-documentation', ago(first) - 45),
    ...settled(place, (id) => id === 'confirm-that-the-success-team-is-ready', ago(second) - 45),
    ...row(place, 'check-ins', 'sample-check-in-2', ago(second), {
      name: 'Lee Novak',
      date: second,
      kind: 'check-in',
      did: 'Restored last night’s backup on the test host, from the runbook.',
      found: 'Nothing.',
      severity: '4',
    }),
    ...tieIds(place, start).map((record) => changed(record, 'moved')),
    changed(sampleRowId('risks-and-issues', 2), 'closed'),
  ];
}

/**
 * A handoff whose end has come: preparation, the session two weeks ago, and all that followed.
 *
 * @param now milliseconds since 1970
 */
export function finishedHandoff(playbook: Playbook, port: number, now: number): PastChange[] {
  const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
  const live = earlier(session(playbook, port, now), sessionWas);
  const [began, ended] = [momentOf(live, 'session/started'), momentOf(live, 'session/ended')];
  const start = dayIn(timeZone, new Date(now - ended * minute).toISOString());
  return [
    ...earlier(wholePreparation(playbook, port, start), sessionWas),
    ...live,
    ...afterwards({playbook, port, start, began, ended, now}),
  ];
}
