import {showControls, stripTerminal} from '../../redaction/strip-terminal.ts';
import type {Kind} from '../kinds/kind.ts';
import {kinds} from '../kinds/check-kinds.ts';
import {typedCommand} from '../kinds/typed-command.ts';
import type {Check, Place} from '../checks-file.ts';
import type {Conceal} from './conceal.ts';
import {readClaims} from './read-claims.ts';
import {readCondition, type ConditionSurroundings} from './read-condition.ts';
import type {Path, Report} from './report.ts';
import {checkKeys, checkSchema} from './spec-schema.ts';
import {issueNotes, typeOf} from './schema-words.ts';
import {usualTimeout} from './usual-timeout.ts';
import {nearest} from '../../nearest.ts';

export interface ReadOptions {
  /** The data of the whole file, and where in it the check is. */
  readonly root: unknown;
  readonly path: Path;
  readonly report: Report;
  readonly conceal: Conceal;
  readonly isFromEnvironment: (text: string) => boolean;
  readonly place: Place;
  readonly conditions: ConditionSurroundings;
}

/** Where the command would run, for `action` and `target`. */
function onWords(on: readonly string[] | undefined): string {
  return on === undefined ? '' : ` (on: ${typedCommand(on)})`;
}

/** Only a command can have something put before it; everything else starts on this machine. */
function prefixProblem({word}: Kind): string {
  const takers = [...kinds.values()].filter((kind) => kind.canRunOn !== undefined);
  const words = takers.map((kind) => kind.word).join(', ');
  return `This ${word} check starts from this machine and runs no command, so "on" has nothing to stand before. Commands are run by: ${words}.`;
}

function kindOf(
  check: Readonly<Record<string, unknown>>,
  {path, report}: ReadOptions,
): Kind | undefined {
  const used = [...kinds.values()].filter(({word}) => Object.hasOwn(check, word));
  const [first, second] = used;
  if (!first) {
    // A misspelt kind is reported as the unknown key it is.
    const isMisspelt = Object.keys(check).some(
      (key) => !checkKeys.includes(key) && kinds.has(nearest(key, checkKeys) ?? ''),
    );
    if (!isMisspelt) {
      const words = [...kinds.keys()].join(', ');
      report({
        path,
        message: `This check has no kind. Add one of: ${words}. "handoff-wizard check explain KIND" tells about one.`,
      });
    }
    return undefined;
  }
  if (second) {
    const words = used.map(({word}) => word).join(' and ');
    const message = `A check has one kind; this one has ${words}. Make it two checks.`;
    report({path: path.concat(second.word), isAtKey: true, message});
    return undefined;
  }
  return first;
}

/** Reads one entry of `checks`. Reports every problem and then gives undefined. */
export function readCheck(input: unknown, options: ReadOptions): Check | undefined {
  const {root, path, report, conceal} = options;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    report({
      path,
      message: `A check is a map with a name, a kind and "expect"; this is ${typeOf(input)}.`,
    });
    return undefined;
  }
  const written = input as Readonly<Record<string, unknown>>;
  const parsed = checkSchema.safeParse(written);
  for (const issue of parsed.error?.issues ?? [])
    for (const note of issueNotes({...issue, path: [...path, ...issue.path]}, root)) report(note);
  const kind = kindOf(written, options);
  const claims = kind ? readClaims(kind, written, path, report) : [];
  const when =
    written['when'] === undefined
      ? undefined
      : readCondition(written['when'], path.concat('when'), options.conditions);
  if (!parsed.success || !kind) return undefined;
  const {name, description, severity, tags, timeout, fix, proves, effect} = parsed.data;
  const {needs = [], retry, on} = parsed.data;
  const spec = (parsed.data as Readonly<Record<string, unknown>>)[kind.word];
  if (on !== undefined && kind.canRunOn?.(spec) !== true)
    report({path: path.concat('on'), isAtKey: true, message: prefixProblem(kind)});
  const origins = {
    isFromEnvironment: options.isFromEnvironment,
    isSecret: (text: string) => conceal(text) !== text,
  };
  for (const problem of kind.originProblems?.(spec, origins) ?? [])
    report({path: [...path, kind.word, ...problem.path], message: problem.message});
  const show = (text: string) => showControls(conceal(text));
  return {
    name: show(name),
    kind: kind.word,
    spec,
    claims,
    severity: severity ?? 'required',
    effect: effect ?? 'safe',
    timeout: timeout ?? usualTimeout,
    tags: (tags ?? []).map(show),
    ...(description === undefined ? {} : {description: stripTerminal(conceal(description))}),
    ...(fix === undefined ? {} : {fix: stripTerminal(conceal(fix))}),
    ...(proves === undefined ? {} : {proves: show(proves)}),
    needs: needs.map(show),
    ...(when === undefined ? {} : {when}),
    ...(retry === undefined ? {} : {retry}),
    ...(on === undefined ? {} : {on}),
    folder: options.conditions.folder,
    place: options.place,
    target: show(kind.target(spec) + onWords(on)),
    action: show(kind.describe(spec) + onWords(on)),
  };
}
