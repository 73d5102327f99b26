import {checksOf} from '../conditions.ts';
import type {Check, Waiver} from '../checks-file.ts';
import {nearest} from '../../nearest.ts';
import type {ChecksFileProblem} from './checks-file-error.ts';
import type {NamedPlace, Placed} from './read-one-file.ts';

interface Link {
  readonly to: string;
  /** Where in the check it is written. */
  readonly key: 'needs' | 'when';
  readonly path: readonly (string | number)[];
}

function linksOf({needs, when}: Check): Link[] {
  return [
    ...needs.map((to, index): Link => ({to, key: 'needs', path: ['needs', index]})),
    ...checksOf(when).map((to): Link => ({to, key: 'when', path: ['when', 'check']})),
  ];
}

function unknownName(name: string, names: ReadonlySet<string>) {
  return {
    message: `There is no check "${name}".`,
    suggestion: nearest(name, names),
  };
}

/** The names from a check back to itself, the first one at both ends; undefined when there is no way. */
function circleFrom(start: string, links: ReadonlyMap<string, readonly Link[]>) {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue)
    for (const {to} of links.get(name) ?? []) {
      if (to === start) {
        const way = [start];
        for (let at: string | undefined = name; at !== undefined && at !== start;) {
          way.unshift(at);
          at = cameFrom.get(at);
        }
        return [start, ...way];
      }
      if (!cameFrom.has(to)) {
        cameFrom.set(to, name);
        queue.push(to);
      }
    }
  return undefined;
}

/** One problem for each circle, at the first of its checks. */
function circles(
  entries: readonly NamedPlace[],
  links: ReadonlyMap<string, readonly Link[]>,
): ChecksFileProblem[] {
  const told = new Set<string>();
  return entries.flatMap(({name, problemOf}) => {
    const circle = told.has(name) ? undefined : circleFrom(name, links);
    const first = circle && links.get(name)?.find(({to}) => to === circle[1]);
    if (!circle || !first) return [];
    for (const one of circle) told.add(one);
    const message =
      circle.length === 2
        ? 'The check waits for itself.'
        : `The checks wait for each other in a circle: ${circle.join(' → ')}.`;
    return [problemOf({path: first.path, message})];
  });
}

/** What is wrong with the names in `needs`, `when` and `waivers`: unknown ones, and circles. */
export function linkProblems(
  entries: readonly NamedPlace[],
  waivers: readonly Placed<Waiver>[],
): ChecksFileProblem[] {
  const names = new Set(entries.map(({name}) => name));
  const links = new Map(entries.map(({name, check}) => [name, check ? linksOf(check) : []]));
  const unknown = entries.flatMap(({name, problemOf}) =>
    (links.get(name) ?? [])
      .filter(({to}) => !names.has(to))
      .map(({to, path}) => problemOf({path, ...unknownName(to, names)})),
  );
  const waived = new Set<string>();
  const wrongWaivers = waivers.flatMap(({value: {check}, problemOf}) => {
    const isSecond = waived.has(check);
    waived.add(check);
    if (isSecond) {
      const message = `There is a waiver for "${check}" already; one is enough.`;
      return [problemOf({path: ['check'], message})];
    }
    return names.has(check) ? [] : [problemOf({path: ['check'], ...unknownName(check, names)})];
  });
  return [...unknown, ...circles(entries, links), ...wrongWaivers];
}
