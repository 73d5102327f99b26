import type {Handoff} from '../../handoff/model/handoff.ts';
import {fieldText, recordsOf} from '../../handoff/registers/records.ts';
import {itemAt, itemStanding} from '../../handoff/standing/item-standing.ts';
import {settlingFact} from '../../handoff/standing/settled-by.ts';

/** Whether everybody who takes part has agreed to be recorded, and somebody takes part. */
export function isRecordable(handoff: Handoff): boolean {
  const attendees = recordsOf(handoff, 'attendees');
  return attendees.length > 0 && attendees.every((row) => fieldText(row, 'consent') === 'yes');
}

/** What may be done with a recording, in a sentence; nothing where nobody takes part yet. */
export function recordingWords(handoff: Handoff): string | null {
  const consents = recordsOf(handoff, 'attendees').map((row) => fieldText(row, 'consent'));
  if (consents.length === 0) return null;
  if (consents.includes('no'))
    return 'Not everybody agreed to a recording, so there are notes only.';
  return consents.every((consent) => consent === 'yes')
    ? 'Everybody agreed to a recording.'
    : 'Not everybody was asked about a recording, so none may be passed on.';
}

function isAboutRecording(handoff: Handoff, id: string): boolean {
  const at = itemAt(handoff, id);
  if (!at) return false;
  const isSettledByIt = settlingFact(handoff, at.step, at.item) === 'recording';
  return isSettledByIt || /\brecording\b/iu.test(at.item.text);
}

/** The evidence of an item that may be shown: no recording that somebody did not agree to. */
export function evidenceLinks(handoff: Handoff, id: string): readonly string[] {
  const {evidence} = itemStanding(handoff, id);
  const isKept = recordsOf(handoff, 'attendees').length === 0 || isRecordable(handoff);
  return isKept || evidence.length === 0 || !isAboutRecording(handoff, id) ? evidence : [];
}
