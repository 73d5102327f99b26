import {contactsOf} from '../../handoff/afterwards/contacts.ts';
import {marksInWords} from '../../handoff/folding/mark-words.ts';
import {misdatedInWords} from '../../handoff/folding/find-misdated.ts';
import {fieldReason, fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {peopleProblems} from '../../handoff/people/problems.ts';
import {noteAudience} from '../../handoff/audience/audience-of.ts';
import {fieldsReadBy, mayReadRow} from '../../handoff/audience/readable.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {allItems} from '../../playbook/walk.ts';
import {handoverData, type HandoverData} from './handover-data.ts';
import type {Reading} from './reading.ts';

/** What only the own team may read. A customer's document has no such data to print. */
export interface InternalData {
  readonly itemNotes: readonly {
    readonly step: string;
    readonly item: string;
    readonly note: string;
  }[];
  readonly sessionNotes: readonly {
    readonly text: string;
    readonly at: string;
    readonly by: string;
  }[];
  /** Remarks on contacts that are for the own team. */
  readonly contactRemarks: readonly {
    readonly date: string;
    readonly with: string;
    readonly remark: string;
  }[];
  /** Every internal field of a row, the remarks on contacts among them, and all of an internal row. */
  readonly fields: readonly {
    readonly table: string;
    readonly row: string;
    readonly label: string;
    readonly text: string;
  }[];
  /** For the engineer who takes it over. */
  readonly handover: HandoverData;
  readonly gotchas: readonly string[];
  /** What somebody wrote into the journal against the rules; it has no effect. */
  readonly recordedAgainst: readonly {
    readonly at: string;
    readonly by: string;
    readonly words: string;
    readonly message: string;
  }[];
  /** What is not clear about who people are. */
  readonly peopleRemarks: readonly string[];
  /** What only met another's words, was written before there was such a rule, or is misdated. */
  readonly journalRemarks: readonly string[];
}

/** Every field that only the own team may read: some of each row, and all of an internal one. */
export function internalFields(handoff: Handoff): InternalData['fields'] {
  return handoff.records.flatMap((record) => {
    const {title} = registers[record.register];
    const read = new Set(
      mayReadRow(handoff, 'customer', record) ? fieldsReadBy(record.register, 'customer') : [],
    );
    return fieldsReadBy(record.register, 'internal').flatMap((field) => {
      const {name, label} = field;
      const text = fieldText(record, name) || (fieldReason(record, name) ?? '');
      if (read.has(field) || text === '') return [];
      return [{table: title, row: recordTitle(record), label, text}];
    });
  });
}

/** Notes of the team, and the playbook's gotchas in its own words. */
export function internalData(handoff: Handoff, reading: Reading): InternalData {
  return {
    itemNotes: allItems(handoff.playbook).flatMap(({step, item}) => {
      const note = itemStanding(handoff, item.id).note ?? '';
      return note.trim() === '' ? [] : [{step: step.title, item: item.text, note}];
    }),
    sessionNotes: handoff.session.notes
      .filter((note) => noteAudience(note) === 'internal')
      .map(({kind, text, answer, at, by}) => ({
        text: `${kind === 'note' ? '' : `${kind}: `}${text}${answer ? ` (${answer})` : ''}`,
        at,
        by,
      })),
    contactRemarks: contactsOf(handoff).flatMap((record) => {
      const remark = fieldText(record, 'remark');
      return remark === ''
        ? []
        : [{date: fieldText(record, 'date'), with: recordTitle(record), remark}];
    }),
    fields: internalFields(handoff),
    handover: handoverData(handoff, reading),
    gotchas: handoff.playbook.gotchas.map(({text}) => text),
    recordedAgainst: handoff.marks
      .filter(({reading}) => reading === 'against')
      .map(({at, by, words, message}) => ({at, by, words, message})),
    peopleRemarks: peopleProblems(handoff),
    journalRemarks: [
      ...(handoff.lost === undefined ? [] : [handoff.lost]),
      ...marksInWords(handoff.marks, handoff.timeZone)
        .filter(({reading}) => reading !== 'against')
        .map(({text}) => text),
      ...misdatedInWords(handoff.misdated, handoff.timeZone),
    ],
  };
}
