import type {Handoff} from '../../model/handoff.ts';
import type {HandoffRecord} from '../../model/handoff-record.ts';
import {rowPlace} from '../../model/place.ts';
import {fieldText, recordTitle, recordsOf} from '../../registers/records.ts';
import {isRiskSettled} from '../severe-issues.ts';
import type {Source} from './source.ts';

function source(
  handoff: Handoff,
  record: HandoffRecord,
  {kind, dueField, isSettled}: {kind: 'risk' | 'tie'; dueField: string; isSettled: boolean},
): Source {
  const owner = fieldText(record, 'owner');
  const due = fieldText(record, dueField);
  const text = recordTitle(record);
  const {stateAt, addedAt} = record;
  return {
    kind,
    subject: record.id,
    text: kind === 'tie' ? `Move to the receiver: ${text}` : `Solve: ${text}`,
    place: rowPlace(handoff.playbook, record),
    raisedAt: stateAt ?? addedAt,
    ...(isSettled
      ? {settled: {since: stateAt ?? addedAt, why: `it is ${fieldText(record, 'state')}`}}
      : {
          openBecause: `its row says "${fieldText(record, 'state') || 'open'}"`,
          ...(stateAt === undefined ? {} : {failedAt: stateAt}),
        }),
    ...(owner ? {owner} : {}),
    ...(due ? {due} : {}),
  };
}

/** Risks and ties: their own row settles them. */
export function rowSources(handoff: Handoff): Source[] {
  return [
    ...recordsOf(handoff, 'risks').map((record) =>
      source(handoff, record, {
        kind: 'risk',
        dueField: 'due',
        isSettled: isRiskSettled(handoff, record),
      }),
    ),
    ...recordsOf(handoff, 'ties').map((record) =>
      source(handoff, record, {
        kind: 'tie',
        dueField: 'ends',
        isSettled: fieldText(record, 'state') === 'moved',
      }),
    ),
  ];
}
