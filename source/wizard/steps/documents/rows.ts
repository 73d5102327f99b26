import {gapsIn, type DocumentReadiness, type LintFinding} from '../../../documents/lint/finding.ts';
import {lineKey, readLine} from '../../../handoff/model/place.ts';
import type {DocumentName} from '../../../documents/document-names.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {documentStanding} from '../../../handoff/standing/document-standing.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';
import {glyphs, type Sign} from '../../theme/glyphs.ts';
import {span, wrapLines, type Line} from '../../list/line.ts';
import {gap, headingRow, type Row} from '../../list/row.ts';

/** A line of the list: a document, or a gap in it. */
export type ReadinessLine =
  | {readonly id: string; readonly readiness: DocumentReadiness; readonly finding?: undefined}
  | {readonly id: string; readonly readiness: DocumentReadiness; readonly finding: LintFinding};

function gapKey({document, place, rule, what}: LintFinding, index: number): string {
  const at = place?.line ? `${lineKey(place.line)} ${rule}` : String(index);
  return lineKey({kind: 'gap', document, about: `${at} ${what}`});
}

/** The document that a selected line is, or a gap of which it is. */
function selectedDocument(selected: string | undefined): string | undefined {
  const line = readLine(selected);
  if (line?.kind === 'gap') return line.document;
  return line?.kind === 'document' ? line.name : undefined;
}

/**
 * All documents, and the gaps of the one that is selected or has the selected gap: of a new handoff
 * nobody could read all gaps of all documents.
 */
export function readinessLines(
  documents: readonly DocumentReadiness[],
  selected: string | undefined,
): ReadinessLine[] {
  const open = selectedDocument(selected);
  return documents.flatMap((readiness): ReadinessLine[] => {
    const {document, findings} = readiness;
    const id = lineKey({kind: 'document', name: document});
    const gaps = findings.map((finding, index) => ({
      id: gapKey(finding, index),
      readiness,
      finding,
    }));
    return [{id, readiness}, ...(open === document ? gaps : [])];
  });
}

function signOf({total, percent, findings}: DocumentReadiness): Sign {
  if (total === 0 && gapsIn(findings).length === 0)
    return {glyph: glyphs.open, word: 'nothing yet', token: 'muted'};
  if (percent === 100) return {glyph: glyphs.done, word: 'ready', token: 'success'};
  return findings.some(({level}) => level === 'required')
    ? {glyph: glyphs.alarm, word: 'gaps', token: 'danger'}
    : {glyph: glyphs.half, word: 'gaps', token: 'warning'};
}

function documentRow(handoff: Handoff, key: string, readiness: DocumentReadiness): Row {
  const {document, total, percent, findings} = readiness;
  const {state} = documentStanding(handoff, document);
  const share = total === 0 ? 'nothing to look for yet' : `${percent} % ready`;
  const gaps = gapsIn(findings).length;
  const count = gaps === 0 ? '' : gaps === 1 ? ', 1 gap' : `, ${gaps} gaps`;
  return {
    key,
    sign: signOf(readiness),
    text: document,
    isCut: true,
    figure: [
      ...(state === 'changed since' ? [span('changed since it was written, ', 'warning')] : []),
      span(`${share}${count}`, percent === 100 && total > 0 ? 'success' : 'muted'),
    ],
  };
}

const levelSigns: Readonly<Record<LintFinding['level'], Sign>> = {
  required: {glyph: glyphs.alarm, word: 'required', token: 'danger'},
  warning: {glyph: glyphs.question, word: 'recommended', token: 'warning'},
  offered: {glyph: glyphs.dot, word: 'offered', token: 'muted'},
};

function gapRow(key: string, {level, what}: LintFinding): Row {
  return {key, sign: levelSigns[level], text: what, depth: 1, isCut: true};
}

/** The rows of the list, with a heading. */
export function readinessRows(handoff: Handoff, lines: readonly ReadinessLine[]): Row[] {
  if (lines.length === 0) return [];
  return [
    gap,
    headingRow('How far each document is'),
    ...lines.map(({id, readiness, finding}) =>
      finding ? gapRow(id, finding) : documentRow(handoff, id, readiness),
    ),
  ];
}

/** Whether a document was written, and whether what was written still tells what there is. */
function writtenWords(handoff: Handoff, document: DocumentName, now: string): string {
  const {state, since, folder, by, revision} = documentStanding(handoff, document);
  if (since === undefined) return 'It has not been written yet.';
  const {timeZone} = handoff;
  const day = dayWords(dayIn(timeZone, since), timeZone, now);
  const written = `Revision ${revision}, written ${day} ${timeWords(since, timeZone)} by ${by} to ${folder}.`;
  return state === 'current' ? written : `${written} The handoff was changed since.`;
}

/** What is known of a document or a gap, and what to do about it. */
export function readinessDetail(
  handoff: Handoff,
  {readiness, finding}: ReadinessLine,
  width: number,
  now: string,
): Line[] {
  if (finding)
    return [
      ...wrapLines(`${finding.part}: ${finding.what}`, width),
      ...wrapLines(finding.toDo, width, 'accent'),
    ];
  const {document, ready, total, findings} = readiness;
  const required = findings.filter(({level}) => level === 'required').length;
  return [
    ...wrapLines(writtenWords(handoff, document, now), width),
    ...wrapLines(
      total === 0
        ? 'There is nothing yet that a reader could look for.'
        : `${ready} of ${total} things that a reader looks for are there.`,
      width,
    ),
    ...(required > 0
      ? wrapLines(`${required} must be there before it goes out.`, width, 'danger')
      : []),
  ];
}
