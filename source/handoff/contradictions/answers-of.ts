import type {Change} from '../changes/catalogue.ts';
import {itemWords} from '../changes/item-words.ts';
import type {FieldValue} from '../model/handoff-record.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Line} from '../model/place.ts';
import {recordTitle} from '../registers/records.ts';
import {registers} from '../registers/registers.ts';
import {plainName} from '../rules/people/same-person.ts';

/** What a change says of one thing that has one answer. */
export interface Answer {
  /** The thing, such as `item network note`. */
  readonly subject: string;
  /** The thing in words; nothing where it is not there any more. */
  readonly about: (handoff: Handoff) => string | undefined;
  readonly line?: Line;
  /** Two answers are one where these are alike. */
  readonly value: string;
  /** What it says, in words. */
  readonly says: string;
  /** What gives the same answer again; nothing where it can only be given anew by hand. */
  readonly again: readonly Change[] | undefined;
}

const nothing = 'nothing';
const shown = (text: string) => (text.trim() === '' ? nothing : text);
const because = (reason: string | undefined) => (reason?.trim() ? `, because: ${reason}` : '');

function valueWords(value: FieldValue): string {
  return typeof value === 'string' ? shown(value) : `not applicable${because(value.notApplicable)}`;
}

function fieldAbout(record: string, field: string) {
  return ({records}: Handoff) => {
    const row = records.find(({id}) => id === record);
    if (!row) return undefined;
    const {fields} = registers[row.register];
    const label = fields.find(({name}) => name === field)?.label ?? field;
    return `${label} of "${recordTitle(row)}"`;
  };
}

/** An answer to one thing of an item. */
function ofItem(change: Change & {readonly item: string}, thing: string, words: string) {
  return (said: Pick<Answer, 'value' | 'says'>): readonly Answer[] => [
    {
      subject: `item ${change.item} ${thing}`,
      about: (handoff) => `${words} ${itemWords(handoff, change.item)}`,
      line: {kind: 'item', id: change.item},
      again: [change],
      ...said,
    },
  ];
}

function audienceAnswer(
  change: Change & {readonly audience: string},
  line: Line & {readonly id: string},
): readonly Answer[] {
  return [
    {
      subject: `${line.kind} ${line.id} audience`,
      about: () => 'who may read it',
      line,
      value: change.audience,
      says: change.audience === 'internal' ? 'our own team alone' : 'the customer too',
      again: [change],
    },
  ];
}

/** Those of several values that are given, each an answer of its own. */
function each(
  values: Readonly<Record<string, string | undefined>>,
  make: (name: string, value: string) => Answer,
): readonly Answer[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [make(name, value)],
  );
}

/**
 * What a change answers, of all that has one answer at a time. What only adds to a list, and what is a
 * rule that only one may break, such as the end of a session, answers nothing.
 */
export function answersOf(change: Change): readonly Answer[] {
  switch (change.type) {
    case 'item/settled': {
      const {status, reason} = change;
      const says = `${status.replace('-', ' ')}${because(reason)}`;
      return ofItem(change, 'status', 'the state of')({value: says, says});
    }
    case 'item/noted':
      return ofItem(change, 'note', 'the note on')({value: change.note, says: shown(change.note)});
    case 'item/written':
      return ofItem(change, 'text', 'the text of')({value: change.text, says: shown(change.text)});
    case 'item/assigned':
      return ofItem(
        change,
        'owner',
        'the owner of',
      )({
        value: plainName(change.owner),
        says: shown(change.owner),
      });
    case 'item/scheduled':
      return ofItem(change, 'due', 'the due date of')({value: change.due, says: shown(change.due)});
    case 'record/changed': {
      const {record, fields, reason} = change;
      return Object.entries(fields).map(([name, value]) => ({
        subject: `row ${record} ${name}`,
        about: fieldAbout(record, name),
        line: {kind: 'row', id: record},
        value: JSON.stringify(value),
        says: valueWords(value),
        again: [
          {
            type: 'record/changed',
            record,
            fields: {[name]: value},
            ...(reason === undefined ? {} : {reason}),
          },
        ],
      }));
    }
    case 'session/planned': {
      const {startsAt, minutes, place = ''} = change;
      const says = `${startsAt}, ${minutes} min${place === '' ? '' : `, ${place}`}`;
      const about = () => 'the plan of the session';
      return [{subject: 'session plan', about, value: says, says, again: [change]}];
    }
    case 'session/answered':
      return [
        {
          subject: `note ${change.note} answer`,
          about: ({session}) => {
            const note = session.notes.find(({id}) => id === change.note);
            return note && `the answer to "${note.text}"`;
          },
          line: {kind: 'note', id: change.note},
          value: change.answer,
          says: shown(change.answer),
          again: [change],
        },
      ];
    case 'follow-up/changed': {
      const {followUp, owner, due, reason} = change;
      return each({owner, due}, (name, value) => ({
        subject: `open point ${followUp} ${name}`,
        about: () => `the ${name === 'due' ? 'due date' : 'owner'} of an open point`,
        line: {kind: 'follow-up', id: followUp},
        value,
        says: shown(value),
        again: [
          {
            type: 'follow-up/changed',
            followUp,
            [name]: value,
            ...(reason === undefined ? {} : {reason}),
          },
        ],
      }));
    }
    case 'follow-up/closed':
      return [
        {
          subject: `open point ${change.followUp} outcome`,
          about: () => 'the outcome of an open point',
          line: {kind: 'follow-up', id: change.followUp},
          value: change.outcome,
          says: shown(change.outcome),
          again: [{type: 'follow-up/reopened', followUp: change.followUp}, change],
        },
      ];
    case 'demonstration/ended':
      return [
        {
          subject: `demonstration ${change.demonstration} result`,
          about: () => 'the result of a demonstration',
          value: change.result,
          says: change.result,
          again: undefined,
        },
      ];
    case 'sign-off/recorded':
      return [
        {
          subject: 'sign-off',
          about: () => 'the decision of the receiver',
          value: change.decision,
          says: `${change.decision.replaceAll('-', ' ')}, ${change.name}`,
          again: undefined,
        },
      ];
    case 'handoff/sized':
      return [
        {
          subject: 'size',
          about: () => 'the size',
          value: change.size,
          says: change.size,
          again: [change],
        },
      ];
    case 'person/described': {
      const {type, name, side, role, address} = change;
      return each({side, role, address}, (what, value) => ({
        subject: `person ${plainName(name)} ${what}`,
        about: () => `the ${what} of ${name}`,
        value,
        says: shown(value),
        again: [{type, name, [what]: value}],
      }));
    }
    case 'item/addressed':
      return audienceAnswer(change, {kind: 'item', id: change.item});
    case 'record/addressed':
      return audienceAnswer(change, {kind: 'row', id: change.record});
    case 'note/addressed':
      return audienceAnswer(change, {kind: 'note', id: change.note});
    case 'follow-up/addressed':
      return audienceAnswer(change, {kind: 'follow-up', id: change.followUp});
    default:
      return [];
  }
}
