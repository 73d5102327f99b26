import {rowAudience} from '../../handoff/audience/audience-of.ts';
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
import type {Field} from '../../handoff/registers/field.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {proofStanding} from '../../handoff/standing/proof-standing.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import {audienceLine} from '../steps/items/audience-key.ts';
import {glyphs} from '../theme/glyphs.ts';
import {span, truncate, wrap, wrapLines, type Line, type Span} from '../list/line.ts';
import type {Row} from '../list/row.ts';
import {rowKey} from '../list/selected-line.ts';
import {proofLines} from './proof-lines.ts';

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

function isLong({kind}: Pick<Field, 'kind'>): boolean {
  return kind === 'commands' || kind === 'text' || kind === 'steps';
}

/** Fields shown beside the name, in the order of the register. */
const keyFields = 2;

function remarks(handoff: Handoff, record: HandoffRecord, now: string): Span[] {
  const missing = missingFields(record).length;
  const [, ...fields] = registers[record.register].fields;
  const isRunbook = record.register === 'runbooks';
  const shown = fields
    .filter(({kind, isInternal}) => !isLong({kind}) && isInternal !== true)
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
  const own = rowAudience(handoff, record) === 'internal' ? [span('internal', 'muted')] : [];
  return isRunbook
    ? [proofWords(handoff, record, now), ...gaps, ...own]
    : [...gaps, ...own, ...shown.map((text) => span(text, 'muted'))];
}

/** One row of a register: its name, what is missing, and what tells most. */
export function recordRow(
  {handoff, now}: {readonly handoff: Handoff; readonly now: string},
  record: HandoffRecord,
  depth = 0,
): Row {
  const isComplete = missingFields(record).length === 0;
  return {
    key: rowKey(record.id),
    sign: isComplete
      ? {glyph: glyphs.dot, word: '', token: 'muted'}
      : {glyph: glyphs.half, word: 'begun', token: 'warning'},
    text: recordTitle(record),
    depth: depth + 1,
    remarks: remarks(handoff, record, now),
    // Whether a runbook was tried, when and by whom is what one looks for: it is never cut.
    isCut: record.register !== 'runbooks',
  };
}

/** The rows that answer an item. */
export function recordRows(
  shown: {readonly handoff: Handoff; readonly now: string},
  item: string,
  depth = 0,
): Row[] {
  return recordsFor(shown.handoff, item).map((record) => recordRow(shown, record, depth));
}

/** All that a row says, field by field. */
export function recordLines(
  handoff: Handoff,
  record: HandoffRecord,
  now: string,
  width: number,
): Line[] {
  const lines: Line[] = [...audienceLine({handoff}, {kind: 'row', id: record.id})];
  if (record.register === 'runbooks') {
    lines.push([proofWords(handoff, record, now)]);
    lines.push(...proofLines(handoff, record, now, width));
  }
  const missing = missingFields(record).map(({label}) => label.toLowerCase());
  if (missing.length > 0)
    lines.push([span(truncate(`Missing: ${missing.join(', ')}`, width), 'warning')]);
  for (const {name, label, kind} of registers[record.register].fields) {
    const reason = fieldReason(record, name);
    const text = fieldWords(record, name);
    if (text === '') continue;
    const rows = text.split('\n');
    const isCommands = (kind === 'commands' || kind === 'steps') && reason === undefined;
    const [first = ''] = rows;
    const token = isCommands ? 'accent' : 'plain';
    const [start = '', ...more] = wrap(first, width - label.length - 2);
    lines.push([span(`${label}: `, 'muted'), span(start, token)]);
    for (const row of [...more, ...rows.slice(1)].flatMap((text) => wrap(text, width - 2)))
      lines.push([span(`  ${row}`, token)]);
  }
  if (record.draft) lines.push(...wrapLines(`Found in ${record.draft.source}.`, width, 'muted'));
  return lines;
}
