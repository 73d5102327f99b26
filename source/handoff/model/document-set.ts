/** The documents of a handoff in the order they are written; each is a template and a file by its name. */
export const documentNames = [
  'handoff-document',
  'operations-runbook',
  'training-pack',
  'session-papers',
  'session-summary',
  'validation-report',
  'retrospective',
  'engineer-handover',
  'state-of-items',
] as const;

/** What was written before journals of version 5 where the session papers are now. */
export const earlierNames = ['session-agenda', 'status-update', 'kickoff'] as const;

/** What else a set may hold: the text before the session, the message after it, and the dates. */
export const companionNames = ['invitation', 'follow-up-email', 'calendar'] as const;

export type WrittenName = (typeof documentNames)[number] | (typeof companionNames)[number];

export const writtenNames: readonly WrittenName[] = [...documentNames, ...companionNames];

/** Whether journals may name it: what was written once keeps its name there. */
export function isWrittenName(name: string): boolean {
  return [...writtenNames, ...earlierNames].some((known) => known === name);
}

/** Stands in place of a folder where a document was written to standard output. */
export const printedFolder = '-';

/** Documents that are for the own team, unless the whole set is for one reader. */
export const teamDocuments: ReadonlySet<string> = new Set<WrittenName>([
  'retrospective',
  'engineer-handover',
  'state-of-items',
]);

/** Documents that were written together, all of one moment and of one state of the handoff. */
export interface DocumentSet {
  /** ISO 8601 instant that the documents speak of. */
  readonly asOf: string;
  /** The digest of the handoff that they were made from. */
  readonly digest: string;
  /** Absent where each document is for those it is made for. */
  readonly audience?: 'customer' | 'internal';
  /** Such as `md`. */
  readonly formats: readonly string[];
  /** Absolute; for an archive, its file. */
  readonly folder: string;
  readonly documents: readonly string[];
  /** ISO 8601 instant and actor of the writing. */
  readonly at: string;
  readonly by: string;
}

/** Who gets a document of a set: its readers; both have a calendar of their own. */
export function readersOf(
  {audience}: Pick<DocumentSet, 'audience'>,
  name: WrittenName,
): readonly ('customer' | 'internal')[] {
  if (audience) return [audience];
  if (name === 'calendar') return ['customer', 'internal'];
  return [teamDocuments.has(name) ? 'internal' : 'customer'];
}
