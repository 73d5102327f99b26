import type {Handoff} from '../model/handoff.ts';
import {fieldText, recordsOf, recordTitle} from './records.ts';

/** Something that runs or is called, with the names of what it calls. */
interface Node {
  readonly name: string;
  /** What stands behind the name in brackets. */
  readonly remark: string;
  readonly version?: string;
  readonly calls: readonly string[];
}

type Nodes = ReadonlyMap<string, Node>;

function keyOf(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Names separated by commas, semicolons or line breaks. */
function namesIn(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function componentNodes(handoff: Pick<Handoff, 'records'>): Node[] {
  return recordsOf(handoff, 'components').map((record) => {
    const place = fieldText(record, 'place');
    const version = fieldText(record, 'version');
    return {
      name: recordTitle(record),
      remark: place,
      version,
      calls: namesIn(fieldText(record, 'calls')),
    };
  });
}

interface Outside {
  readonly callers: readonly string[];
  readonly called: readonly string[];
}

function outsideOf(handoff: Pick<Handoff, 'records'>): Outside {
  const rows = recordsOf(handoff, 'dependencies').map((record) => ({
    name: recordTitle(record),
    direction: fieldText(record, 'direction'),
  }));
  return {
    callers: rows.filter(({direction}) => direction === 'it calls us').map(({name}) => name),
    called: rows.filter(({direction}) => direction !== 'it calls us').map(({name}) => name),
  };
}

function described({name, remark, version = ''}: Node): string {
  const full = version === '' ? name : `${name} ${version}`;
  return remark === '' ? full : `${full} (${remark})`;
}

/** Draws the calls from one node on; `path` has the keys that lead there, `drawn` what is drawn. */
function drawCalls(
  node: Node,
  nodes: Nodes,
  path: readonly string[],
  drawn: Set<string>,
): string[] {
  drawn.add(keyOf(node.name));
  const calls = [...new Map(node.calls.map((name) => [keyOf(name), name])).entries()];
  return calls.flatMap(([key, name], index) => {
    const isLast = index === calls.length - 1;
    const branch = isLast ? '└─ ' : '├─ ';
    const indent = isLast ? '   ' : '│  ';
    const target = nodes.get(key);
    if (!target) return [`${branch}${name} (not described)`];
    if (path.includes(key)) return [`${branch}${target.name} (back in a circle)`];
    if (drawn.has(key) && target.calls.length > 0) return [`${branch}${target.name} (see above)`];
    const below = drawCalls(target, nodes, [...path, key], drawn);
    return [`${branch}${described(target)}`, ...below.map((row) => `${indent}${row}`)];
  });
}

function drawTree(node: Node, nodes: Nodes, drawn: Set<string>): string[] {
  return [described(node), ...drawCalls(node, nodes, [keyOf(node.name)], drawn)];
}

interface Stated {
  readonly components: readonly Node[];
  readonly callers: readonly string[];
  readonly called: readonly string[];
  /** Calls of which nobody said which component makes or takes them. */
  readonly looseCallers: readonly string[];
  readonly looseCalled: readonly string[];
}

/**
 * The calls that somebody stated. A table of dependencies does not say which component it is about;
 * where there is one only, it can be about no other.
 */
function statedCalls(handoff: Pick<Handoff, 'records'>): Stated {
  const {callers, called} = outsideOf(handoff);
  const components = componentNodes(handoff);
  const claimed = new Set(components.flatMap(({calls}) => calls.map(keyOf)));
  const unclaimed = called.filter((name) => !claimed.has(keyOf(name)));
  const [only, ...others] = components;
  if (!only || others.length > 0)
    return {components, callers, called, looseCallers: callers, looseCalled: unclaimed};
  const whole = {...only, calls: [...only.calls, ...unclaimed]};
  return {components: [whole], callers, called, looseCallers: [], looseCalled: []};
}

/**
 * The architecture as a tree in text: who calls whom, from the outside in. Circles are marked, and
 * so are names that nothing describes. Empty without components.
 */
export function architectureDiagram(handoff: Pick<Handoff, 'records'>): string[] {
  const {components, callers, called, looseCallers, looseCalled} = statedCalls(handoff);
  if (components.length === 0) return [];
  const nodes = new Map(
    [...called, ...callers]
      .map((name): Node => ({name, remark: 'outside', calls: []}))
      .concat(components)
      .map((node) => [keyOf(node.name), node]),
  );
  const targets = new Set(components.flatMap(({calls}) => calls.map(keyOf)));
  const entries = components.filter(({name}) => !targets.has(keyOf(name)));
  const drawn = new Set<string>();
  const rows: string[] = [];
  const calls = components.map(({name}) => name);
  for (const name of callers)
    if (!looseCallers.includes(name))
      rows.push(...drawTree({name, remark: 'outside', calls}, nodes, drawn));
  // What is called in a circle only has no entry, and begins where the list has it first.
  for (const component of [...entries, ...components])
    if (!drawn.has(keyOf(component.name))) rows.push(...drawTree(component, nodes, drawn));
  if (looseCallers.length > 0)
    rows.push(`Call the system, which part is not said: ${looseCallers.join(', ')}`);
  if (looseCalled.length > 0)
    rows.push(`Called by the system, by which part is not said: ${looseCalled.join(', ')}`);
  return rows;
}

/** Letters, digits and harmless marks: a label of a diagram has its own syntax. */
function label(text: string): string {
  const plain = text.replaceAll(/[^\p{L}\p{N} .,:()/_-]+/gu, ' ').replaceAll(/\s+/gu, ' ');
  return plain.trim().slice(0, 60) || 'unnamed';
}

/** More boxes than this cannot be read on a page. */
const mostBoxes = 30;

/**
 * The same as a Mermaid flow chart, which pages and paper show as a drawing. Empty where nothing
 * calls anything, or where there is too much to draw.
 */
export function architectureChart(handoff: Pick<Handoff, 'records'>): string[] {
  const {components, callers, looseCallers} = statedCalls(handoff);
  const boxes = new Map<string, string>();
  const ids = new Map<string, string>();
  const idOf = (name: string, shown = name) => {
    const key = keyOf(name);
    const id = ids.get(key) ?? `n${ids.size + 1}`;
    ids.set(key, id);
    if (!boxes.has(id)) boxes.set(id, label(shown));
    return id;
  };
  for (const {name, version = ''} of components) idOf(name, `${name} ${version}`);
  const sure = callers.filter((name) => !looseCallers.includes(name));
  const calls = [
    ...sure.flatMap((from) => components.map(({name}) => [from, name] as const)),
    ...components.flatMap((node) => node.calls.map((name) => [node.name, name] as const)),
  ];
  const arrows = [...new Set(calls.map(([from, to]) => `${idOf(from)} --> ${idOf(to)}`))];
  if (arrows.length === 0 || boxes.size > mostBoxes) return [];
  return [
    'flowchart LR',
    ...[...boxes].map(([id, text]) => `  ${id}["${text}"]`),
    ...arrows.map((arrow) => `  ${arrow}`),
  ];
}
