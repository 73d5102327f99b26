import type {RegisterName} from '../../playbook/playbook.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {fieldText, recordTitle, recordsOf} from '../registers/records.ts';
import {addDays, dayIn} from '../time/schedule.ts';
import {transitionEnd} from '../afterwards/transition-period.ts';
import {itemPlace} from '../model/place.ts';
import {gateSettings} from '../model/gate-settings-of.ts';
import {otherSide} from '../rules/people/sides.ts';
import {isAbsent, keeperOf, type Mistake, type Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

const needed: readonly (readonly [RegisterName, Mistake, string])[] = [
  ['severities', 'not agreed', 'No severity has a response time, a channel and hours.'],
  ['out-of-scope', 'not agreed', 'Nothing is named as out of scope.'],
  ['contacts', 'not agreed', 'No escalation contact is named.'],
  ['acknowledgements', 'not agreed', 'The customer has not agreed to the support model.'],
  [
    'transition',
    'out of reach',
    'No transition period: name its owner, a deputy and its last day.',
  ],
];

function untestedContacts(handoff: Handoff, asOf: string): Requirement[] {
  const keeper = keeperOf(handoff, 'contacts');
  if (!keeper) return [];
  const {contactDays} = gateSettings(handoff);
  const earliest = addDays(dayIn(handoff.timeZone, asOf), -contactDays);
  return recordsOf(handoff, 'contacts').flatMap((record): Requirement[] => {
    const tested = fieldText(record, 'tested');
    // A day that is missing is told with the other fields.
    const isLapsed = record.lapsed?.['tested'] !== undefined;
    if (tested === '' || (tested >= earliest && !isLapsed)) return [];
    return [
      {
        id: requirementId('tested', record.id),
        fact: {[`reached ${tested}`]: isLapsed ? 2 : 1},
        isPast: false,
        mistake: 'not agreed',
        text: isLapsed
          ? `"${recordTitle(record)}" was reached on ${tested} over another channel; test the new one.`
          : `"${recordTitle(record)}" was last reached on ${tested}; test the contact again, ${contactDays === 0 ? 'today is' : `${contactDays} days is`} the limit.`,
        place: {step: keeper.step.id, line: {kind: 'row', id: record.id}},
      },
    ];
  });
}

function endedTransition(handoff: Handoff, now: string): Requirement[] {
  const keeper = keeperOf(handoff, 'transition');
  const end = transitionEnd(handoff);
  if (!keeper || !end || end > dayIn(handoff.timeZone, now)) return [];
  const text = `The transition ends on ${end}, before the session; set a later day.`;
  return [
    {
      id: 'transition end',
      mistake: 'out of reach',
      text,
      fact: {[`ends ${end}`]: 1},
      isPast: false,
      place: itemPlace(keeper.step, keeper.item),
    },
  ];
}

/** Nobody agrees for those who take over but they themselves. */
function isOfReceiver(handoff: Handoff, row: HandoffRecord): boolean {
  return row.register !== 'acknowledgements' || otherSide(handoff, recordTitle(row)) === undefined;
}

function emptyRegisters(handoff: Handoff): Requirement[] {
  return needed.flatMap(([register, mistake, text]): Requirement[] => {
    const keeper = keeperOf(handoff, register);
    const rows = recordsOf(handoff, register).filter((row) => isOfReceiver(handoff, row));
    if (!keeper || rows.length > 0) return [];
    const {step, item} = keeper;
    const id = requirementId('register', register);
    const place = itemPlace(step, item);
    return [{id, mistake, text, fact: isAbsent, isPast: false, place}];
  });
}

/** The support model is complete and agreed, its contacts answer, and somebody stays in reach. */
export function expectationsMissing(handoff: Handoff, now: string): Requirement[] {
  return [
    ...emptyRegisters(handoff),
    ...untestedContacts(handoff, now),
    ...endedTransition(handoff, now),
  ];
}

/** What of it is gone since the session; a contact counts that answered when it was handed over. */
export function expectationsLost(handoff: Handoff, now: string): Requirement[] {
  return [
    ...emptyRegisters(handoff),
    ...untestedContacts(handoff, handoff.session.startedAt ?? now),
  ];
}
