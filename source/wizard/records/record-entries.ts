import type {Handoff} from '../../handoff/model/handoff.ts';
import {
  fieldReason,
  fieldText,
  fieldWords,
  missingFields,
  recordsFor,
  recordTitle,
} from '../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {lastProof, proofStanding} from '../../handoff/standing/proof-standing.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import {glyphs} from '../theme/glyphs.ts';
import type {Entry} from '../list/entry-list.tsx';
import {lineWidth, span, truncate, wrap, type Line, type Span} from '../list/line.ts';
import {rowKey} from '../list/selected-line.ts';

/** `a component`, `an access`. */
export function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** When a runbook was last tried, by whom, and what that tells now. */
export function proofWords(handoff: Handoff, record: HandoffRecord, now: string): Span {
  const {state, since, by = ''} = proofStanding(handoff, record, now);
  if (since === undefined) return span('never run', 'warning');
  const {timeZone} = handoff;
  const day = dayWords(dayIn(timeZone, since), timeZone, now);
  const words = `${day} ${timeWords(since, timeZone)}, ${by}`;
  switch (state) {
    case 'never':
      return span('never run', 'warning');
    case 'proven':
      return span(`proven ${words}`, 'success');
    case 'attested':
      return span(`said to work ${words}`, 'success');
    case 'changed since':
      return span(`changed since it was proven ${words}`, 'warning');
    case 'old':
      return span(`proven too long ago, ${words}`, 'warning');
    case 'not proven':
      return span(`not proven ${words}`, 'warning');
    case 'failed':
      return span(`failed ${words}`, 'danger');
  }
}

/** Fields shown beside the name, in the order of the register. */
const keyFields = 2;

function remarks(handoff: Handoff, record: HandoffRecord, now: string): Span[] {
  const missing = missingFields(record).length;
  const [, ...fields] = registers[record.register].fields;
  const isRunbook = record.register === 'runbooks';
  const shown = fields
    .filter(({kind, isInternal}) => kind !== 'commands' && kind !== 'text' && isInternal !== true)
    .map(({name}) => fieldText(record, name))
    .filter((text) => text !== '')
    .slice(0, keyFields);
  const lapsed = fields.filter(({name}) => record.lapsed?.[name] !== undefined);
  const gaps = [
    ...(missing > 0
      ? [span(`${missing} field${missing === 1 ? '' : 's'} missing`, 'warning')]
      : []),
    ...lapsed.map(({label}) => span(`"${label}" no longer holds`, 'warning')),
  ];
  return isRunbook
    ? [proofWords(handoff, record, now), ...gaps]
    : [...gaps, ...shown.map((text) => span(text, 'muted'))];
}

interface RecordEntryOptions {
  readonly handoff: Handoff;
  readonly selected: string | undefined;
  readonly width: number;
  /** ISO 8601 instant. */
  readonly now: string;
  /** How deep the item stands to which the rows belong. */
  readonly depth?: number;
}

/** Parts one after the other, each that does not fit on a row of its own below. */
function flowed(first: Line, parts: readonly Span[], width: number, indent: number): Line[] {
  const rows: Span[][] = [[...first]];
  for (const part of parts) {
    const row = rows.at(-1) ?? [];
    if (lineWidth(row) + lineWidth([part]) + 3 <= width)
      row.push(span(` ${glyphs.dot} `, 'muted'), part);
    else
      rows.push([span(' '.repeat(indent)), {...part, text: truncate(part.text, width - indent)}]);
  }
  return rows;
}

/** One row of a register: its name, what is missing, and what tells most. */
export function recordEntry(record: HandoffRecord, options: RecordEntryOptions): Entry {
  const {handoff, selected, width, now, depth = 0} = options;
  const id = rowKey(record.id);
  const isSelected = id === selected;
  const isComplete = missingFields(record).length === 0;
  const sign = isComplete ? span(`${glyphs.dot} `, 'muted') : span(`${glyphs.half} `, 'warning');
  const lead = span(`${isSelected ? glyphs.cursor : ' '} ${'  '.repeat(depth + 1)}`, 'accent');
  const token = isSelected ? 'selected' : 'plain';
  const parts = remarks(handoff, record, now);
  const room = width - lineWidth([lead, sign]);
  const row: Span[] = [lead, sign, span(truncate(recordTitle(record), room), token)];
  // Whether a runbook was tried, when and by whom is what one looks for: it is never cut.
  if (record.register === 'runbooks')
    return {id, isSelectable: true, lines: flowed(row, parts, width, lineWidth([lead, sign]))};
  for (const part of parts) {
    const left = width - lineWidth(row) - 3;
    // What does not fit is told below, with the selected row; a word or two help nobody.
    if (left < Math.min(lineWidth([part]), 12)) break;
    row.push(span(` ${glyphs.dot} `, 'muted'), {...part, text: truncate(part.text, left)});
  }
  return {id, isSelectable: true, lines: [row]};
}

/** The rows that answer an item. */
export function recordEntries(item: string, options: RecordEntryOptions): Entry[] {
  return recordsFor(options.handoff, item).map((record) => recordEntry(record, options));
}

/** All that a row says, field by field, in at most `height` rows. */
export function recordDetail(
  handoff: Handoff,
  record: HandoffRecord,
  now: string,
  width: number,
  height: number,
): Line[] {
  const lines: Line[] = [];
  if (record.register === 'runbooks') {
    lines.push([proofWords(handoff, record, now)]);
    const {why, host} = proofStanding(handoff, record, now);
    const facts = [why, host === undefined ? undefined : `on ${host}`].filter(Boolean).join(', ');
    if (facts) lines.push([span(truncate(capitalized(facts), width), 'muted')]);
    const proof = lastProof(handoff, record.id);
    if (proof?.actual) lines.push([span(truncate(`Seen: ${proof.actual}`, width), 'muted')]);
  }
  const missing = missingFields(record).map(({label}) => label.toLowerCase());
  if (missing.length > 0)
    lines.push([span(truncate(`Missing: ${missing.join(', ')}`, width), 'warning')]);
  for (const {name, label, kind} of registers[record.register].fields) {
    const reason = fieldReason(record, name);
    const text = fieldWords(record, name);
    if (text === '') continue;
    const rows = text.split('\n');
    const isCommands = kind === 'commands' && reason === undefined;
    const [first = ''] = rows;
    const token = isCommands ? 'accent' : 'plain';
    const [start = '', ...more] = wrap(first, width - label.length - 2);
    lines.push([span(`${label}: `, 'muted'), span(start, token)]);
    for (const row of [...more, ...rows.slice(1)].flatMap((text) => wrap(text, width - 2)))
      lines.push([span(`  ${row}`, token)]);
  }
  if (lines.length <= height) return lines;
  const hidden = lines.length - height + 1;
  return [...lines.slice(0, Math.max(0, height - 1)), [span(`${hidden} more lines`, 'muted')]];
}
