import {missingReadBy} from '../audience/missing-read-by.ts';
import {fieldsReadBy, mayReadItem, rowsReadBy} from '../audience/readable.ts';
import {readGate} from '../gates/gates.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {peopleOf, receivingSides} from '../people/people.ts';
import {shownName} from '../people/shown-name.ts';
import {fieldText, recordTitle} from '../registers/records.ts';
import {criticalItems, runbookFor} from '../session/demonstration-items.ts';
import {acceptedContents} from '../standing/accepted/accepted-contents.ts';
import {acceptanceWords} from '../standing/acceptance-standing.ts';
import {demonstrationStanding} from '../standing/demonstration-standing.ts';
import {runbookDigest} from '../standing/runbook-digest.ts';
import {kitFormat, type Kit, type KitDemonstration, type KitRunbook} from './kit-file.ts';

function runbookOf(row: HandoffRecord): KitRunbook {
  const {id, item, fields} = row;
  const read = fieldsReadBy('runbooks', 'customer').flatMap(({name}) => {
    const value = fields[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {id, item, digest: runbookDigest(row), fields: Object.fromEntries(read)};
}

function demonstrations(handoff: Handoff, known: ReadonlySet<string>): KitDemonstration[] {
  return criticalItems(handoff)
    .filter((item) => mayReadItem(handoff, 'customer', item))
    .map((item) => {
      const row = runbookFor(handoff, item)?.row;
      const {state, performer} = demonstrationStanding(handoff, item.id);
      return {
        item: item.id,
        text: item.text,
        // What is internal leads nowhere.
        ...(row !== undefined && known.has(row) ? {runbook: row} : {}),
        standing: performer === undefined ? state : `${state}, ${performer}`,
      };
    });
}

function questions(handoff: Handoff): Kit['questions'] {
  return rowsReadBy(handoff, 'customer', 'teach-back').map((row) => {
    const runbook = fieldText(row, 'runbook');
    return {
      id: row.id,
      item: row.item,
      text: recordTitle(row),
      ...(runbook === '' ? {} : {runbook}),
    };
  });
}

function receivers(handoff: Handoff): Kit['receivers'] {
  const sides = receivingSides(handoff);
  return peopleOf(handoff)
    .filter(({side}) => side !== undefined && sides.includes(side))
    .map(({name, role}) => ({name, ...(role ? {role} : {})}));
}

/**
 * What the receiver's side works with, of what a customer may read. Documents and checks, which lie
 * outside of the handoff, are added by whoever makes the kit.
 *
 * @param asOf ISO 8601 instant that the kit speaks of
 */
export function kitOf(handoff: Handoff, asOf: string): Omit<Kit, 'documents' | 'checks'> {
  const runbooks = rowsReadBy(handoff, 'customer', 'runbooks').map(runbookOf);
  const {digest, version, contents} = acceptedContents(handoff, asOf);
  const decided = acceptanceWords(handoff);
  return {
    format: kitFormat,
    handoff: handoff.id,
    customer: handoff.customer,
    system: handoff.system,
    timeZone: handoff.timeZone,
    from: shownName(handoff, handoff.createdBy),
    asOf,
    version: digest,
    versionWords: version,
    runbooks,
    demonstrations: demonstrations(handoff, new Set(runbooks.map(({id}) => id))),
    questions: questions(handoff),
    receivers: receivers(handoff),
    acceptance: {
      contents: contents.map(({title, lines}) => ({title, lines: [...lines]})),
      missing: [...missingReadBy(handoff, readGate(handoff, 'closing', asOf).missing, asOf)],
      ...(decided === undefined ? {} : {decided}),
    },
  };
}
