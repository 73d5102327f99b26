import type {Assertion} from '../assertions/assertion.ts';
import type {Claim, Domain} from '../assertions/subject.ts';
import type {Check} from '../checks-file.ts';
import {kindOfCheck} from '../kinds/check-kinds.ts';
import type {Kind} from '../kinds/kind.ts';
import {foregone, type Foregone} from './foregone.ts';
import {swallowsFailure} from './swallowed-failure.ts';

function isAssertion(value: unknown): value is Assertion {
  return typeof value === 'object' && value !== null && 'type' in value;
}

type Statement = readonly [Assertion, Domain | undefined];

/** Statements about something that is always measured; a path or header may be absent. */
function statementsOf({subject, statement}: Claim, kind: Kind | undefined): readonly Statement[] {
  if (isAssertion(statement)) return [[statement, kind?.subjects[subject]?.domain]];
  const entries = Array.isArray(statement) ? (statement as readonly unknown[]) : [];
  return entries.flatMap((one): Statement[] => {
    // How many lines of a log match.
    const count = typeof one === 'object' && one !== null && 'count' in one ? one.count : undefined;
    return isAssertion(count) ? [[count, {least: 0}]] : [];
  });
}

/** What a condition comes to whatever is measured. */
function conclusionOf(claim: Claim, kind: Kind | undefined): Foregone {
  const told = statementsOf(claim, kind).map(([one, domain]) => foregone(one, domain));
  if (told.includes(false)) return false;
  return told.length > 0 && told.every((one) => one === true) ? true : undefined;
}

/** Something that a check says and that tells nothing. */
export interface EmptyWords {
  readonly message: string;
  /** The key that says it. */
  readonly key: 'expect' | 'warn';
}

const words = {
  expect: {always: 'it always fails', never: 'it can never fail'},
  warn: {always: 'it always warns', never: 'it can never warn'},
} as const;

/** A condition that takes back what is expected otherwise says something, however empty it is. */
function isTakingBack({subject}: Claim, kind: Kind | undefined): boolean {
  const {implied} = kind ?? {};
  return implied !== undefined && [implied.subject, ...(implied.unless ?? [])].includes(subject);
}

function emptyConditions(claims: readonly Claim[], kind: Kind | undefined): EmptyWords[] {
  return claims.flatMap((claim): EmptyWords[] => {
    const {level, subject} = claim;
    if (conclusionOf(claim, kind) !== true || isTakingBack(claim, kind)) return [];
    const {never} = words[level];
    return [
      {message: `What it says of "${subject}" is true of everything, so ${never}.`, key: level},
    ];
  });
}

function runOf({kind, spec}: Check): unknown {
  const written = spec as Readonly<Record<string, unknown>>;
  return {command: written?.['run'], nagios: written?.['plugin']}[kind];
}

/** Why a check, or one of its conditions, can never fail or never pass, whatever it looks at. */
export function foregoneConclusions(check: Check): readonly EmptyWords[] {
  const kind = kindOfCheck(check);
  const {claims} = check;
  const never = claims.find((claim) => conclusionOf(claim, kind) === false);
  if (never) {
    const {level} = never;
    const what = level === 'expect' ? 'What it expects' : 'What stands under "warn"';
    return [{message: `${what} can never be, so ${words[level].always}.`, key: level}];
  }
  const expected = claims.filter(({level}) => level === 'expect');
  if (expected.length > 0 && expected.every((claim) => conclusionOf(claim, kind) === true)) {
    const message = 'What it expects is true of everything, so it can never fail.';
    return [{message, key: 'expect'}];
  }
  const run = runOf(check);
  const isOnlyEnd = claims.every(({subject}) => subject === kind?.implied?.subject);
  if (isOnlyEnd && typeof run === 'string' && swallowsFailure(run)) {
    const message =
      'The command ends well whatever happens before, and only how it ends is looked at, so it can never fail.';
    return [{message, key: 'expect'}];
  }
  return emptyConditions(claims, kind);
}
