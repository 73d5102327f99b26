import type {Place} from '../../handoff/model/place.ts';
import type {DocumentName} from '../document-names.ts';

/** What a finding is about; tests and programs that read the JSON go by it. */
export type LintRule =
  | 'not-written'
  | 'missing-field'
  | 'unknown-name'
  | 'unknown-person'
  | 'unmarked-change'
  | 'unseen-change'
  | 'placeholder'
  | 'expected-output'
  | 'dead-link'
  | 'outside-link'
  | 'secret';

/** Something that keeps a document from being ready. */
export interface LintFinding {
  readonly document: DocumentName;
  /** The part or the heading in which it is. */
  readonly part: string;
  readonly rule: LintRule;
  /**
   * `required`: the document must not go out like this. `offered`: it is whole without, and a reader may
   * miss it all the same.
   */
  readonly level: 'required' | 'warning' | 'offered';
  /** What is wrong, as a sentence. */
  readonly what: string;
  /** What to do about it, as a sentence. */
  readonly toDo: string;
  /** The item or the row at which it is put right; nothing where the playbook has none. */
  readonly place: Place | undefined;
}

/** How far a document is, counted in what a reader looks for in it. */
export interface DocumentReadiness {
  readonly document: DocumentName;
  /** Topics, or entries and paragraphs, without a finding. */
  readonly ready: number;
  readonly total: number;
  /** 0 to 100, and 100 only where there was something to look for and no gap was found. */
  readonly percent: number;
  readonly findings: readonly LintFinding[];
}

/** What keeps a document back: not what is only offered. */
export function gapsIn<Finding extends Pick<LintFinding, 'level'>>(
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.filter(({level}) => level !== 'offered');
}

/** The figure for a document from its counts. */
export function readinessOf(
  document: DocumentName,
  total: number,
  gaps: number,
  findings: readonly LintFinding[],
): DocumentReadiness {
  const ready = Math.max(0, total - gaps);
  // Where there is nothing to look for, nothing is ready.
  const share = total === 0 ? 0 : Math.floor((100 * ready) / total);
  const percent = gapsIn(findings).length > 0 ? Math.min(99, share) : share;
  return {document, ready, total, percent, findings};
}
