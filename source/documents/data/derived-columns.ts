import {rowsReadBy} from '../../handoff/audience/readable.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {fieldReason, fieldText} from '../../handoff/registers/records.ts';
import {checkStandings, checkWords} from '../../handoff/standing/of-checks/check-standing.ts';
import {isSameName, namedRunbook} from '../../handoff/standing/named-in-rows.ts';
import type {RegisterName} from '../../playbook/playbook.ts';
import {dayWords} from '../words/times.ts';
import {proofData} from './proofs-data.ts';
import type {Reading} from './reading.ts';

/** A column of a table that nobody fills in, since the handoff knows it. */
interface DerivedColumn {
  /** By which templates name it, as they do a field. */
  readonly name: string;
  readonly label: string;
  readonly text: (handoff: Handoff, row: HandoffRecord, reading: Reading) => string;
}

/** The last try of the runbook that restores a data set; only one that restores tells of a restore. */
function lastRestore(handoff: Handoff, row: HandoffRecord, {audience, now}: Reading): string {
  if (fieldReason(row, 'restore') !== undefined) return '';
  const records = [...rowsReadBy(handoff, audience, 'runbooks')];
  const runbook = namedRunbook({records}, 'restoring runbook', fieldText(row, 'restore'));
  if (!runbook) return 'unknown: no runbook that restores it is named';
  const proof = proofData(handoff, runbook, now);
  return proof ? `${dayWords(proof.at, handoff.timeZone)}, ${proof.result}` : 'never tried';
}

/** What the check that measures a criterion last gave. */
function measured(handoff: Handoff, row: HandoffRecord, {now}: Reading): string {
  const name = fieldText(row, 'check');
  if (name === '') return '';
  const all = checkStandings(handoff, now);
  const check = all.find((one) => isSameName(one.name, name));
  if (!check) return all.length === 0 ? checkWords['never run'] : 'unknown: there is no such check';
  const words = checkWords[check.state];
  return check.since === undefined ? words : `${words}, ${dayWords(check.since, handoff.timeZone)}`;
}

const columns: {readonly [R in RegisterName]?: readonly DerivedColumn[]} = {
  criteria: [{name: 'measured', label: 'The check says', text: measured}],
  data: [{name: 'lastRestore', label: 'Last restore', text: lastRestore}],
};

/** The columns that follow the fields of a register. */
export function derivedColumns(register: RegisterName): readonly DerivedColumn[] {
  return columns[register] ?? [];
}
