import {mayReadRow, rowsReadBy} from '../../handoff/audience/readable.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {Field, Names} from '../../handoff/registers/field.ts';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {isSameName, namesFor} from '../../handoff/standing/named-in-rows.ts';
import {nearest} from '../../nearest.ts';
import type {TextFinding} from './text-rules.ts';

const kinds: Readonly<Record<Names, string>> = {
  runbook: 'runbook',
  'restoring runbook': 'runbook that restores',
  check: 'check',
};

/** Runbooks and checks that a row names and that its reader does not find. */
export function nameFindings(handoff: Handoff, record: HandoffRecord): TextFinding[] {
  const fields: readonly Field[] = registers[record.register].fields;
  const reader = mayReadRow(handoff, 'customer', record) ? 'customer' : 'internal';
  const readable = {...handoff, records: [...rowsReadBy(handoff, reader, 'runbooks')]};
  return fields.flatMap(({name, label, names}): TextFinding[] => {
    const text = fieldText(record, name);
    if (names === undefined || text === '') return [];
    const known = namesFor(readable, names);
    // Before the checks were looked at for the first time, nobody knows their names.
    const isUnseen = names === 'check' && known.length === 0;
    if (isUnseen || known.some((each) => isSameName(each, text))) return [];
    const isHidden = namesFor(handoff, names).some((each) => isSameName(each, text));
    const near = nearest(text, known);
    const where = `"${label}" of "${recordTitle(record)}"`;
    return [
      {
        rule: 'unknown-name',
        level: 'warning',
        what: isHidden
          ? `${where} names "${text}", which the customer may not read.`
          : `${where} names "${text}", and there is no ${kinds[names]} of that name.`,
        toDo: near ? `Perhaps "${near}" is meant.` : `Name one that there is, or add it.`,
      },
    ];
  });
}
