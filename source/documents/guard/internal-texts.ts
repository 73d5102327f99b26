import {
  fieldsReadBy,
  itemsReadBy,
  mayReadItem,
  mayReadRow,
  notesReadBy,
  pointsReadBy,
  waiversReadBy,
} from '../../handoff/audience/readable.ts';
import {correctionsReadBy, historyReadBy} from '../../handoff/audience/history-read-by.ts';
import {followUps} from '../../handoff/afterwards/follow-ups.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {allItems} from '../../playbook/walk.ts';
import {expectedWords, toldText} from '../../handoff/runbooks/expected-words.ts';
import {runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {internalFields} from '../data/internal-data.ts';

/** A text that only the own team may read. */
export interface InternalText {
  readonly text: string;
  /** What it is, for a message: `the note on "Network"`. */
  readonly what: string;
}

function titlesOf(handoff: Handoff): ReadonlyMap<string, string> {
  return new Map(allItems(handoff.playbook).map(({item}) => [item.id, item.text]));
}

/** What of a list is not among those that the customer reads. */
function others<Thing>(all: readonly Thing[], read: readonly Thing[]): readonly Thing[] {
  const theirs = new Set(read);
  return all.filter((thing) => !theirs.has(thing));
}

function inItems(handoff: Handoff): InternalText[] {
  const titles = titlesOf(handoff);
  const own = others(allItems(handoff.playbook), itemsReadBy(handoff, 'customer'));
  return [
    ...own.flatMap(({item}) =>
      [item.text, item.details ?? ''].map((text) => ({
        text,
        what: `the internal item "${item.text}"`,
      })),
    ),
    ...Object.entries(handoff.items).flatMap(([id, state]) => {
      const {note = '', text = '', reason = '', evidence, runs = []} = state;
      const title = titles.get(id) ?? id;
      const said = mayReadItem(handoff, 'customer', {id})
        ? []
        : [text, reason, ...evidence, ...runs.map(({command}) => command)];
      return [
        {text: note, what: `the note on "${title}"`},
        ...said.map((each) => ({
          text: each,
          what: `what was written at the internal item "${title}"`,
        })),
      ];
    }),
  ];
}

function inRows(handoff: Handoff): InternalText[] {
  return internalFields(handoff).map(({label, row, text}) => ({
    text,
    what: `"${label}" of "${row}"`,
  }));
}

function inNotes(handoff: Handoff): InternalText[] {
  return others(handoff.session.notes, notesReadBy(handoff, 'customer')).flatMap(
    ({kind, text, answer = '', by}) => {
      const one = kind === 'action' ? 'an action' : `a ${kind}`;
      return [text, answer].map((each) => ({
        text: each,
        what: `${one} that ${by} logged in the session`,
      }));
    },
  );
}

function inPoints(handoff: Handoff): InternalText[] {
  const read = new Set(pointsReadBy(handoff, 'customer').map(({id}) => id));
  const own = followUps(handoff).filter(({id}) => !read.has(id));
  return own.flatMap(({text, state}) =>
    [text, state.outcome ?? ''].map((each) => ({
      text: each,
      what: `the internal open point "${text}"`,
    })),
  );
}

function inPast(handoff: Handoff): InternalText[] {
  return [
    ...others(handoff.gateWaivers, waiversReadBy(handoff, 'customer')).flatMap(({text, reason}) =>
      [text, reason].map((each) => ({text: each, what: 'a waiver of something internal'})),
    ),
    ...others(handoff.history, historyReadBy(handoff, 'customer')).map(({text}) => ({
      text,
      what: 'what was changed in something internal',
    })),
    ...others(handoff.corrections, correctionsReadBy(handoff, 'customer')).map(({words}) => ({
      text: words,
      what: 'what was taken back of something internal',
    })),
  ];
}

/** Everything in a handoff that no customer may read, wherever a template might print it. */
export function internalTexts(handoff: Handoff): InternalText[] {
  return [
    ...inItems(handoff),
    ...inNotes(handoff),
    ...inRows(handoff),
    ...inPoints(handoff),
    ...inPast(handoff),
    ...(handoff.holder?.note
      ? [{text: handoff.holder.note, what: 'what was said when it was passed on'}]
      : []),
    ...handoff.playbook.gotchas.map(({text}) => ({text, what: 'a gotcha of the playbook'})),
  ];
}

const internalNames = new Set(['note', 'gotchas', 'notices', 'children']);

/** Every string below a value but those of internal fields. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    internalNames.has(field) ? [] : stringsIn(inner),
  );
}

function publicFields({register, fields}: HandoffRecord): unknown[] {
  return fieldsReadBy(register, 'customer').map(({name}) => fields[name]);
}

/** What a runbook lets one expect, in the words in which documents say it. */
function toldExpectations(row: HandoffRecord): string[] {
  if (row.register !== 'runbooks') return [];
  return runbookSteps(row).flatMap(({expected}) => expectedWords(expected).map(toldText));
}

function publicPlaybook(handoff: Handoff): unknown[] {
  const {title, context, links, phases} = handoff.playbook;
  return [
    title,
    context,
    links,
    phases.map(({steps, ...phase}) => [phase, steps.map(({items: _, ...step}) => step)]),
    itemsReadBy(handoff, 'customer').map(({item}) => item),
  ];
}

/**
 * What a customer may read as far as the handoff goes. An engineer who puts the same sentence into
 * a note and into a text means it to be read.
 */
export function publicTexts(handoff: Handoff): string[] {
  const {
    playbook: _playbook,
    session: {notes: _notes, ...session},
    items,
    records,
    followUps: _followUps,
    gateWaivers: _waivers,
    history: _history,
    corrections: _corrections,
    marks: _marks,
    misdated: _misdated,
    // What was sent to the own team may be named there.
    published: _published,
    seenThere: _seen,
    proofs,
    demonstrations,
    teachBacks,
    ...rest
  } = handoff;
  const rows = records.filter((row) => mayReadRow(handoff, 'customer', row));
  const known = new Set(rows.map(({id}) => id));
  return stringsIn([
    rest,
    session,
    publicPlaybook(handoff),
    Object.entries(items).filter(([id]) => mayReadItem(handoff, 'customer', {id})),
    notesReadBy(handoff, 'customer'),
    rows.flatMap(publicFields),
    rows.flatMap(toldExpectations),
    pointsReadBy(handoff, 'customer').map(({text, state}) => [text, state]),
    waiversReadBy(handoff, 'customer'),
    historyReadBy(handoff, 'customer'),
    correctionsReadBy(handoff, 'customer'),
    proofs.filter(({record}) => known.has(record)),
    teachBacks.filter(({question}) => known.has(question)),
    demonstrations.filter(({item}) => mayReadItem(handoff, 'customer', {id: item})),
  ]);
}
