import type {Handoff} from '../../handoff/model/handoff.ts';
import {recordsOf} from '../../handoff/registers/records.ts';
import {isAskedFor, offeredBecause} from '../../handoff/items/asked.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import {itemPlace} from '../../handoff/model/place.ts';
import type {RegisterName} from '../../playbook/playbook.ts';
import {allItems} from '../../playbook/walk.ts';
import type {DocumentName} from '../document-names.ts';
import {readinessOf, type DocumentReadiness, type LintFinding} from './finding.ts';
import {offeredFinding} from './offered-finding.ts';
import {recordFindings} from './lint-records.ts';

/** The documents that are made of the rows of some tables, with the tables that a reader looks for. */
export const tableDocuments: Partial<Record<DocumentName, readonly RegisterName[]>> = {
  'operations-runbook': [
    'contacts',
    'severities',
    'runbooks',
    'monitoring',
    'recovery',
    'capacity',
    'maintenance',
  ],
  'training-pack': ['training'],
};

/** Items of a table that have neither a row nor a text, and were not said not to apply. */
function emptyItems(handoff: Handoff, register: RegisterName) {
  return allItems(handoff.playbook).filter(({item}) => {
    const {status, text = ''} = itemStanding(handoff, item.id);
    return (
      item.register === register &&
      !item.isGone &&
      status !== 'not-applicable' &&
      text.trim() === '' &&
      !handoff.records.some((record) => record.item === item.id)
    );
  });
}

/** A document of rows: every row is an entry, and so is every item that has none. */
export async function lintTables(
  document: DocumentName,
  tables: readonly RegisterName[],
  handoff: Handoff,
): Promise<DocumentReadiness> {
  const findings: LintFinding[] = [];
  let total = 0;
  let gaps = 0;
  for (const register of tables) {
    const part = registers[register].title;
    const lacking = emptyItems(handoff, register);
    const empty = lacking.filter(({item}) => isAskedFor(handoff, item));
    const rows = recordsOf(handoff, register);
    total += rows.length + empty.length;
    for (const {step, item} of empty)
      findings.push({
        document,
        part,
        rule: 'not-written',
        level: item.isOptional ? 'warning' : 'required',
        what: `"${item.text}" is not written yet.`,
        toDo: 'Write it, or say why it does not apply.',
        place: itemPlace(step, item),
      });
    for (const {step, item} of lacking.filter(({item}) => !isAskedFor(handoff, item)))
      findings.push({
        document,
        part,
        ...offeredFinding(item.text, offeredBecause(handoff, item) ?? ''),
        place: itemPlace(step, item),
      });
    const found = await recordFindings(handoff, (name) => name === register);
    findings.push(
      ...found.map(({item: _, record: __, ...finding}) => ({...finding, document, part})),
    );
    gaps += empty.length + new Set(found.map(({record}) => record)).size;
  }
  return readinessOf(document, total, gaps, findings);
}
