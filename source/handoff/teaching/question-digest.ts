import type {HandoffRecord} from '../model/handoff-record.ts';
import {fieldText} from '../registers/records.ts';
import {digestOf} from '../standing/digest.ts';

/** SHA-256 of what is asked and of what answers it: another digest is another question. */
export function questionDigest(row: Pick<HandoffRecord, 'fields'>): string {
  return digestOf(['name', 'answer'].map((name) => fieldText(row, name)));
}
