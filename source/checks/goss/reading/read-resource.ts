import {nearest} from '../../../nearest.ts';
import {type Claim} from '../../assertions/subject.ts';
import {type Path, type Report} from '../../spec/report.ts';
import {type AttributeClaim} from '../attribute-subject.ts';
import {type CompileExpression} from '../matchers/expression.ts';
import {numeric, parseMatcher, parsePatterns} from '../matchers/parse-matcher.ts';
import {type GossSpec} from '../resources/resource.ts';
import {resourceType, type ResourceWord} from '../resources/resource-types.ts';
import {printed} from '../values/convert.ts';
import {type GoValue, isList, isMap, isNumber} from '../values/go-value.ts';
import {readOption} from './read-options.ts';

/** An entry as read, before it is made a check. */
export interface ResourceReading {
  readonly spec: GossSpec;
  readonly claims: readonly Claim[];
  readonly isSkipped: boolean;
  readonly title: string | undefined;
  readonly meta: ReadonlyMap<string, GoValue>;
}

export interface ResourcePlace {
  readonly word: ResourceWord;
  readonly id: string;
  readonly report: Report;
  /** Told what is allowed and says nothing. */
  readonly note: Report;
  readonly compile: CompileExpression;
}

function unknownKey(
  key: string,
  known: readonly string[],
  {word, id, report}: ResourcePlace,
): void {
  const message = `A ${word} of goss has no "${key}". It has: ${known.join(', ')}.`;
  report({path: [word, id, key], isAtKey: true, message, suggestion: nearest(key, known)});
}

function claimOf(
  value: GoValue,
  attribute: string,
  isStream: boolean,
  place: ResourcePlace & {readonly path: Path},
): AttributeClaim | undefined {
  const {numbers = []} = resourceType(place.word);
  if (isStream && isList(value)) {
    const patterns = parsePatterns(value, place);
    return patterns && {type: 'patterns', patterns};
  }
  const matcher = parseMatcher(numbers.includes(attribute) ? numeric(value) : value, place);
  return matcher && {type: 'matcher', matcher};
}

function claimsOf(
  entry: ReadonlyMap<string, GoValue>,
  options: Readonly<Record<string, GoValue>>,
  place: ResourcePlace,
): Claim[] {
  const {attributes, required, streams = []} = resourceType(place.word);
  return attributes.flatMap((attribute): Claim[] => {
    // The name that it had before it was spelt right.
    const older = attribute === 'resolvable' ? (options['resolveable'] ?? null) : null;
    const value = entry.get(attribute) ?? older;
    if (value === null) {
      return attribute === required
        ? [{subject: attribute, statement: {type: 'missing'}, level: 'expect'}]
        : [];
    }
    const isContent = attribute === 'matches' && options['as-reader'] === true;
    // An empty list at a stream asserts nothing, so goss does not even look.
    if (streams.includes(attribute) && isList(value) && value.length === 0) {
      const message = `An empty list says nothing about "${attribute}". For no text at all write "".`;
      place.note({path: [place.word, place.id, attribute], isAtKey: true, message});
      return [];
    }
    const path = [place.word, place.id, attribute];
    const isStream = isContent || streams.includes(attribute);
    const statement = claimOf(value, attribute, isStream, {...place, path});
    return statement ? [{subject: attribute, statement, level: 'expect'}] : [];
  });
}

/** Reads one entry of a gossfile. Reports every problem; with one, what it gives must not be used. */
export function readResource(value: GoValue, place: ResourcePlace): ResourceReading | undefined {
  const {word, id, report, compile} = place;
  const type = resourceType(word);
  if (!isMap(value)) {
    const message = `An entry of "${word}" is a map of what to expect, such as {${type.required ?? type.attributes[0] ?? ''}: …}.`;
    report({path: [word, id], message});
    return undefined;
  }
  const known = [
    'title',
    'meta',
    'skip',
    ...(type.alias === undefined ? [] : [type.alias]),
    ...type.attributes,
    ...Object.keys(type.options ?? {}),
  ];
  for (const key of value.keys()) {
    if (!known.includes(key)) {
      unknownKey(key, known, place);
    }
  }
  const option = (key: string, wanted: Parameters<typeof readOption>[1]) =>
    readOption(value.get(key) ?? null, wanted, {path: [word, id, key], report});
  const options = Object.fromEntries(
    Object.entries(type.options ?? {}).flatMap(([key, wanted]) => {
      const read = option(key, wanted);
      return read === null || read === undefined ? [] : [[key, read] as const];
    }),
  );
  const isSkipped = option('skip', 'flag') === true;
  const alias = type.alias === undefined ? null : option(type.alias, 'text');
  const title = option('title', 'text');
  const meta = value.get('meta') ?? null;
  if (meta !== null && !isMap(meta)) {
    report({path: [word, id, 'meta'], message: '"meta" is a map.'});
  }
  const {timeout = null} = options;
  const patience = isNumber(timeout) && timeout.number !== 0 ? timeout.number : type.patience;
  return {
    spec: {
      type: word,
      name: typeof alias === 'string' && alias !== '' ? alias : id,
      options,
      patience: patience ?? 0,
    },
    // What is skipped is never judged, so goss minds no mistake in it.
    claims: claimsOf(value, options, {
      ...place,
      report: isSkipped ? () => undefined : report,
      compile,
    }),
    isSkipped,
    title: typeof title === 'string' && title !== '' ? printed(title) : undefined,
    meta: meta !== null && isMap(meta) ? meta : new Map(),
  };
}
