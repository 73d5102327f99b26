import {
  readersOf,
  printedFolder,
  type DocumentSet,
  type WrittenName,
} from '../model/document-set.ts';
import type {Handoff} from '../model/handoff.ts';
import {publishedNow} from '../publishing/published-standing.ts';
import type {Published} from '../publishing/published.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {hasCome} from '../session/held.ts';

/** Something that was made for somebody outside of the team, or has reached them. */
export interface Telling {
  /** A person, the customer, or the name of a target. */
  readonly to: string;
  /** What it was, as a clause. */
  readonly what: string;
  /** ISO 8601 instant; of what was told more than once, the last time. */
  readonly at: string;
  /** Who has entered it; absent where nobody did it alone. */
  readonly by?: string;
  readonly times: number;
}

type Once = Omit<Telling, 'times'>;

function setWords(set: DocumentSet): string {
  const {documents, folder} = set;
  const shown = documents
    .filter((name) => readersOf(set, name as WrittenName).includes('customer'))
    .map((name) => name.replaceAll('-', ' '));
  if (shown.length === 0) return '';
  const where = folder === printedFolder ? '' : `, in ${folder}`;
  return folder.endsWith('.zip')
    ? `archive written for them${where}`
    : `written for them: ${shown.join(', ')}${where}`;
}

/** An archive with the journal is for the team, whoever its documents are for. */
function ofDocuments({documentSets, customer}: Handoff): Once[] {
  return documentSets
    .filter(({folder, audience}) => !folder.endsWith('.zip') || audience === 'customer')
    .map((set) => ({to: customer, what: setWords(set), at: set.at, by: set.by}))
    .filter(({what}) => what !== '');
}

const published = {
  outcome: () => 'the outcome',
  status: ({title}: Published) => `the state of "${title}"`,
  point: ({title}: Published) => `the open point "${title}"`,
  document: ({title}: Published) => `the document "${title}"`,
} as const;

function ofPublished(handoff: Handoff): Once[] {
  return publishedNow(handoff).map((one) => ({
    to: `${one.target}, read by ${one.audience === 'customer' ? 'the customer' : 'the own team'}`,
    what: `${published[one.kind](one)}${one.url === undefined ? '' : `, ${one.url}`}`,
    at: one.at,
    by: one.by,
  }));
}

function ofKits({kits, answers, customer}: Handoff): Once[] {
  return [
    ...kits.map(({file, at, by}) => ({to: customer, what: `kit made for them, ${file}`, at, by})),
    // Whoever has answered has read it.
    ...answers.map(({name, at, by}) => ({
      to: name,
      what: 'has the kit: their answer came',
      at,
      by,
    })),
  ];
}

/** Who of the other side was at the session, as far as anybody has said. */
function ofSession(handoff: Handoff): Once[] {
  const {endedAt} = handoff.session;
  if (endedAt === undefined) return [];
  const came = recordsOf(handoff, 'attendees')
    .filter((row) => fieldText(row, 'side') !== 'vendor' && hasCome(handoff, row.id) === true)
    .map((row) => fieldText(row, 'name'));
  const to = came.length > 0 ? came.join(', ') : handoff.customer;
  return [{to, what: 'the handoff session', at: endedAt}];
}

/**
 * Who was told what, the newest first: documents and kits that were made for somebody, what reached a
 * tracker, a CRM or a wiki, and the session. What was made anew is told once, as of the last time.
 */
export function whoWasTold(handoff: Handoff): readonly Telling[] {
  const told = new Map<string, Telling>();
  const all = [
    ...ofDocuments(handoff),
    ...ofKits(handoff),
    ...ofSession(handoff),
    ...ofPublished(handoff),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  for (const one of all) {
    const key = JSON.stringify([one.to, one.what]);
    told.set(key, {...one, times: (told.get(key)?.times ?? 0) + 1});
  }
  return [...told.values()].toSorted((a, b) => (a.at > b.at ? -1 : 1));
}
