import {showControls, stripTerminal} from '../../redaction/strip-terminal.ts';
import {type Kind} from '../kinds/kind.ts';
import {kinds} from '../kinds/registry.ts';
import {type Check} from '../checks-file.ts';
import {readClaims} from './read-claims.ts';
import {type Path, type Report} from './report.ts';
import {checkKeys, checkSchema, usualTimeout} from './schema.ts';
import {issueNotes, typeOf} from './schema-words.ts';
import {nearest} from '../../nearest.ts';

/** Makes text fit to be shown: secrets of the environment by their names, controls visible. */
export type Conceal = (text: string) => string;

interface ReadOptions {
  /** The data of the whole file, and where in it the check is. */
  readonly root: unknown;
  readonly path: Path;
  readonly report: Report;
  readonly conceal: Conceal;
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
      report({path, message: `This check has no kind. Add one of: ${words}.`});
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
  for (const issue of parsed.error?.issues ?? []) {
    for (const note of issueNotes({...issue, path: [...path, ...issue.path]}, root)) {
      report(note);
    }
  }
  const kind = kindOf(written, options);
  const claims = kind ? readClaims(kind, written, path, report) : [];
  if (!parsed.success || !kind) {
    return undefined;
  }
  const {name, description, severity, tags, timeout, fix, proves, effect} = parsed.data;
  const spec = (parsed.data as Readonly<Record<string, unknown>>)[kind.word];
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
    target: show(kind.target(spec)),
    action: show(kind.describe(spec)),
  };
}
