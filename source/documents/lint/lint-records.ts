import {findPlaceholder} from '../../handoff/registers/find-placeholder.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {
  fieldReason,
  fieldText,
  missingFields,
  recordTitle,
} from '../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {Field} from '../../handoff/registers/field.ts';
import {rowPlace} from '../../handoff/model/place.ts';
import {registers} from '../../handoff/registers/registers.ts';
import type {RegisterName} from '../../playbook/playbook.ts';
import {isOnlyPlaceholder, secretFindings, type TextFinding} from './text-rules.ts';
import type {LintFinding} from './finding.ts';
import {stepFindings} from './lint-steps.ts';
import {nameFindings} from './name-rules.ts';

/** A finding in a row, before it is known in which document. */
export type RecordFinding = Omit<LintFinding, 'document' | 'part'> & {
  readonly item: string;
  readonly record: string;
};

function missingFinding(title: string, {label, lacking}: Field): TextFinding {
  return {
    rule: 'missing-field',
    level: 'required',
    what: lacking ? `"${title}": ${lacking}.` : `"${title}" lacks "${label}".`,
    toDo: 'Fill it in, or say in the field why it does not apply.',
  };
}

function fieldFindings(title: string, {label}: Field, text: string): TextFinding[] {
  const found = findPlaceholder(text);
  if (found === undefined) return [];
  const isAll = isOnlyPlaceholder(text);
  return [
    {
      rule: isAll ? 'missing-field' : 'placeholder',
      level: isAll ? 'required' : 'warning',
      what: isAll
        ? `"${label}" of "${title}" says only "${text.trim()}".`
        : `"${found}" stands in "${label}" of "${title}".`,
      toDo: 'Write what is meant, or take it out.',
    },
  ];
}

async function findingsIn(handoff: Handoff, record: HandoffRecord): Promise<TextFinding[]> {
  const title = recordTitle(record);
  // What only the own team reads does not keep a document back.
  const fields = registers[record.register].fields.filter(({isInternal}) => isInternal !== true);
  const texts = fields.map((field) => ({
    field,
    text: fieldReason(record, field.name) ?? fieldText(record, field.name),
  }));
  const all = texts.map(({text}) => text).join('\n');
  const secrets = await secretFindings(all);
  return [
    ...missingFields(record)
      .filter(({isInternal}) => isInternal !== true)
      .map((field) => missingFinding(title, field)),
    ...texts.flatMap(({field, text}) => fieldFindings(title, field, text)),
    ...nameFindings(handoff, record),
    ...stepFindings(handoff, record),
    ...secrets.map((finding) => ({
      ...finding,
      what: finding.what.replace(/^Line \d+/u, () => `"${title}"`),
    })),
  ];
}

/** What is missing or doubtful in the rows of some tables, in the order of the rows. */
export async function recordFindings(
  handoff: Handoff,
  isWanted: (register: RegisterName) => boolean,
): Promise<RecordFinding[]> {
  const findings: RecordFinding[] = [];
  for (const record of handoff.records.filter(({register}) => isWanted(register))) {
    const place = rowPlace(handoff.playbook, record);
    for (const finding of await findingsIn(handoff, record))
      findings.push({...finding, place, item: record.item, record: record.id});
  }
  return findings;
}
