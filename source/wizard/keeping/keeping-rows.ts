import {printedFolder, type DocumentSet} from '../../handoff/model/document-set.ts';
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
export type Part = 'documents' | 'archive' | 'verify' | 'customer' | 'other' | 'export';

/** Whether a set was written as an archive, and not into a folder. */
export function isArchive({folder}: DocumentSet): boolean {
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

function setWords({handoff, now}: View, set: DocumentSet | undefined): string {
  if (set === undefined) return 'Not written yet.';
  const {timeZone} = handoff;
  const {at, by, folder} = set;
  const when = `${dayWords(dayIn(timeZone, at), timeZone, now())} ${timeWords(at, timeZone)}`;
  const since = isCurrent(handoff, set) ? '' : ' The handoff was changed since.';
  return `Written ${when} by ${by}: ${folder}.${since}`;
}

/** Each part with how it stands and what came of it just now, and the archive that was written last. */
export function keepingRows(
  view: View,
  outcomes: Partial<Record<Part, Outcome>>,
): {readonly zip: string | undefined; readonly rows: readonly Row[]} {
  const {documentSets} = view.handoff;
  const folder = documentSets.findLast(isInFolder);
  const zip = documentSets.findLast(isArchive);
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
    ],
  };
}
