import {followUps} from '../../handoff/afterwards/follow-ups.ts';
import {stepItems} from '../../handoff/items/items.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {
  itemPlace,
  lineKey,
  placeOn,
  rowPlace,
  type Line,
  type Place,
} from '../../handoff/model/place.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import {checkStandings} from '../../handoff/standing/of-checks/check-standing.ts';
import type {Screen} from '../../playbook/playbook.ts';
import {stepsOf} from '../../playbook/walk.ts';
import {itemSign} from '../steps/items/item-rows.ts';
import {checkSigns} from '../theme/glyphs.ts';
import type {View} from '../view.ts';
import type {Choice} from './picker.tsx';

/** Something to find, and where it stands. */
export interface Findable {
  readonly choice: Choice;
  readonly place: Place;
}

function items(handoff: Handoff): Findable[] {
  return stepsOf(handoff.playbook).flatMap(({step}) =>
    stepItems(step).map((item): Findable => {
      const {text = '', note = ''} = itemStanding(handoff, item.id);
      return {
        place: itemPlace(step, item),
        choice: {
          id: `item ${item.id}`,
          sign: itemSign(handoff, item),
          label: item.text,
          where: step.title,
          words: `${text} ${note}`,
        },
      };
    }),
  );
}

/** All that a row says, whichever field says it. */
function rowWords({fields}: HandoffRecord): string {
  return Object.values(fields)
    .map((value) => (typeof value === 'string' ? value : value.notApplicable))
    .join(' ');
}

function rows({records, playbook}: Handoff): Findable[] {
  const titles = new Map(stepsOf(playbook).map(({step}) => [step.id, step.title]));
  return records.flatMap((record): Findable[] => {
    const place = rowPlace(playbook, record);
    if (!place) return [];
    const where = `${registers[record.register].one} in ${titles.get(place.step) ?? ''}`;
    const choice = {id: `row ${record.id}`, label: recordTitle(record), where};
    return [{place, choice: {...choice, words: rowWords(record)}}];
  });
}

/** A line of the step that has a screen, where the playbook has one. */
function on(handoff: Handoff, screen: Screen, line: Line, choice: Omit<Choice, 'id'>): Findable[] {
  const place = placeOn(handoff.playbook, screen, line);
  return place ? [{place, choice: {id: lineKey(line), ...choice}}] : [];
}

function checks(handoff: Handoff, now: string): Findable[] {
  return checkStandings(handoff, now).flatMap(({name, state, record, why = ''}) =>
    on(
      handoff,
      'checks',
      {kind: 'check', name},
      {
        label: name,
        sign: checkSigns[state],
        where: 'check',
        words: `${record?.target ?? ''} ${record?.message ?? ''} ${why}`,
      },
    ),
  );
}

function notes(handoff: Handoff): Findable[] {
  return handoff.session.notes.flatMap(({id, kind, text, answer = ''}) =>
    on(
      handoff,
      'agenda',
      {kind: 'note', id},
      {label: text, where: `${kind} of the session`, words: answer},
    ),
  );
}

function openPoints(handoff: Handoff): Findable[] {
  return followUps(handoff).flatMap(({id, text, owner}) =>
    on(
      handoff,
      'follow-ups',
      {kind: 'follow-up', id},
      {label: text, where: 'open point', words: owner},
    ),
  );
}

/** Everything in a handoff that has a place of its own: items, rows, checks, notes and open points. */
export function findable({handoff, now}: View): readonly Findable[] {
  return [
    ...items(handoff),
    ...rows(handoff),
    ...checks(handoff, now()),
    ...notes(handoff),
    ...openPoints(handoff),
  ];
}
