import type {Refusal} from '../handoff/rules/refused.ts';

/** A refusal as it is said under a field and beside a key that is off; nothing where there is none. */
export function refusalWords(refusal: Refusal | undefined): string | undefined {
  return refusal && `${refusal.message} ${refusal.try}`;
}
