import type {Architecture, Part} from '../../handoff/architecture/part.ts';
import {cleanLine} from '../markdown/clean-text.ts';
import {writeChart} from './chart-text.ts';
import {lettersOf} from './text-width.ts';

/** More boxes than this cannot be read on a page. */
const mostBoxes = 60;

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

/** The hosts that hold two components or more: a frame around one says less than a line in it. */
function sharedHosts(parts: readonly Part[]): ReadonlyMap<string, string> {
  const hosts = Map.groupBy(
    parts.filter(({host}) => host !== ''),
    ({host}) => host.toLowerCase(),
  );
  const shared = [...hosts].filter(([, held]) => held.length > 1);
  return new Map(shared.map(([host], index) => [host, `g${index + 1}`]));
}

/**
 * The architecture as the text of a Mermaid flow chart: components with their version, in a frame
 * for each host they share, and rounded the other systems. Empty where nothing calls anything, or
 * where there is too much to draw.
 */
export function architectureChart({parts, calls}: Architecture): string {
  if (calls.length === 0 || parts.length > mostBoxes) return '';
  const hosts = sharedHosts(parts);
  const groups = [...hosts].map(([host, id]) => {
    const first = parts.find((part) => part.host.toLowerCase() === host);
    return {id, label: short(first?.host ?? host)};
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
