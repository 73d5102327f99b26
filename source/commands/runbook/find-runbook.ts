import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {recordsOf, recordTitle} from '../../handoff/registers/records.ts';
import {findOne} from '../changes/find-one.ts';

/**
 * The runbook that a person means, by its id or its name.
 *
 * @throws {Problem} when there is none, or more than one.
 */
export function findRunbook(handoff: Handoff, query: string): HandoffRecord {
  const all = recordsOf(handoff, 'runbooks').map((row) => ({
    id: row.id,
    text: recordTitle(row),
    row,
  }));
  const listedBy = '"handoff-wizard row list runbooks" lists them.';
  return findOne(all, query, {what: 'runbook', listedBy}).row;
}
