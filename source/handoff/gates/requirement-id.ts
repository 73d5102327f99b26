/** Of what a requirement may speak, besides those that there is one of in a handoff. */
export type RequirementKind =
  | 'proven'
  | 'check'
  | 'time'
  | 'topic'
  | 'driven'
  | 'register'
  | 'tested'
  | 'item'
  | 'fields'
  | 'reason'
  | 'placeholder'
  | 'demonstration'
  | 'teach-back'
  | 'exit';

/** The id of a requirement. Waivers in journals go by it, so it never changes. */
export function requirementId(kind: RequirementKind, ...subject: readonly string[]): string {
  return [kind, ...subject].join(' ');
}
