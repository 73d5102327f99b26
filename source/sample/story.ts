import type {Change} from '../handoff/changes/catalogue.ts';
import {offeredItems, workItems} from '../handoff/items/items.ts';
import type {Driver, NoteKind} from '../handoff/model/session.ts';
import type {Item, Playbook, Step} from '../playbook/playbook.ts';
import {settlingFact} from '../handoff/standing/settled-by.ts';
import {stepWith} from '../handoff/model/place.ts';
import {agendaMinutes, stepsOf} from '../playbook/walk.ts';
import {dayIn} from '../handoff/time/schedule.ts';
import {sampleRecords} from './sample-records.ts';
import {sampleTexts} from './texts.ts';

/** A change with how long ago it was made, in minutes before now. */
export interface PastChange {
  /** The id of the action, where a later change names it. */
  readonly id?: string;
  readonly minutesAgo: number;
  readonly change: Change;
}

const day = 24 * 60;

/** Whether a fact settles it, so that nobody ticks it. */
function isDerived(step: Step, item: Item): boolean {
  return settlingFact({playbookSource: 'built-in'}, step, item) !== undefined;
}

function done(item: Item): Change {
  return {type: 'item/settled', item: item.id, status: 'done'};
}

function dayOfNow(): string {
  const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
  return dayIn(timeZone, new Date().toISOString());
}

/** The id of a row of the sample, counted from 1, so that a later change can name it. */
export function sampleRowId(item: string, number: number): string {
  return `sample-row-${item}-${number}`;
}

/** The rows of an item's table, with dates round today, in the zone of this machine as the sample has it. */
export function sampleRows(item: Item, port: number, today = dayOfNow()): Change[] {
  const {id, register} = item;
  if (!register) return [];
  const rows = sampleRecords(port, today)[id] ?? [];
  return rows.map((fields) => ({type: 'record/added', register, item: id, fields}));
}

/** The same as they were added one after the other. */
export function added(
  item: Item,
  port: number,
  minutesAgo: number,
  today = dayOfNow(),
): PastChange[] {
  return sampleRows(item, port, today).map((change, index) => ({
    id: sampleRowId(item.id, index + 1),
    minutesAgo: minutesAgo - index,
    change,
  }));
}

function stepsWith(playbook: Playbook, kind: string, screens: readonly string[]): Step[] {
  return stepsOf(playbook)
    .filter(({phase, step}) => phase.kind === kind && screens.includes(step.screen))
    .map(({step}) => step);
}

/** Preparation two days ago: the checklist but for what is still to come, and some of the texts. */
export function begunPreparation(
  playbook: Playbook,
  port: number,
  today = dayOfNow(),
): PastChange[] {
  const texts = sampleTexts(port);
  const checklist = stepsWith(playbook, 'preparation', ['checklist']).flatMap((step) =>
    workItems({}, step),
  );
  const written = stepsWith(playbook, 'preparation', ['text'])
    .slice(0, 2)
    .flatMap((step) => workItems({}, step))
    .slice(0, -2);
  return [
    ...checklist.slice(0, 2).map((item, index) => ({
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
      const minutesAgo = day - index * 6;
      return [
        ...(text === undefined
          ? []
          : [{minutesAgo, change: {type: 'item/written', item: item.id, text} as const}]),
        ...added(item, port, minutesAgo - 1, today),
      ];
    }),
  ];
}

/** The whole preparation, finished the day before the session. */
export function wholePreparation(
  playbook: Playbook,
  port: number,
  today = dayOfNow(),
): PastChange[] {
  const texts = sampleTexts(port);
  const steps = stepsOf(playbook).filter(({phase}) => phase.kind === 'preparation');
  const places = [workItems, offeredItems].flatMap((items) =>
    steps.flatMap(({step}) => items({}, step).map((item) => ({step, item}))),
  );
  return places.flatMap(({step, item}, index): PastChange[] => {
    const text = texts[item.id];
    const minutesAgo = 3 * day - index * 20;
    const rows = added(item, port, minutesAgo - 1, today);
    const written: Change | undefined =
      text === undefined ? undefined : {type: 'item/written', item: item.id, text};
    const isTicked = rows.length === 0 && !isDerived(step, item);
    const first = written ?? (isTicked ? settled(item) : undefined);
    return [...(first ? [{minutesAgo, change: first}] : []), ...rows];
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

/**
 * The session an hour and a half ago: planned, every block in its time, and what was said.
 *
 * @param now milliseconds since 1970, at which that hour and a half ends
 */
export function session(playbook: Playbook, port: number, now = Date.now()): PastChange[] {
  const agenda = stepWith(playbook, 'agenda');
  if (!agenda) return [];
  const begin = 100;
  const minutes = agendaMinutes(agenda).min;
  let passed = 0;
  const blocks = agenda.items.flatMap((block): PastChange[] => {
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
  const logged = (minutesAgo: number, kind: NoteKind, text: string, id?: string): PastChange => ({
    minutesAgo,
    change: {type: 'session/noted', kind, text},
    ...(id === undefined ? {} : {id}),
  });
  const drives = (minutesAgo: number, driver: Driver): PastChange => ({
    minutesAgo,
    change: {type: 'session/driver-changed', driver},
  });
  const said: PastChange[] = [
    logged(begin - 25, 'question', 'Can the log be kept for a year?', 'sample-question-1'),
    logged(begin - 45, 'question', 'Who rotates the log at weekends?', 'sample-question-2'),
    logged(begin - 30, 'note', 'Restore was tried by Mina, unaided.'),
    logged(
      begin - 50,
      'action',
      'Lee adds the disk alert to the on-call rota by Friday.',
      'sample-action-1',
    ),
    drives(begin - 14, 'customer'),
    drives(begin - 36, 'engineer'),
  ];
  const practices = stepsWith(playbook, 'session', ['checklist']).flatMap((step) =>
    workItems({}, step),
  );
  const startsAt = new Date(now - begin * 60_000).toISOString();
  const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
  const place = 'The back office, and a call for the shops';
  return [
    ...stepsWith(playbook, 'session', ['plan'])
      .flatMap((step) => workItems({}, step))
      .flatMap((item) => added(item, port, 3 * day)),
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
