import type {Handoff} from '../handoff/model/handoff.ts';
import {checkStandings} from '../handoff/standing/of-checks/check-standing.ts';
import type {Audience} from '../playbook/playbook.ts';
import {documentData, type DocumentData} from './data/document-data.ts';
import type {CompareRuns} from './data/afterwards/transition-data.ts';
import type {EvidenceTexts} from './data/standing/check-data.ts';
import {internalTexts, publicTexts, type InternalText} from './guard/internal-texts.ts';

/** What the data of a document follows from, besides the handoff. */
export interface DataSource {
  /** ISO 8601 instant that the document speaks of. */
  readonly now: string;
  /** Gives the stored text of a piece of evidence, for the excerpts. */
  readonly readEvidence?: ((sha256: string) => Promise<string | undefined>) | undefined;
  /** Tells what changed on the system between two runs of its checks. */
  readonly compareRuns?: CompareRuns | undefined;
}

/** What all documents of a set are made from. */
export interface PreparedData {
  readonly evidence: EvidenceTexts;
  readonly dataFor: (audience: Audience) => DocumentData;
  readonly internal: readonly InternalText[];
  readonly allowed: readonly string[];
}

/** The stored texts that the checks rest on; what is not in the store is left out. */
export async function readTexts(
  handoff: Handoff,
  {readEvidence, now}: Pick<DataSource, 'readEvidence' | 'now'>,
): Promise<EvidenceTexts> {
  const texts = new Map<string, string>();
  if (!readEvidence) return texts;
  for (const {record} of checkStandings(handoff, now)) {
    const evidence = record?.evidence;
    if (!evidence) continue;
    const text = await readEvidence(evidence.stored);
    if (text !== undefined) texts.set(evidence.stored, text);
  }
  return texts;
}

async function prepare(handoff: Handoff, source: DataSource): Promise<PreparedData> {
  const {now, compareRuns} = source;
  const evidence = await readTexts(handoff, source);
  const made = new Map<Audience, DocumentData>();
  return {
    evidence,
    dataFor(audience) {
      const known = made.get(audience);
      if (known) return known;
      const data = documentData(handoff, {audience, now, evidence, compareRuns});
      made.set(audience, data);
      return data;
    },
    internal: internalTexts(handoff),
    allowed: publicTexts(handoff),
  };
}

interface Remembered {
  readonly source: DataSource;
  readonly prepared: Promise<PreparedData>;
}

/** The last preparation of each handoff. A handoff is never changed: another state is another one. */
const last = new WeakMap<Handoff, Remembered>();

function isSame(a: DataSource, b: DataSource): boolean {
  return a.now === b.now && a.readEvidence === b.readEvidence && a.compareRuns === b.compareRuns;
}

/** What documents are made from, made once for all those that follow from the same. */
export function prepareData(handoff: Handoff, options: DataSource): Promise<PreparedData> {
  const known = last.get(handoff);
  if (known && isSame(known.source, options)) return known.prepared;
  const {now, readEvidence, compareRuns} = options;
  const source = {now, readEvidence, compareRuns};
  const prepared = prepare(handoff, source);
  last.set(handoff, {source, prepared});
  return prepared;
}
