import type {Architecture, Part} from '../../handoff/architecture/part.ts';
import {cleanLine} from '../markdown/clean-text.ts';
import {writeChart} from './chart-text.ts';
import {lettersOf} from './text-width.ts';

/** A picture of more boxes has names too small to read on a page. */
const mostBoxes = 24;

/** Longer names are cut in the picture; the words below it have them whole. */
const longest = 60;

function short(text: string): string {
  const letters = lettersOf(cleanLine(text));
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
}

type Drawn = Pick<Architecture, 'parts' | 'calls'>;

/** The hosts that hold two components or more: a frame around one says less than a line in it. */
function sharedHosts(parts: readonly Part[]): ReadonlyMap<string, string> {
  const hosts = Map.groupBy(
    parts.filter(({host}) => host !== ''),
    ({host}) => host.toLowerCase(),
  );
  const shared = [...hosts].filter(([, held]) => held.length > 1);
  return new Map(shared.map(([host], index) => [host, `g${index + 1}`]));
}

/** The text of one picture, with a frame for each of `hosts` that a part of it is on. */
function chartOf({parts, calls}: Drawn, hosts: ReadonlyMap<string, string>): string {
  const groups = [...hosts].flatMap(([host, id]) => {
    const first = parts.find((part) => part.host.toLowerCase() === host);
    return first ? [{id, label: short(first.host)}] : [];
  });
  const ids = new Map(parts.map(({id}, index) => [id, `n${index + 1}`]));
  const idOf = (part: string) => ids.get(part) ?? part;
  const nodes = parts.map(({id, name, version, place, host, isOutside}) => {
    const group = hosts.get(host.toLowerCase());
    const more = [version, group === undefined ? place : ''].filter((text) => text !== '');
    return {id: idOf(id), label: [name, ...more].map(short), group, isOutside};
  });
  return writeChart({
    groups,
    nodes,
    edges: calls.map(({from, to}) => ({from: idOf(from), to: idOf(to)})),
  });
}

/** A host's parts, or those of no shared host, with all that they call and that calls them. */
function around(own: readonly Part[], {parts, calls}: Drawn): Drawn {
  const ids = new Set(own.map(({id}) => id));
  const its = calls.filter(({from, to}) => ids.has(from) || ids.has(to));
  const shown = new Set([...ids, ...its.flatMap(({from, to}) => [from, to])]);
  return {parts: parts.filter(({id}) => shown.has(id)), calls: its};
}

/**
 * The architecture as texts of Mermaid flow charts: components with their version, in a frame for
 * each host they share, and rounded the other systems. One picture of all, or one for each host
 * where that would be too much for a page. None where nothing calls anything, or where one of them
 * would still be too much.
 */
export function architectureCharts(architecture: Drawn): string[] {
  const {parts, calls} = architecture;
  if (calls.length === 0) return [];
  const hosts = sharedHosts(parts);
  if (parts.length <= mostBoxes) return [chartOf(architecture, hosts)];
  const held = Map.groupBy(parts, ({host}) =>
    hosts.has(host.toLowerCase()) ? host.toLowerCase() : '',
  );
  const pictures = [...held].map(([host, own]) => {
    const id = hosts.get(host);
    return {...around(own, architecture), hosts: new Map(id === undefined ? [] : [[host, id]])};
  });
  if (pictures.some((picture) => picture.parts.length > mostBoxes)) return [];
  return pictures.map((picture) => chartOf(picture, picture.hosts));
}
