import {printedFolder, type DocumentSet} from '../../handoff/model/document-set.ts';
import {handoffDigest} from '../../handoff/standing/accepted/handoff-digest.ts';
import {isCurrent} from '../../handoff/standing/document-standing.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import {span} from '../list/line.ts';
import {gap, type Row} from '../list/row.ts';
import {glyphs, type Sign} from '../theme/glyphs.ts';
import type {Token} from '../theme/tokens.ts';
import type {View} from '../view.ts';

/** What came of something, a paragraph each. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly token: Token;
}

/** What can be written or looked at. */
export type Part = 'documents' | 'archive' | 'verify' | 'customer' | 'other' | 'export' | 'kit';

/** Whether a set was written into a zip, and not into a folder. */
function isArchive({folder}: DocumentSet): boolean {
  return folder.endsWith('.zip');
}

/** Whether a set lies in a folder, and is no archive and not printed. */
export function isInFolder(set: DocumentSet): boolean {
  return !isArchive(set) && set.folder !== printedFolder;
}

const isDone: Sign = {glyph: glyphs.done, word: 'done', token: 'success'};
const isOld: Sign = {glyph: glyphs.half, word: 'changed since', token: 'warning'};
const isOpen: Sign = {glyph: glyphs.open, word: 'open', token: 'plain'};

function signOf({handoff}: View, set: DocumentSet | undefined): Sign {
  return set === undefined ? isOpen : isCurrent(handoff, set) ? isDone : isOld;
}

function whenWords({handoff: {timeZone}, now}: View, at: string): string {
  return `${dayWords(dayIn(timeZone, at), timeZone, now())} ${timeWords(at, timeZone)}`;
}

function setWords(view: View, set: DocumentSet | undefined): string {
  if (set === undefined) return 'Not written yet.';
  const {at, by, folder} = set;
  const since = isCurrent(view.handoff, set) ? '' : ' The handoff was changed since.';
  return `Written ${whenWords(view, at)} by ${by}: ${folder}.${since}`;
}

/** A kit shows what the receiver would accept, so it is old once that is something else. */
function kitSign({handoff}: View): Sign {
  const last = handoff.kits.at(-1);
  if (!last) return isOpen;
  return last.version === handoffDigest(handoff) ? isDone : isOld;
}

function kitWords(view: View): string {
  const last = view.handoff.kits.at(-1);
  if (!last)
    return 'What they get, to read, to run, to perform alone and to answer. Nothing internal.';
  const since =
    last.version === handoffDigest(view.handoff) ? '' : ' What it shows was changed since.';
  return `Written ${whenWords(view, last.at)} by ${last.by}: ${last.file}.${since}`;
}

/** Each part with how it stands and what came of it just now, and the archive that was written last. */
export function keepingRows(
  view: View,
  outcomes: Partial<Record<Part, Outcome>>,
): {readonly zip: string | undefined; readonly rows: readonly Row[]} {
  const {documentSets} = view.handoff;
  const folder = documentSets.findLast(isInFolder);
  const kits = new Set(view.handoff.kits.map(({file}) => file));
  const zip = documentSets.findLast((set) => isArchive(set) && !kits.has(set.folder));
  const verified = ({token = 'muted'}: Partial<Outcome> = {}): Sign =>
    token === 'muted'
      ? isOpen
      : token === 'success'
        ? isDone
        : {glyph: glyphs.cross, word: 'not whole', token: 'danger'};
  const wasDone = (part: Part) => (outcomes[part]?.token === 'success' ? isDone : isOpen);
  const row = (key: Part, sign: Sign, text: string, standing: string): Row => {
    const {lines = [standing], token = 'muted'} = outcomes[key] ?? {};
    return {key, sign, text, below: lines.map((words) => span(words, token))};
  };
  return {
    zip: zip?.folder,
    rows: [
      row('documents', signOf(view, folder), '1 Write the documents', setWords(view, folder)),
      gap,
      row('archive', signOf(view, zip), '2 Write the archive', setWords(view, zip)),
      gap,
      row(
        'verify',
        verified(outcomes.verify),
        '3 Verify the archive',
        zip ? 'Every hash, what is missing, and what was added.' : 'There is no archive yet.',
      ),
      gap,
      row(
        'customer',
        wasDone('customer'),
        '4 Write an archive for the customer',
        'Without the journal, and without what is internal.',
      ),
      gap,
      row(
        'other',
        verified(outcomes.other),
        '5 Verify another archive',
        'One that lies elsewhere, as a zip or unpacked.',
      ),
      gap,
      row(
        'export',
        wasDone('export'),
        '6 Export the checks',
        'Those that passed, as a script, as plugins, or for goss: the receiver needs nothing of this program.',
      ),
      gap,
      row('kit', kitSign(view), '7 Write the kit for the receiver', kitWords(view)),
    ],
  };
}
