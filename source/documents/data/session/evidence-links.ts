import type {Handoff} from '../../../handoff/model/handoff.ts';
import {recordingConsents} from '../../../handoff/session/held.ts';
import {itemAt} from '../../../handoff/items/item-at.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import {settlingFact} from '../../../handoff/standing/settled-by.ts';

/** Whether everybody who takes part has agreed to be recorded, and somebody takes part. */
export function isRecordable(handoff: Handoff): boolean {
  const all = recordingConsents(handoff);
  return all.length > 0 && all.every(({consent}) => consent === 'yes');
}

/** What may be done with a recording, in a sentence; nothing where nobody takes part yet. */
export function recordingWords(handoff: Handoff): string | null {
  const consents = recordingConsents(handoff).map(({consent}) => consent);
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
  const isKept = recordingConsents(handoff).length === 0 || isRecordable(handoff);
  return isKept || evidence.length === 0 || !isAboutRecording(handoff, id) ? evidence : [];
}
