import {isTaken} from '../items/asked.ts';
import {offeredItems, workItems} from '../items/items.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Item, Step} from '../../playbook/playbook.ts';
import {isAsked, type Field} from '../registers/field.ts';
import {fieldText, missingFields, recordTitle, recordsFor} from '../registers/records.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {itemState} from '../model/item-state.ts';
import {registers} from '../registers/registers.ts';
import {itemPlace, type Line} from '../model/place.ts';
import {findPlaceholder} from '../registers/find-placeholder.ts';
import {settlingFact} from '../standing/settled-by.ts';
import {
  isAbsent,
  reasonProblem,
  unsettledWords,
  type ItemAt,
  type Requirement,
} from './requirement.ts';
import {requirementId} from './requirement-id.ts';

type Missing = Pick<Requirement, 'id' | 'text' | 'fact'> & {readonly line?: Line};

/** What is still missing in one row: fields, reasons too short, placeholders. */
function inRecord(handoff: Handoff, record: HandoffRecord): Missing[] {
  const {fields, one} = registers[record.register];
  const title = `the ${one} "${recordTitle(record)}"`;
  const line: Line = {kind: 'row', id: record.id};
  const empty = missingFields(record);
  const all: readonly Field[] = fields;
  const weak = all.flatMap((field): Missing[] => {
    const {name, label} = field;
    const value = record.fields[name];
    if (value === undefined) return [];
    if (typeof value === 'object') {
      // A safe runbook needs no way back, and so no reason why it has none.
      if (!isAsked(field, (other) => fieldText(record, other))) return [];
      const problem = reasonProblem(handoff, value.notApplicable);
      if (!problem) return [];
      const text = `"${label}" of ${title} does not apply, but ${problem}.`;
      return [{id: requirementId('reason', record.id, name), text, line, fact: isAbsent}];
    }
    const placeholder = findPlaceholder(value);
    if (placeholder === undefined) return [];
    const text = `"${label}" of ${title} still says "${placeholder}".`;
    return [
      {id: requirementId('placeholder', record.id, name), text, line, fact: {[placeholder]: 1}},
    ];
  });
  if (empty.length === 0) return weak;
  const labels = empty.map(({label}) => `"${label}"`).join(', ');
  return [
    {
      id: requirementId('fields', record.id),
      text: `${title} lacks ${labels}.`,
      line,
      fact: Object.fromEntries(empty.map(({name}) => [name, 1])),
    },
    ...weak,
  ];
}

function inItem(handoff: Handoff, {step, item}: ItemAt): Missing[] {
  const {status, text = '', reason = '', evidence, settledFor} = itemState(handoff, item.id);
  if (status === 'not-applicable') {
    const problem = reasonProblem(handoff, reason);
    return problem
      ? [
          {
            id: requirementId('reason', item.id),
            text: `"${item.text}" does not apply, but ${problem}.`,
            fact: isAbsent,
          },
        ]
      : [];
  }
  const records = recordsFor(handoff, item.id);
  const isWritten = text.trim() !== '' || records.length > 0 || evidence.length > 0;
  if (status === 'open' || (step.screen === 'text' && !isWritten)) {
    const what = settledFor
      ? 'reads otherwise than when it was settled'
      : step.screen === 'text'
        ? 'is not written'
        : 'is not settled';
    return [
      {
        id: requirementId('item', item.id),
        text: unsettledWords({step, item}, what),
        fact: isAbsent,
      },
    ];
  }
  const placeholder = findPlaceholder(text);
  const unfinished =
    placeholder === undefined
      ? []
      : [
          {
            id: requirementId('placeholder', item.id),
            text: `The text of "${item.text}" still says "${placeholder}".`,
            fact: {[placeholder]: 1},
          },
        ];
  return [...unfinished, ...records.flatMap((record) => inRecord(handoff, record))];
}

/** What a step asks for: all of it, or where only that is asked, what is required. */
function askedItems(handoff: Handoff, step: Step): readonly Item[] {
  const items = workItems(handoff, step);
  return handoff.playbook.gates?.asks === 'required'
    ? items.filter((item) => !item.isOptional)
    : items;
}

/** What a step leaves to whoever wants to say it. */
function leftItems(handoff: Handoff, step: Step): readonly Item[] {
  const asked = new Set(askedItems(handoff, step));
  return [
    ...workItems(handoff, step).filter((item) => !asked.has(item)),
    ...offeredItems(handoff, step),
  ];
}

/**
 * Everything of the preparation is said, or does not apply for a reason that says something. The
 * items of the documents step are left out: their parts are filled from the other steps.
 */
export function documentationMissing(handoff: Handoff): Requirement[] {
  return handoff.playbook.phases
    .filter(({kind}) => kind === 'preparation')
    .flatMap((phase) =>
      phase.steps
        .filter(({screen}) => screen === 'text' || screen === 'checklist')
        .flatMap((step) =>
          [
            ...askedItems(handoff, step),
            ...leftItems(handoff, step).filter((item) => isTaken(handoff, item)),
          ]
            // What a fact settles is asked of that fact.
            .filter((item) => settlingFact(handoff, step, item) === undefined)
            .flatMap((item) =>
              inItem(handoff, {phase, step, item}).map(({id, text, line, fact}): Requirement => ({
                id,
                fact,
                isPast: false,
                mistake: 'not written down',
                text: text.replace(/^./u, (first) => first.toUpperCase()),
                place: line ? {step: step.id, line} : itemPlace(step, item),
              })),
            ),
        ),
    );
}
