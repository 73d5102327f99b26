import {isDeepStrictEqual} from 'node:util';
import {formatDuration} from '../assertions/amounts.ts';
import type {Check} from '../checks-file.ts';
import {kindOfCheck} from '../kinds/check-kinds.ts';
import {looksChanging} from './looks-changing.ts';
import {foregoneConclusions} from './never-fails.ts';

/** Something that is allowed and probably not meant. */
export interface Doubt {
  /** A short name of the rule. */
  readonly rule:
    | 'unmarked-change'
    | 'long-timeout'
    | 'no-fix'
    | 'same-target'
    | 'needs-never-run'
    | 'never-fails'
    | 'unknown-proof'
    | 'secret';
  readonly message: string;
  /** Name of the check. */
  readonly check: string;
  /** The key of the check that it is about, for the place in the file. */
  readonly key: string;
  /** The word that was probably meant. */
  readonly suggestion?: string;
}

/** Longer than a person waits: more than this many milliseconds is probably a slip. */
const longTimeout = 600_000;

function unmarkedChange(check: Check): Doubt[] {
  const {name, kind, spec, effect, content} = check;
  const found = kindOfCheck(check);
  const command = found?.commandOf?.(spec);
  const change =
    found?.changeOf?.(spec, content?.text) ??
    (command === undefined ? undefined : looksChanging(command));
  if (effect === 'changes' || change === undefined) return [];
  const message = `This looks as if it changes the system (${change}), and would run unasked. Say "effect: changes" if it does.`;
  return [{rule: 'unmarked-change', check: name, key: kind, message}];
}

function longWait({name, timeout}: Check): Doubt[] {
  const message = `It may take ${formatDuration(timeout)}; nobody waits that long in a session.`;
  return timeout > longTimeout
    ? [{rule: 'long-timeout', check: name, key: 'timeout', message}]
    : [];
}

function missingFix({name, severity, fix, isForeign = false}: Check): Doubt[] {
  const message =
    'A required check that fails blocks the handoff: say under "fix" what to do then.';
  return severity === 'required' && fix === undefined && !isForeign
    ? [{rule: 'no-fix', check: name, key: 'name', message}]
    : [];
}

function neverFails(check: Check): Doubt[] {
  return foregoneConclusions(check).map(({message, key}) => ({
    rule: 'never-fails',
    check: check.name,
    key,
    message,
  }));
}

/** Checks that look at the same, under the same conditions, and say the same of it. */
function areEqual(a: Check, b: Check): boolean {
  return isDeepStrictEqual([a.claims, a.when], [b.claims, b.when]);
}

/** Two statements about one thing may well be two checks; the same statement twice is a slip. */
function sameTargets(checks: readonly Check[]): Doubt[] {
  // What a file of another make looks at twice cannot be said in one check there.
  const own = checks.filter(({isForeign = false}) => !isForeign);
  const groups = Map.groupBy(own, ({kind, action}) => `${kind} ${action}`);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((check, index): Doubt[] => {
      const first = group.slice(0, index).find((one) => areEqual(one, check));
      if (!first) return [];
      const message = `"${first.name}" looks at exactly the same and says the same of it; one of them is enough.`;
      return [{rule: 'same-target', check: check.name, key: check.kind, message}];
    }),
  );
}

/** A check that waits for one that does not run unless somebody asks for it. */
function neverRunNeeds(checks: readonly Check[]): Doubt[] {
  const changing = new Set(checks.filter(({effect}) => effect === 'changes').map(({name}) => name));
  return checks
    .filter(({effect}) => effect === 'safe')
    .flatMap(({name, needs}) =>
      needs
        .filter((need) => changing.has(need))
        .map((need): Doubt => {
          const message = `It needs "${need}", which changes the system and so runs only with --allow-changes; without that, this one is always skipped.`;
          return {rule: 'needs-never-run', check: name, key: 'needs', message};
        }),
    );
}

/** What is doubtful about the checks of a file that is right in itself. */
export function lintChecks(checks: readonly Check[]): Doubt[] {
  return [
    ...checks.flatMap((check) => [
      ...unmarkedChange(check),
      ...longWait(check),
      ...missingFix(check),
      ...neverFails(check),
    ]),
    ...sameTargets(checks),
    ...neverRunNeeds(checks),
  ];
}
