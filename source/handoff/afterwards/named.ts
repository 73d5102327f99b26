import {mayRead} from '../audience/audience-of.ts';
import type {Audience} from '../../playbook/playbook.ts';
import type {Handoff} from '../model/handoff.ts';
import type {Line} from '../model/place.ts';

/** `A, B and 3 more`: enough to know what is meant without filling the screen. */
export function named(names: readonly string[]): string {
  // A sentence among them loses its full stop, which would stand before the comma.
  const shown = names.slice(0, 3).map((name) => name.replace(/\.$/u, ''));
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** The same of what stands at lines: those that a reader may not read are only counted. */
export function namedFor(
  handoff: Handoff,
  audience: Audience,
  things: readonly {readonly line: Line; readonly text: string}[],
): string {
  const read = things.filter(({line}) => mayRead(handoff, audience, line));
  const kept = things.length - read.length;
  const names = named(read.map(({text}) => text));
  const own = kept === 0 ? [] : [`${kept} of our own`];
  return [...(names === '' ? [] : [names]), ...own].join(', and ');
}
