import {rowsReadBy} from '../../handoff/audience/readable.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {Field} from '../../handoff/registers/field.ts';
import {fieldText} from '../../handoff/registers/records.ts';
import {namedRunbook} from '../../handoff/standing/named-in-rows.ts';
import type {Audience} from '../../playbook/playbook.ts';
import {runbookTitle} from './runbook-title.ts';

/** The title of the runbook that a field of a row names, of those that a reader may read. */
export function runbookNamed(
  handoff: Handoff,
  row: HandoffRecord,
  {name, names}: Pick<Field, 'name' | 'names'>,
  audience: Audience,
): string | null {
  const text = fieldText(row, name);
  if (names === undefined || text === '') return null;
  const records = [...rowsReadBy(handoff, audience, 'runbooks')];
  const runbook = namedRunbook({records}, names === 'check' ? 'check' : 'runbook', text);
  return runbook ? runbookTitle(runbook) : null;
}
