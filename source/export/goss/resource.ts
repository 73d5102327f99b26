import type {Assertion} from '../../checks/assertions/assertion.ts';
import type {Claim} from '../../checks/assertions/subject.ts';
import type {Check} from '../../checks/checks-file.ts';
import {NotCarriedError} from '../pattern/parse-expression.ts';
import type {Quoting} from '../quoting.ts';

/** One entry of a gossfile. */
export interface Resource {
  readonly section: string;
  readonly key: string;
  /** The attribute that says what the key says otherwise. */
  readonly idField?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export type Attributes = Record<string, unknown>;
export type Writer = (check: Check, claims: readonly Claim[], quoting: Quoting) => Resource;

export function refuse(what: string): never {
  throw new NotCarriedError(`goss cannot say ${what}`);
}

/** Each claim by the one that knows its subject; what nobody knows cannot be said. */
export function attributesOf(
  claims: readonly Claim[],
  known: Readonly<Record<string, (statement: Assertion, found: Attributes) => void>>,
): Attributes {
  const found: Attributes = {};
  const seen = new Set<string>();
  for (const {subject, statement} of claims) {
    const tell = Object.hasOwn(known, subject) ? known[subject] : undefined;
    if (!tell || seen.has(subject)) refuse(`what is expected of "${subject}"`);
    seen.add(subject);
    tell(statement as Assertion, found);
  }
  return found;
}
