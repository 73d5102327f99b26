import {hasSomethingToSay, type Decided} from '../handoff/standing/needed-documents.ts';
import {documentNames} from '../handoff/model/document-set.ts';
import type {Audience} from '../playbook/playbook.ts';

export {documentNames} from '../handoff/model/document-set.ts';

/** Those, and the text that goes out before the session and is written when it is asked for. */
export type DocumentName = (typeof documentNames)[number] | 'invitation';

/** Those, and the page that leads to all others of its folder. */
export type PageName = DocumentName | 'index';

/** What a document is. */
export interface DocumentKind {
  /** Whom it is for unless the caller says otherwise; both have an index of their own. */
  readonly audience: Audience;
  readonly title: string;
  /** For what somebody opens it, without a full stop. */
  readonly about: string;
}

export const documentKinds: Readonly<Record<PageName, DocumentKind>> = {
  'handoff-document': {
    audience: 'customer',
    title: 'Handoff document',
    about: 'everything about the system, and how it was handed over',
  },
  'operations-runbook': {
    audience: 'customer',
    title: 'Operations runbook',
    about: 'whom to call and what to do, for whoever is on call',
  },
  'training-pack': {
    audience: 'customer',
    title: 'Training pack',
    about: 'what to look up in the weeks after the session',
  },
  'session-papers': {
    audience: 'customer',
    title: 'Session papers',
    about: 'what both sides agree on, the agenda, and where it stands',
  },
  'session-summary': {
    audience: 'customer',
    title: 'Session summary',
    about: 'what was covered, asked and left open',
  },
  'validation-report': {
    audience: 'customer',
    title: 'Validation report',
    about: 'what was checked on the system, and what was found',
  },
  invitation: {
    audience: 'customer',
    title: 'Invitation',
    about: 'the text that invites to the session',
  },
  retrospective: {
    audience: 'internal',
    title: 'Retrospective',
    about: 'facts, figures and questions for the team',
  },
  'engineer-handover': {
    audience: 'internal',
    title: 'Engineer handover',
    about: 'for the colleague who takes this handoff over',
  },
  'state-of-items': {
    audience: 'internal',
    title: 'State of items',
    about: 'every line of the playbook with its state',
  },
  index: {audience: 'customer', title: 'Index', about: 'the way to all documents'},
};

/** Whom a document is for unless the caller says otherwise. */
export function audienceFor(name: PageName): Audience {
  return documentKinds[name].audience;
}

/** A document with who gets it. */
export interface Addressed {
  readonly audience: Audience;
  readonly name: PageName;
}

/**
 * The documents that a set has: each for those it is made for; for a customer none of the team's own;
 * for the own team all of them, as it may read them. What has nothing left to say is not among them.
 */
export function documentsFor(
  handoff: Decided,
  audience: Audience | undefined,
): readonly Addressed[] {
  return documentNames
    .filter((name) => hasSomethingToSay(handoff, name))
    .filter((name) => audience !== 'customer' || audienceFor(name) === 'customer')
    .map((name) => ({name, audience: audience ?? audienceFor(name)}));
}
