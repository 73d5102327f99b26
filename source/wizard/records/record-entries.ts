import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {recordsFor} from '../../handoff/registers/records.ts';
import {legacyEntry, type Entry} from '../list/entry-list.tsx';
import {span, type Line} from '../list/line.ts';
import {recordLines, recordRow} from './record-rows.ts';

export {article, capitalized, proofWords} from './record-rows.ts';

interface RecordEntryOptions {
  readonly handoff: Handoff;
  readonly selected: string | undefined;
  readonly width: number;
  readonly now: string;
  readonly depth?: number;
}

export function recordEntry(record: HandoffRecord, options: RecordEntryOptions): Entry {
  return legacyEntry(recordRow(options, record, options.depth), options);
}

export function recordEntries(item: string, options: RecordEntryOptions): Entry[] {
  return recordsFor(options.handoff, item).map((record) => recordEntry(record, options));
}

export function recordDetail(
  handoff: Handoff,
  record: HandoffRecord,
  now: string,
  width: number,
  height: number,
): Line[] {
  const lines = recordLines(handoff, record, now, width);
  if (lines.length <= height) return lines;
  const hidden = lines.length - height + 1;
  return [...lines.slice(0, Math.max(0, height - 1)), [span(`${hidden} more lines`, 'muted')]];
}
