import type {Item, SettlingFact, Step} from '../../playbook/playbook.ts';
import {stepItems} from '../items/items.ts';
import type {Handoff} from '../model/handoff.ts';

/** Items of the built-in playbook, for the handoffs that carry it from before it named its facts. */
const ofTheBuiltIn: Readonly<Record<string, SettlingFact>> = {
  'complete-the-documentation': 'documentation',
  'write-down-access-and-credentials': 'access',
  'schedule-the-handoff-session': 'plan',
  'run-the-checks-on-the-deployed-system': 'checks',
  'review-every-outcome-that-is-not-a-pass': 'outcomes',
  'record-the-session-with-everybodys-consent': 'recording',
  'send-the-handoff-document': 'set',
  'share-the-recording': 'recording',
  'send-a-summary-of-the-session': 'set',
  'send-links-to-every-resource': 'set',
  'close-every-open-point': 'open-points',
  'hold-the-first-check-in': 'check-in',
  'record-the-outcome-in-the-crm-or-tracker': 'published',
  'obtain-the-receivers-sign-off': 'sign-off',
};

/**
 * The fact that settles an item, where one does: what its playbook says; for the built-in one its
 * id; else its screen, where the screen is made for one fact alone.
 */
export function settlingFact(
  {playbookSource}: Pick<Handoff, 'playbookSource'>,
  step: Step,
  item: Item,
): SettlingFact | undefined {
  if (item.settledBy) return item.settledBy;
  const known = playbookSource === 'built-in' ? ofTheBuiltIn[item.id] : undefined;
  if (known) return known;
  switch (step.screen) {
    case 'demonstrations':
      return 'demonstration';
    case 'sign-off':
      // Of several, one signature does not say which it is.
      return stepItems(step).length === 1 ? 'sign-off' : undefined;
    case 'documents':
      return 'part';
    case 'follow-ups':
      // Only where nothing else is on the step does its item stand for the open points.
      return stepItems(step).length === 1 ? 'open-points' : undefined;
    default:
      return undefined;
  }
}
