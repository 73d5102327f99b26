import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {slugOf} from '../markdown/contents.ts';

/** Titles of sections of the operations runbook and the handoff document, in which runbooks have their own. */
export const sectionTitles = [
  'Summary',
  'At a glance',
  'Contents',
  'Goals and scope',
  'Calendar',
  'Session',
  'Demonstrations',
  'Open points',
  'Transition',
  'Sign-offs',
  'Waivers',
  'On call',
  'Whom to call',
  'What to do when',
  'Ways in',
  'Routine',
  'Contacts and support',
  'Escalation',
  'How severe is it?',
  'Not ours to solve',
  'Common issues',
  'When an alert comes',
  'What nobody watches',
  'When something is lost',
  'Good to know',
  'Known issues',
  'Limits',
  'When something else fails',
  'When a check fails',
] as const;

const taken: ReadonlySet<string> = new Set(sectionTitles.map(slugOf));

/**
 * What a runbook is called in documents. One that is called as a section is told apart from it, for the
 * reader of the contents and for each link, which goes by the words of a heading in every format.
 */
export function runbookTitle(record: Pick<HandoffRecord, 'register' | 'fields'>): string {
  const title = recordTitle(record);
  return taken.has(slugOf(title.trim())) ? `${title.trim()} (runbook)` : title;
}
