import {shownName} from '../../handoff/people/shown-name.ts';
import type {Action} from '../../handoff/changes/catalogue.ts';
import {mayReadItem, rowsReadBy} from '../../handoff/audience/readable.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {Audience} from '../../playbook/playbook.ts';
import {cleanLine} from '../markdown/clean-text.ts';
import {dayWords} from '../words/times.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import {makeBag, type BagFiles, type BagInfo} from './bag.ts';
import {readme} from './readme.ts';
import {requireNoSecrets} from '../guard/require-no-secrets.ts';

export interface ArchiveInput {
  readonly handoff: Handoff;
  readonly journal: readonly Action[];
  /** Rendered documents by file name. */
  readonly documents: BagFiles;
  /** Checks files by their path from the folder of the first. */
  readonly checks: BagFiles;
  readonly readEvidence: (sha256: string) => Promise<string | undefined>;
  /** `customer` leaves out the journal, which holds the notes of the team. */
  readonly audience: Audience;
  /** Version of this program. */
  readonly version: string;
  readonly onProgress?: OnProgress | undefined;
}

type Told = Pick<ArchiveInput, 'handoff' | 'journal' | 'audience' | 'version'>;
type Evident = Pick<ArchiveInput, 'handoff' | 'audience' | 'readEvidence'>;

export interface HandoffArchive {
  /** The folder that all files lie in. */
  readonly folder: string;
  readonly files: BagFiles;
  /** Evidence that the journal names and this store does not have. */
  readonly missingEvidence: readonly string[];
}

/** Names of all evidence that any run of a check, a runbook, a step or an item left, each once, in order. */
function evidenceNames({handoff, audience}: Evident): string[] {
  const read = new Set(rowsReadBy(handoff, audience, 'runbooks').map(({id}) => id));
  const proofs = handoff.proofs.filter(({record}) => audience === 'internal' || read.has(record));
  const runs = Object.entries(handoff.items).flatMap(([id, {runs: ofItem = []}]) =>
    mayReadItem(handoff, audience, {id}) ? ofItem : [],
  );
  const left = [
    ...handoff.checkRuns.flatMap(({results}) => results),
    ...proofs.flatMap((proof) => [proof, ...(proof.steps ?? [])]),
    ...runs,
  ];
  return [...new Set(left.flatMap(({evidence}) => evidence?.stored ?? []))].sort();
}

/** The journal in the form of the store's file, one action a line. */
function journalText(journal: readonly Action[]): string {
  const lines = journal.map((action) => JSON.stringify(action)).join(',\n');
  return `{"schema": 1, "journal": [\n${lines}\n]}\n`;
}

/** What bag-info.txt says of a handoff's files. */
export function infoOf(input: Told, missing: readonly string[]): BagInfo {
  const {handoff, journal, audience, version} = input;
  return [
    ['Bag-Software-Agent', `handoff-wizard ${version}`],
    // Of the last change, not of the clock: the same handoff gives the same archive.
    ['Bagging-Date', dayWords(handoff.updatedAt, 'UTC')],
    ['External-Identifier', handoff.id],
    [
      'External-Description',
      cleanLine(
        `Handoff of ${handoff.system} to ${handoff.customer}, after ${journal.length} changes`,
      ),
    ],
    ['Contact-Name', cleanLine(shownName(handoff, handoff.createdBy))],
    ['Handoff-Audience', audience],
    ...missing.map((name) => ['Handoff-Evidence-Missing', name] as const),
  ];
}

/** All evidence that a reader may read, by its name, and what of it is not there. */
export async function readAll(input: Evident) {
  const found = new Map<string, string>();
  const missing: string[] = [];
  for (const name of evidenceNames(input)) {
    const text = await input.readEvidence(name);
    if (text === undefined) missing.push(name);
    else found.set(name, text);
  }
  return {found, missing};
}

/** Files as they lie below a folder. */
export function below(folder: string, files: BagFiles, ending = ''): BagFiles {
  return new Map([...files].map(([name, text]) => [`${folder}/${name}${ending}`, text]));
}

/** What the folder in the zip is called: a journal from elsewhere may name its handoff in any way. */
export function folderName(id: string): string {
  return /^[a-z0-9][a-z0-9-]{0,79}$/u.test(id) ? id : 'handoff';
}

/**
 * Everything that is left of a handoff, as one bag. Its bytes follow from what it is given, and
 * nothing in it comes from the clock.
 *
 * @throws {ArchiveSecretError} when something in it looks like a secret.
 */
export async function archiveHandoff(input: ArchiveInput): Promise<HandoffArchive> {
  const {handoff, journal, audience, onProgress} = input;
  const {found, missing} = await readAll(input);
  const texts: BagFiles = new Map([
    ...below('documents', input.documents),
    ...below('checks', input.checks),
    ...below('evidence', found, '.txt'),
  ]);
  const isWhole = audience === 'internal';
  const name = 'journal.json';
  await requireNoSecrets(
    texts,
    isWhole ? {name, actions: journal} : undefined,
    handoff,
    onProgress,
  );
  const payload = new Map([...texts, ...(isWhole ? [[name, journalText(journal)] as const] : [])]);
  return {
    folder: folderName(handoff.id),
    files: makeBag(payload, infoOf(input, missing), readme(audience)),
    missingEvidence: missing,
  };
}
