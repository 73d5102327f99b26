import type {Change} from '../handoff/actions.ts';
import {workItems} from '../handoff/items.ts';
import type {Driver, NoteKind} from '../handoff/session.ts';
import type {Item, Playbook, Step} from '../playbook/model.ts';
import {agendaMinutes, allItems, stepsOf} from '../playbook/walk.ts';
import {sampleTexts} from './texts.ts';

/** A change with how long ago it was made, in minutes before now. */
export interface PastChange {
  readonly minutesAgo: number;
  readonly change: Change;
}

const day = 24 * 60;

function done(item: Item): Change {
  return {type: 'item/settled', item: item.id, status: 'done'};
}

function stepsWith(playbook: Playbook, kind: string, screens: readonly string[]): Step[] {
  return stepsOf(playbook)
    .filter(({phase, step}) => phase.kind === kind && screens.includes(step.screen))
    .map(({step}) => step);
}

/** Preparation two days ago: the checklist but for what is still to come, and some of the texts. */
export function begunPreparation(playbook: Playbook, port: number): PastChange[] {
  const texts = sampleTexts(port);
  const checklist = stepsWith(playbook, 'preparation', ['checklist']).flatMap(workItems);
  const written = stepsWith(playbook, 'preparation', ['text'])
    .slice(0, 2)
    .flatMap(workItems)
    .slice(0, -2);
  return [
    ...checklist.slice(0, 3).map((item, index) => ({
      minutesAgo: 2 * day - index * 7,
      change: done(item),
    })),
    ...checklist.slice(5, 6).flatMap((item): PastChange[] => [
      {
        minutesAgo: 2 * day - 40,
        change: {type: 'item/assigned', item: item.id, owner: 'Mina Okafor'},
      },
    ]),
    ...written.flatMap((item, index): PastChange[] => {
      const text = texts[item.id];
      return text === undefined
        ? []
        : [{minutesAgo: day - index * 6, change: {type: 'item/written', item: item.id, text}}];
    }),
  ];
}

/** The whole preparation, finished the day before the session. */
export function wholePreparation(playbook: Playbook, port: number): PastChange[] {
  const texts = sampleTexts(port);
  const steps = stepsOf(playbook).filter(({phase}) => phase.kind === 'preparation');
  const items = steps.flatMap(({step}) => workItems(step));
  return items.map((item, index) => {
    const text = texts[item.id];
    return {
      minutesAgo: 3 * day - index * 20,
      change: text === undefined ? settled(item) : {type: 'item/written', item: item.id, text},
    };
  });
}

function settled(item: Item): Change {
  return item.text.startsWith('Brief')
    ? {
        type: 'item/settled',
        item: item.id,
        status: 'not-applicable',
        reason: 'The customer runs the service alone; no success team is involved.',
      }
    : done(item);
}

/** Who came to the session, and that each of them agreed to be recorded. */
function attendees(playbook: Playbook): PastChange[] {
  const item = allItems(playbook).find(({item}) => item.register === 'attendees')?.item;
  if (!item) return [];
  const people = [
    {name: 'Mina Okafor', side: 'customer', role: 'head of shop operations'},
    {name: 'Teo Lindqvist', side: 'customer', role: 'on call for the tills'},
    {name: 'Jordan Ruiz', side: 'vendor', role: 'hands the service over'},
  ];
  return people.map((person, index) => ({
    minutesAgo: 3 * day - index,
    change: {
      type: 'record/added',
      register: 'attendees',
      item: item.id,
      fields: {...person, consent: 'yes'},
    },
  }));
}

/** The session an hour and a half ago: planned, every block in its time, and what was said. */
export function session(playbook: Playbook): PastChange[] {
  const agenda = stepsOf(playbook).find(({step}) => step.screen === 'agenda');
  if (!agenda) return [];
  const begin = 100;
  const minutes = agendaMinutes(agenda.step).min;
  let passed = 0;
  const blocks = agenda.step.items.flatMap((block): PastChange[] => {
    const at = passed;
    passed += block.minutes?.min ?? 10;
    return [
      {minutesAgo: begin - at, change: {type: 'session/block-entered', block: block.id}},
      ...block.children.map((topic, index) => ({
        minutesAgo: begin - at - 1 - index,
        change: done(topic),
      })),
    ];
  });
  const logged = (minutesAgo: number, kind: NoteKind, text: string): PastChange => ({
    minutesAgo,
    change: {type: 'session/noted', kind, text},
  });
  const drives = (minutesAgo: number, driver: Driver): PastChange => ({
    minutesAgo,
    change: {type: 'session/driver-changed', driver},
  });
  const said: PastChange[] = [
    logged(begin - 25, 'question', 'Can the log be kept for a year?'),
    logged(begin - 45, 'question', 'Who rotates the log at weekends?'),
    logged(begin - 30, 'note', 'Restore was tried by Mina, unaided.'),
    logged(begin - 50, 'action', 'Teo adds the disk alert to the on-call rota by Friday.'),
    drives(begin - 14, 'customer'),
    drives(begin - 36, 'engineer'),
  ];
  const practices = stepsWith(playbook, 'session', ['checklist']).flatMap(workItems);
  const startsAt = new Date(Date.now() - begin * 60_000).toISOString();
  const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
  const place = 'The back office, and a call for the shops';
  return [
    ...attendees(playbook),
    {minutesAgo: 3 * day, change: {type: 'session/planned', startsAt, timeZone, minutes, place}},
    {minutesAgo: begin, change: {type: 'session/started'}},
    ...blocks,
    ...said,
    ...practices.map((item, index) => ({
      minutesAgo: begin - passed + index / 10,
      change: done(item),
    })),
    {minutesAgo: begin - passed - 1, change: {type: 'session/ended'}},
  ];
}
