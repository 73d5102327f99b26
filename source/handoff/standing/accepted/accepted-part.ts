import type {Place} from '../../model/place.ts';

export const partKinds = [
  'row',
  'item',
  'proof',
  'run',
  'check',
  'demonstration',
  'teach-back',
  'note',
  'answer',
  'point',
  'waiver',
  'extension',
] as const;
export type PartKind = (typeof partKinds)[number];

/** Journals keep digests over these ids, so they never change. */
export function partId(kind: PartKind, subject: string): string {
  return `${kind}:${subject}`;
}

/** What kind of part an id names, and of what; nothing for the handoff and its session. */
export function readPartId(
  id: string,
): {readonly kind: PartKind; readonly subject: string} | undefined {
  const kind = partKinds.find((one) => id.startsWith(`${one}:`));
  return kind && {kind, subject: id.slice(kind.length + 1)};
}

/** One thing of what an acceptance is of. */
export interface AcceptedPart {
  /** Stays the same for as long as the thing is there. */
  readonly id: string;
  /** The thing in words, such as `the runbook "Restart"`. */
  readonly subject: string;
  readonly digest: string;
  /** What happened to it last, as in "was changed". */
  readonly happened: string;
  /** ISO 8601 instant and actor of that, where they are known. */
  readonly at?: string;
  readonly by?: string;
  /** When it only settles what was open and so changes nothing accepted, such as a passing check. */
  readonly settles?: 'always' | 'when new';
  readonly place?: Place;
}
