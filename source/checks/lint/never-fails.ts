import type {Assertion} from '../assertions/assertion.ts';
import type {Claim} from '../assertions/subject.ts';
import type {Check} from '../checks-file.ts';

/** Subjects whose numbers are never below 0. */
const counts: ReadonlySet<string> = new Set(
  [
    'exit status latency duration size count memory free failed skipped processors uptime',
    'memory_total memory_available memory_used memory_used_percent clock_offset',
    'swap_total swap_available swap_used swap_used_percent load_1 load_5 load_15',
    'load_1_per_processor load_5_per_processor load_15_per_processor',
  ].flatMap((line) => line.split(' ')),
);

/** A pattern that finds something in every text: it is content with nothing, anywhere. */
function findsAlways({source, flags}: RegExp): boolean {
  const mayDepend = /[\^$]|\\[bB]|\(\?/.test(source.replace(/\\[\^$]|\[\^/g, ''));
  return !mayDepend && new RegExp(source, flags).test('');
}

/** `true`: every value makes it so; `false`: no value does. Undefined: it depends. */
function foregone(assertion: Assertion, isCount: boolean): boolean | undefined {
  switch (assertion.type) {
    case 'matches':
      return findsAlways(assertion.pattern.expression) || undefined;
    case 'compares': {
      const {how, than} = assertion;
      if (!isCount) return undefined;
      if ((how === 'at_least' && than.value <= 0) || (how === 'above' && than.value < 0))
        return true;
      return how === 'below' && than.value <= 0 ? false : undefined;
    }
    case 'length':
    case 'count':
      return foregone(assertion.is, true);
    case 'not': {
      const of = foregone(assertion.of, isCount);
      return of === undefined ? undefined : !of;
    }
    case 'all': {
      const all = assertion.of.map((one) => foregone(one, isCount));
      return all.includes(false) ? false : all.every((one) => one === true) || undefined;
    }
    case 'any': {
      const all = assertion.of.map((one) => foregone(one, isCount));
      return all.includes(true) ? true : all.every((one) => one === false) ? false : undefined;
    }
    default:
      return undefined;
  }
}

function isAssertion(value: unknown): value is Assertion {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Statements about something that is always measured; a path or header may be absent. */
function assertionsOf({subject, statement}: Claim): readonly (readonly [Assertion, boolean])[] {
  if (isAssertion(statement)) return [[statement, counts.has(subject)]];
  const entries = Array.isArray(statement) ? (statement as readonly unknown[]) : [];
  return entries.flatMap((one) => {
    // How many lines of a log match.
    const count = typeof one === 'object' && one !== null && 'count' in one ? one.count : undefined;
    return isAssertion(count) ? [[count, true] as const] : [];
  });
}

/** A command whose exit code is thrown away: `… || true`. */
const swallowed = /(?:\|\||;)\s*(?:true|:|exit 0)\s*;?\s*$/;

/** Why a check can never fail, or never pass, whatever it looks at. */
export function foregoneConclusion({claims, kind, spec}: Check): string | undefined {
  const expected = claims.filter(({level}) => level === 'expect');
  const statements = expected.map(assertionsOf);
  const told = statements.flatMap((all) => all.map(([one, isCount]) => foregone(one, isCount)));
  const isAll = statements.every((all) => all.length > 0);
  if (told.includes(false)) return 'What it expects can never be, so it always fails.';
  if (isAll && told.length > 0 && told.every((one) => one === true))
    return 'What it expects is true of everything, so it can never fail.';
  const run = kind === 'command' ? (spec as {readonly run: unknown}).run : undefined;
  const isOnlyExit = claims.every(({subject}) => subject === 'exit');
  return isOnlyExit && typeof run === 'string' && swallowed.test(run)
    ? 'The command ends well whatever happens before, and only its exit code is looked at, so it can never fail.'
    : undefined;
}
