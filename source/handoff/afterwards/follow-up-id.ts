export const followUpKinds = [
  'question',
  'action',
  'check',
  'demonstration',
  'teach-back',
  'runbook change',
  'risk',
  'tie',
  'condition',
] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** What a follow-up comes from: the id of a note, item, demonstration or row, or a check's name. */
export interface FollowUpSource {
  readonly kind: FollowUpKind;
  readonly subject: string;
}

/** Journals keep these ids with what was said of a follow-up, so they never change. */
export function followUpId({kind, subject}: FollowUpSource): string {
  return `${kind} ${subject}`;
}

/** What an id says; nothing for a text that is the id of no follow-up. */
export function readFollowUpId(id: string): FollowUpSource | undefined {
  const kind = followUpKinds.find((one) => id.startsWith(`${one} `));
  const subject = kind && id.slice(kind.length + 1);
  return kind && subject ? {kind, subject} : undefined;
}
