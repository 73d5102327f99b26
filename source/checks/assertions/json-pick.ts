import {jsonpath, JSONPathNode} from 'json-p3';
import {nearest} from '../../nearest.ts';
import {queryOf} from './json-path.ts';
import {searchInTime} from './slow-pattern.ts';
import {comparedIn} from './json-filter.ts';

const {selectors: kinds} = jsonpath;

type Node = InstanceType<typeof JSONPathNode>;
type Segment = ReturnType<typeof queryOf>['segments'][number];

/** Data, and where numbers in it are too long for `number` the same with every digit. */
export interface Data {
  readonly plain: unknown;
  readonly exact: unknown;
}

/** What a path leads to. */
export type Picked =
  | {
      readonly type: 'value';
      readonly value: unknown;
      /** Of so many entries the path chose some. */
      readonly of?: number | undefined;
    }
  /** A value or a list of them is not where the path says; the remark tells what is. */
  | {readonly type: 'absent'; readonly remark: string}
  /** It was looked for everywhere (`..`) and is nowhere. */
  | {readonly type: 'nowhere'};

function entriesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function isList(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Whether a segment chooses among entries, so that none of them may be chosen. */
function isChoosing({selectors}: Segment): boolean {
  return selectors.some(
    (one) => !(one instanceof kinds.NameSelector) && !(one instanceof kinds.IndexSelector),
  );
}

function isEverywhere(segment: Segment): boolean {
  return segment.constructor.name === 'DescendantSegment' || segment.toString().startsWith('..');
}

/** What stands where a name was looked for in vain. */
function insteadOf({selectors}: Segment, nodes: readonly Node[]): string {
  const [selector] = selectors;
  if (!(selector instanceof kinds.NameSelector)) return '(there is no such entry)';
  const names = [
    ...new Set(
      nodes.flatMap(({value}) =>
        isList(value) && !Array.isArray(value) ? Object.keys(value as object) : [],
      ),
    ),
  ];
  const near = nearest(selector.name, names);
  const there = near === undefined ? '' : `; there is "${near}"`;
  return `(there is no "${selector.name}"${there})`;
}

/** A value in the entries that a filter compares, and that none of them has. */
function neverSeen(segment: Segment, nodes: readonly Node[]): string | undefined {
  if (isEverywhere(segment)) return undefined;
  const entries = nodes.flatMap(({value}) => entriesOf(value));
  if (entries.length === 0) return undefined;
  return segment.selectors
    .flatMap((one) => (one instanceof kinds.FilterSelector ? comparedIn(one.expression) : []))
    .find(({path}) => !entries.some((entry) => !path.query(entry as never).empty()))?.text;
}

function walk(root: unknown, text: string): readonly Node[] | Picked {
  const query = queryOf(text);
  let nodes: Node[] = [new JSONPathNode(root as never, [], root as never)];
  for (const segment of query.segments) {
    const unseen = neverSeen(segment, nodes);
    if (unseen !== undefined) return {type: 'absent', remark: `(no entry has ${unseen})`};
    const next = segment.resolve(nodes);
    if (next.length === 0) {
      if (isEverywhere(segment)) return {type: 'nowhere'};
      const lists = nodes.filter(({value}) => isList(value));
      return isChoosing(segment) && lists.length > 0
        ? {type: 'value', value: [], of: lists.flatMap(({value}) => entriesOf(value)).length}
        : {type: 'absent', remark: insteadOf(segment, nodes)};
    }
    nodes = next;
  }
  return nodes;
}

function exactAt(root: unknown, location: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of location) value = (value as Readonly<Record<string | number, unknown>>)[key];
  return value;
}

/** How many entries there were to choose from in the last step, where it chose. */
function choices(text: string, root: unknown): number | undefined {
  const {segments} = queryOf(text);
  const last = segments.at(-1);
  if (
    !last ||
    isEverywhere(last) ||
    !last.selectors.some((one) => one instanceof kinds.FilterSelector)
  )
    return undefined;
  let nodes: Node[] = [new JSONPathNode(root as never, [], root as never)];
  for (const segment of segments.slice(0, -1)) nodes = segment.resolve(nodes);
  return nodes.flatMap(({value}) => entriesOf(value)).length;
}

/**
 * The value at a path, or the list of values where a path may lead to several. A path that leads
 * past what is there gives no empty list: nothing was looked at then.
 * @throws SlowPatternError
 */
export function pick({plain, exact}: Data, text: string): Picked {
  const hasPattern = /\b(?:match|search)\(/.test(text);
  const found = hasPattern ? searchInTime(() => walk(plain, text)) : walk(plain, text);
  if (!Array.isArray(found)) return found as Picked;
  const nodes = found as readonly Node[];
  const values = nodes.map(({location}) => exactAt(exact, location));
  return queryOf(text).singularQuery()
    ? {type: 'value', value: values[0]}
    : {type: 'value', value: values, of: choices(text, plain)};
}
