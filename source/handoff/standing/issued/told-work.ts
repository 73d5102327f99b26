import {allItems} from '../../../playbook/walk.ts';
import {fieldsReadBy, mayReadItem, mayReadRow, pointsReadBy} from '../../audience/readable.ts';
import type {HandoffRecord} from '../../model/handoff-record.ts';
import type {ItemState} from '../../model/item-state.ts';
import {fieldText, recordTitle} from '../../registers/records.ts';
import {registers} from '../../registers/registers.ts';
import {lastRun} from '../../runs/run-standing.ts';
import {shownName} from '../../people/shown-name.ts';
import {digester, digestOf} from '../digest.ts';
import {lastProof, proofStanding, type ProofState} from '../proof-standing.ts';
import type {Telling, ToldPart} from './told-part.ts';

const valuesFor = {
  customer: digester((row: HandoffRecord) =>
    fieldsReadBy(row.register, 'customer').map(({name}) => [name, row.fields[name]]),
  ),
  internal: digester((row: HandoffRecord) => row.fields),
};

/** How a risk is accepted or closed, and until when a tie holds, is what its readers look for. */
function rowSays(row: HandoffRecord): Pick<ToldPart, 'says'> {
  const state = row.register === 'risks' ? fieldText(row, 'state') : '';
  return state === '' ? {} : {says: `now ${state}`};
}

/** The rows of all tables. */
export function rowParts({handoff, audience}: Telling): ToldPart[] {
  const read = handoff.records.filter((row) => mayReadRow(handoff, audience, row));
  return read.map((row) => ({
    id: `row ${row.id}`,
    group: registers[row.register].title,
    subject: recordTitle(row),
    digest: valuesFor[audience](row),
    ...rowSays(row),
    came: 'added',
    went: 'taken away',
  }));
}

/** How a runbook stands that was tried, or was not, in words. */
export const proofWords: Readonly<Record<ProofState, string>> = {
  proven: 'proven',
  attested: 'said to work',
  'not proven': 'not proven any more',
  'changed since': 'changed since it was proven',
  old: 'proven too long ago',
  failed: 'failed when it was tried',
  never: 'never run',
};

/** Runbooks as they were tried on the system. */
export function proofParts({handoff, audience, now}: Telling): ToldPart[] {
  const read = handoff.records.filter((row) => mayReadRow(handoff, audience, row));
  return read.flatMap((row): ToldPart[] => {
    const proof = lastProof(handoff, row.id);
    if (!proof) return [];
    const says = proofWords[proofStanding(handoff, row, now).state];
    return [
      {
        id: `proof ${row.id}`,
        group: registers[row.register].title,
        subject: recordTitle(row),
        digest: digestOf([says, proof.id]),
        // Proven again is told as well, and by the time of the try it is another proof.
        says,
        came: says,
      },
    ];
  });
}

const settled = {done: 'done', 'not-applicable': 'not applicable', open: 'open again'} as const;

/** What a reader is told of an item; nothing where that is only that it is there. */
function itemDigest(
  {status, reason, text, evidence}: ItemState,
  keepsRows: boolean,
  more: readonly unknown[],
): string | undefined {
  // Rows settle the item that keeps them, and are told by themselves.
  const isSaid = status === 'not-applicable' || (status === 'done' && !keepsRows);
  const told = [isSaid ? status : '', reason, text?.trim(), ...evidence, ...more];
  return told.some((part) => part !== undefined && part !== '') ? digestOf(told) : undefined;
}

/** What was said at the lines of the playbook. */
export function itemParts({handoff, audience, now}: Telling): ToldPart[] {
  return allItems(handoff.playbook).flatMap(({item}): ToldPart[] => {
    const said = handoff.items[item.id];
    if (!said || !mayReadItem(handoff, audience, item)) return [];
    const {owner, note, due} = said;
    const own = audience === 'internal' ? note : undefined;
    const ran = lastRun(handoff, item.id, now);
    const keepsRows = item.register !== undefined;
    const digest = itemDigest(said, keepsRows, [
      owner && shownName(handoff, owner),
      due,
      own,
      ran && `${ran.run.id} ${ran.state}`,
    ]);
    if (digest === undefined) return [];
    const isQuiet = said.status === 'open' || (keepsRows && said.status === 'done');
    const says = settled[said.status];
    return [
      {
        id: `item ${item.id}`,
        group: 'Items',
        subject: item.text,
        digest,
        ...(isQuiet ? {came: said.text?.trim() ? 'written' : 'changed'} : {says, came: says}),
      },
    ];
  });
}

/** Those that come from nothing that is told elsewhere. */
const tellsItself: ReadonlySet<string> = new Set(['runbook change', 'condition']);

/** Open points with their days; what one of them comes from tells by itself that it is there. */
export function pointParts({handoff, audience}: Telling): ToldPart[] {
  return pointsReadBy(handoff, audience).map(
    ({id, kind, text, owner, due, state, standing}): ToldPart => {
      const isClosed = standing.state === 'closed' || standing.state === 'settled';
      return {
        id: `point ${id}`,
        group: 'Open points',
        subject: text,
        digest: digestOf([text, shownName(handoff, owner), due, standing.state, state.outcome]),
        says: isClosed ? 'closed' : due ? `due ${due.date}` : 'open',
        ...(tellsItself.has(kind) ? {came: 'came up', went: 'settled'} : {}),
      };
    },
  );
}
