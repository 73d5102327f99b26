import {documentNames} from '../handoff/model/document-set.ts';
import type {Audience} from '../playbook/playbook.ts';

export {documentNames} from '../handoff/model/document-set.ts';

/** Those, and the text that goes out before the session and is written when it is asked for. */
export type DocumentName = (typeof documentNames)[number] | 'invitation';

/** Whom a document is for unless the caller says otherwise. */
export const usualAudience: Readonly<Record<DocumentName, Audience>> = {
  'handoff-document': 'customer',
  'operations-runbook': 'customer',
  'training-pack': 'customer',
  'session-agenda': 'customer',
  'session-summary': 'customer',
  'validation-report': 'customer',
  'status-update': 'customer',
  kickoff: 'customer',
  invitation: 'customer',
  retrospective: 'internal',
  'engineer-handover': 'internal',
  'state-of-items': 'internal',
};

/** The documents that a set for an audience has: a customer gets none of the team's own. */
export function documentsFor(audience: Audience | undefined): readonly DocumentName[] {
  if (audience !== 'customer') return documentNames;
  return documentNames.filter((name) => usualAudience[name] === 'customer');
}
